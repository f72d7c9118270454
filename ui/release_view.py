"""Releases of counts: what the next one would bring, the way to publish it, and those that are."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

import pandas as pd
import streamlit as st

from ui import formats, notices
from ui.tables import level_name
from words import _, plural

PLACE, NOTE = "utgava", "utgava_not"


class Told(Protocol):
    """A release as the table shows it."""

    number: int
    made_at: datetime
    base: int
    cells: int
    quality: Sequence[dict[str, float | str | None]]
    note: str


def rounding_words(base: int) -> str:
    """What rounding to the base means, in a sentence."""
    return _("Små tal är avrundade: 1–{below} visas som 0 eller {base}.").format(
        below=base - 1, base=base
    )


def news_words(new: int, changed: int, gone: int) -> str:
    """What has been approved since the last release."""
    parts = [
        plural("{n} rapport är ny", "{n} rapporter är nya", new) if new else "",
        plural("{n} rapport är ändrad", "{n} rapporter är ändrade", changed) if changed else "",
        plural("{n} rapport är borttagen", "{n} rapporter är borttagna", gone) if gone else "",
    ]
    told = ", ".join(part for part in parts if part)
    if not told:
        return _("Inget är godkänt sedan den senaste utgåvan.")
    return _("Sedan den senaste utgåvan: {told}.").format(told=told)


def show_explanation(base: int) -> None:
    """What a release is, and what protection does in it."""
    st.markdown(
        _(
            "Läsarna ser bara antal som står i en utgåva. {rounding} Alla summor räknas fram ur "
            "de avrundade talen, så att ingen summa avslöjar ett litet tal. En utgåva ändras "
            "aldrig; en rättelse kommer med nästa."
        ).format(rounding=rounding_words(base))
    )


def show_publish(number: int, publish: Callable[[], None]) -> None:
    """The button that publishes the release, with a word to go with it; asked twice, since it
    can't be undone."""
    with st.popover(_("Publicera utgåva {n}").format(n=number), type="primary"):
        st.markdown(_("En utgåva kan inte ändras eller tas bort efteråt."))
        st.text_input(
            _("Anteckning till läsarna (frivillig)"),
            key=NOTE,
            max_chars=500,
            placeholder=_("Till exempel: Tredje kvartalet 2026, region Öst saknas"),
        )
        st.button(_("Publicera nu"), on_click=publish, key="utgava_nu", type="primary")


def show_releases(releases: Sequence[Told]) -> None:
    """Every release, the newest first, with what rounding costs."""
    if not releases:
        st.info(_("Ingen utgåva är publicerad än. Läsarna ser inga antal."))
        return
    st.dataframe(to_table(releases), hide_index=True, alt=_("Publicerade utgåvor, senaste först"))
    st.caption(
        _(
            "Avvikelse: hur långt en visad summa i medeltal ligger från den rapporterade, i "
            "personer. Den visas bara när den är räknad på så många summor att den inte "
            "säger något om en enskild."
        )
    )


def to_table(releases: Sequence[Told]) -> pd.DataFrame:
    """The table of releases, in words."""
    table: dict[str, list[object]] = {
        _("Utgåva"): [one.number for one in releases],
        _("Publicerad"): [formats.moment(one.made_at) for one in releases],
        _("Anteckning"): [one.note for one in releases],
        _("Uppgifter"): [formats.number(one.cells) for one in releases],
        _("Avrundas till"): [one.base for one in releases],
    }
    for level, place in _to_places().items():
        name = _("Avvikelse, {place}").format(place=place)
        table[name] = [_to_mean(one.quality, level) for one in releases]
    return pd.DataFrame(table)


def keep_done(number: int) -> None:
    """Say in the next run that the release is published."""
    notices.keep(PLACE, _("**Utgåva {n} är publicerad.**").format(n=number))


def keep_problem(reason: str) -> None:
    """Say in the next run why nothing was published."""
    said = {
        "under-way": _("Någon annan gör en utgåva just nu. Försök igen om en stund."),
        "nothing-new": _("Antalen är desamma som i den senaste utgåvan."),
        "no-key": _("Nyckeln för avrundningen saknas. Den sätts av den som driver tjänsten."),
        "key-changed": _(
            "Nyckeln för avrundningen är en annan än förra gången, och två avrundningar av samma "
            "tal avslöjar mer än en. Be den som driver tjänsten att sätta tillbaka den."
        ),
        "base-changed": _(
            "Avrundningen är ställd till en annan bas än i den förra utgåvan. Be den som driver "
            "tjänsten att sätta tillbaka den."
        ),
        "not-allowed": _("Bara den nationella samordnaren kan publicera."),
        "database-away": _("Databasen svarar inte just nu. Försök igen om en stund."),
        "unsafe": _(
            "Granskningen av utgåvan fann tal som går att räkna ut. Ingen utgåva är gjord."
        ),
        "whole-group": _(
            "Ett antal omfattar alla som bor i sin grupp, och säger då något om var och en av dem. "
            "Låt området rapportera det som saknas (..), eller räkna det utan kön och ålder i "
            "registret."
        ),
        "unfit": _(
            "Något i de godkända uppgifterna går inte att publicera. Loggen säger vad. Be den som "
            "driver tjänsten att se efter."
        ),
    }[reason]
    words = _("**Inget är publicerat.** {said}").format(said=said)
    notices.keep(PLACE, words, notices.PROBLEM)


def _to_places() -> dict[str, str]:
    """The levels whose deviation stands in the table."""
    levels = {level: level_name(level).lower() for level in ("lpo", "polisregion")}
    return levels | {"riket": _("hela landet")}


def _to_mean(quality: Sequence[dict[str, float | str | None]], level: str) -> str:
    mean = next((one["mean"] for one in quality if one["level"] == level), None)
    return formats.NONE if mean is None else formats.decimal(float(mean))
