"""Parts of the overview: headline figures, regions' progress, news, milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from ui import cards, formats
from ui.choice import Choice
from ui.headings import as_text
from words import _, plural


@dataclass(frozen=True)
class Headline:
    """The headline figures of one day; shares are 0–1 or NaN when nothing is counted over.
    `young_basis` says in words what the number of young rests on."""

    areas: int
    established: int
    partly: int
    missing: int
    prioritised: int
    prioritised_established: int
    share_young: float
    young_basis: str
    regions: int
    regions_with: int


def to_explained(now: Headline) -> dict[str, tuple[str, str, str]]:
    """The figures that rest on events: name → value, definition, and what is counted of what."""
    return {
        _("Områden med etablerat råd"): (
            _of(now.established, now.areas),
            _established_means(),
            _("Täljare {n} områden med etablerat råd, nämnare {of} områden").format(
                n=now.established, of=now.areas
            ),
        ),
        _("Prioriterade med etablerat råd"): (
            _of(now.prioritised_established, now.prioritised),
            prioritised_rule(),
            _("Täljare {n} prioriterade med råd i hela området, nämnare {of} prioriterade").format(
                n=now.prioritised_established, of=now.prioritised
            ),
        ),
        _("Unga 12–20 år där råd finns"): (
            _young_share(now),
            _("Andelen av alla 12–20 år som bor där ett lokalt råd är etablerat."),
            now.young_basis,
        ),
        _("Polisregioner med lokala råd"): (
            _of(now.regions_with, now.regions),
            _regions_mean(),
            _("Täljare {n} regioner, nämnare {of} regioner").format(
                n=now.regions_with, of=now.regions
            ),
        ),
    }


def _established_means() -> str:
    return _("Lokalpolisområden som helt täcks av etablerade lokala råd. Inte alla behöver ett.")


def prioritised_rule() -> str:
    """How prioritised areas with a council are counted."""
    return _(
        "Bland de lokalpolisområden som har bedömts som prioriterade. Ett område räknas när hela "
        "området täcks av ett etablerat råd."
    )


def _regions_mean() -> str:
    return _("Polisregioner där minst ett lokalt råd är etablerat.")


def to_answer(now: Headline, then: Headline, choice: Choice) -> str:
    """How far in a sentence: the prioritised that are covered, and how many more than before."""
    if not now.prioritised:
        return _("Inget område i valet är bedömt som prioriterat {day}.").format(
            day=formats.day(choice.day)
        )
    of = plural(
        "{n} prioriterat lokalpolisområde", "{n} prioriterade lokalpolisområden", now.prioritised
    )
    change = now.prioritised_established - then.prioritised_established
    more = plural("{n} fler", "{n} fler", change) if change > 0 else _("lika många som")
    if change < 0:
        more = plural("{n} färre", "{n} färre", -change)
    compared = _("{more} än {day}") if change else _("{more} {day}")
    said = _("**{n} av {of}** täcks av ett etablerat råd {day}, {compared}.")
    return said.format(
        n=formats.number(now.prioritised_established),
        of=of,
        day=formats.day(choice.day),
        compared=compared.format(more=more, day=formats.day(choice.since)),
    )


def show_headline(now: Headline, then: Headline, milestones: pd.DataFrame, choice: Choice) -> None:
    """The figures in a row, each with its change since the chosen day."""
    since = _("sedan {day}").format(day=formats.short_day(choice.since))
    with cards.place("oversikt"):
        _metric(
            _("Områden med etablerat råd"),
            _of(now.established, now.areas),
            now.established - then.established if now.areas else None,
            since,
            _established_means(),
        )
        _metric(
            _("Prioriterade med etablerat råd"),
            _of(now.prioritised_established, now.prioritised),
            now.prioritised_established - then.prioritised_established if now.prioritised else None,
            since,
            prioritised_rule(),
        )
        _metric(
            _("Unga 12–20 år där råd finns"),
            _young_share(now),
            formats.points(now.share_young, then.share_young),
            "",
            now.young_basis + " " + _("Läs mer under Om uppgifterna."),
            formats.points_change(now.share_young, then.share_young),
        )
        _metric(
            _("Polisregioner med lokala råd"),
            _of(now.regions_with, now.regions),
            now.regions_with - then.regions_with if now.regions else None,
            since,
            _regions_mean(),
        )
        _show_next(milestones, choice.day)
    if said := " ".join(_to_notes(now)):
        st.caption(said)


def _of(count: int, all_of: int) -> str:
    """How many of how many, where there are any to count."""
    return _("{n} av {of}").format(n=count, of=all_of) if all_of else _("ej tillämpligt")


def _young_share(now: Headline) -> str:
    return formats.share(now.share_young) if now.areas else _("ej tillämpligt")


def _to_notes(now: Headline) -> Iterator[str]:
    if now.partly:
        yield plural(
            "I {n} område till täcker ett etablerat råd en del av området.",
            "I {n} områden till täcker ett etablerat råd en del av området.",
            now.partly,
        )
    if now.missing:
        yield plural(
            "Uppgift saknas för {n} område; det räknas inte som etablerat.",
            "Uppgift saknas för {n} områden; de räknas inte som etablerade.",
            now.missing,
        )


def _metric(
    label: str,
    value: str,
    change: float | None,
    described: str,
    definition: str,
    told: str | None = None,
) -> None:
    """`told` is the change in words, where it is not a number; nothing of an unknown one."""
    delta = None
    if change is None:
        described = ""
    else:
        delta = told or formats.change(change) or _("oförändrat")
    st.metric(
        label,
        value,
        delta=delta,
        # by name: Streamlit sees no decline in a true minus sign
        delta_color=("green" if change > 0 else "red") if change else "off",
        delta_arrow="off",
        delta_description=described or None,
        help=definition,
        border=True,
        width=232,
    )


def _show_next(milestones: pd.DataFrame, day: date) -> None:
    coming = milestones[milestones["day"] >= day]
    if coming.empty:
        st.metric(_("Nästa milstolpe"), _("ingen beslutad"), border=True, width=232)
        return
    first = coming.iloc[0]
    left = (first["day"] - day).days
    st.metric(
        _("Nästa milstolpe"),
        plural("om {n} dag", "om {n} dagar", left) if left else _("i dag"),
        delta=formats.day(first["day"]),
        delta_color="off",
        delta_arrow="off",
        help=as_text(first["event"]),
        border=True,
        width=232,
    )


def show_shares(now: pd.DataFrame, then: pd.DataFrame) -> None:
    """A bar an area: established among the prioritised, with the change in number."""
    if now.empty:
        st.caption(_("Valet har inga områden."))
    before = then.set_index("code")["covered"]
    for row in now.to_dict("records"):
        name = as_text(row["name"])
        if pd.isna(row["share"]):
            st.progress(0.0, text=_("**{name}**: inga prioriterade områden").format(name=name))
            continue
        change = formats.change(row["covered"] - before.get(row["code"], 0))
        text = _("**{name}**: {n} av {of} ({share})").format(
            name=name,
            n=formats.number(row["covered"]),
            of=formats.number(row["counted_over"]),
            share=formats.share(row["share"]),
        )
        st.progress(float(row["share"]), text=f"{text}, {change}" if change else text)


def show_milestones(milestones: pd.DataFrame, day: date) -> None:
    """Those to come and the three latest, with source."""
    past, coming = milestones[milestones["day"] < day], milestones[milestones["day"] >= day]
    for row in pd.concat([past.tail(3), coming]).to_dict("records"):
        ahead = row["day"] >= day
        left = (row["day"] - day).days
        when = plural(" (om {n} dag)", " (om {n} dagar)", left) if ahead and left else ""
        mark = "**" if ahead else ""
        st.markdown(f"- {mark}{formats.short_day(row['day'])}{when}{mark} {as_text(row['event'])}")
