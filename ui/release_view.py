"""Releases of counts: what the next one would bring, the way to publish it, and those that are."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

import pandas as pd
import streamlit as st

from indicators.protection.method import Method
from ui import formats
from ui.place_words import level_name
from ui.release_words import planned_words, protection_words
from words import _, plural

NOTE = "utgava_not"
LEVELS = ("riket", "polisregion", "polisomrade", "lpo", "lan", "kommun")


class Told(Protocol):
    """A release as the table shows it."""

    number: int
    made_at: datetime
    method: Method
    base: int
    cells: int
    quality: Sequence[dict[str, float | str | None]]
    note: str


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


def show_next(new: int, changed: int, gone: int) -> None:
    """The heading of the next release, and what has been approved since the last."""
    st.subheader(_("Nästa utgåva"), anchor=False)
    st.markdown(news_words(new, changed, gone))


def show_steps(
    number: int, try_it: Callable[[], None], publish: Callable[[], None], *, hindered: bool
) -> None:
    """The buttons that try and publish the release; not the second where a trial hinders it."""
    with st.container(horizontal=True, vertical_alignment="center", key="utgava_steg"):
        st.button(
            _("Prova utgåva {n}").format(n=number),
            on_click=try_it,
            key="utgava_prova",
            help=_("Skyddar och granskar det som är godkänt utan att publicera något."),
        )
        show_publish(number, publish, hindered=hindered)


def show_explanation(base: int, method: Method) -> None:
    """What a release is, and what protection does in it."""
    sums = (
        planned_words()
        if method is Method.HIDING
        else _(
            "Alla summor räknas fram ur de avrundade talen, så att ingen summa avslöjar ett litet "
            "tal."
        )
    )
    st.markdown(
        _(
            "Läsarna ser bara det som står i en utgåva. {protection} {sums} En utgåva ändras "
            "aldrig; en rättelse kommer med nästa."
        ).format(protection=protection_words(base, method), sums=sums)
    )


def show_publish(number: int, publish: Callable[[], None], *, hindered: bool = False) -> None:
    """The button that publishes the release, with a word to go with it; asked twice, since it
    can't be undone."""
    label = _("Publicera utgåva {n}").format(n=number)
    with st.popover(label, type="primary", disabled=hindered):
        st.markdown(_("En utgåva kan inte ändras eller tas bort efteråt."))
        st.text_input(
            _("Anteckning till läsarna (frivillig)"),
            key=NOTE,
            max_chars=500,
            placeholder=_("Till exempel: Tredje kvartalet 2026, region Öst saknas"),
        )
        st.button(_("Publicera nu"), on_click=publish, key="utgava_nu", type="primary")


def show_releases(releases: Sequence[Told]) -> None:
    """Every release, the newest first."""
    st.subheader(_("Publicerade utgåvor"), anchor=False)
    if not releases:
        st.info(_("Ingen utgåva är publicerad än. Läsarna ser inga antal och inga rapporter."))
        return
    st.dataframe(
        to_table(releases),
        hide_index=True,
        column_config={_("Uppgifter"): st.column_config.NumberColumn(format="localized")},
        alt=_("Publicerade utgåvor, senaste först"),
    )


def to_table(releases: Sequence[Told]) -> pd.DataFrame:
    """The table of releases, in words."""
    return pd.DataFrame(
        {
            _("Utgåva"): [one.number for one in releases],
            _("Publicerad"): [formats.moment(one.made_at) for one in releases],
            _("Uppgifter"): [one.cells for one in releases],
            **to_protection(releases),
            _("Anteckning"): [one.note for one in releases],
        }
    )


def to_protection(releases: Sequence[Told]) -> dict[str, Sequence[object]]:
    """How counts are protected in each, by column; all are made by one method."""
    if any(one.method is Method.HIDING for one in releases):
        return {_("Visas inte"): [f"1–{one.base - 1}" for one in releases]}
    return {_("Avrundas till"): [one.base for one in releases]}


def show_quality(releases: Sequence[Told]) -> None:
    """What protection costs in a release, level by level."""
    hides = releases[0].method is Method.HIDING
    title = _("Vad skyddet kostar") if hides else _("Vad avrundningen kostar")
    st.subheader(title, anchor=False)
    told = {one.number: one for one in releases}
    number = next(iter(told))
    if len(told) > 1:
        number = st.selectbox(_("Utgåva"), list(told), key="utgava_kvalitet", width=130)
    if hides:
        show_hidden(pd.DataFrame(told[number].quality), number)
        return
    st.dataframe(
        to_quality(told[number]),
        hide_index=True,
        placeholder=formats.NONE,
        column_config={
            name: st.column_config.NumberColumn(format="localized")
            for name in (_("Summor"), _("Avvikelse i medeltal"), _("Som mest"))
        },
        alt=_("Avvikelse i utgåva {n}, nivå för nivå").format(n=number),
    )
    st.caption(
        _(
            "Avvikelse: hur långt en visad summa ligger från den rapporterade, i personer. Den "
            "visas bara när den är räknad på så många summor att den inte säger något om en "
            "enskild."
        )
    )


def show_hidden(hidden: pd.DataFrame, number: int) -> None:
    """How many figures are not shown, of how many (level, sums, hidden)."""
    st.dataframe(
        to_hidden(hidden),
        hide_index=True,
        column_config={
            _("Tal"): st.column_config.NumberColumn(format="localized"),
            _("Visas inte"): st.column_config.NumberColumn(format="localized"),
        },
        alt=_("Tal som inte visas i utgåva {n}, nivå för nivå").format(n=number),
    )
    st.caption(
        _(
            "Små tal, och så många andra att inget av dem går att räkna ut. Vilka som är små sägs "
            "inte."
        )
    )


def to_hidden(hidden: pd.DataFrame) -> pd.DataFrame:
    """A row a level, the whole country first."""
    rows = sorted(hidden.to_dict("records"), key=lambda row: LEVELS.index(row["level"]))
    return pd.DataFrame(
        {
            _("Nivå"): [level_name(row["level"]) for row in rows],
            _("Tal"): [int(row["sums"]) for row in rows],
            _("Visas inte"): [int(row["hidden"]) for row in rows],
            _("Andel"): [formats.share(row["hidden"] / row["sums"]) for row in rows],
        }
    )


def to_quality(release: Told) -> pd.DataFrame:
    """A row a level: how many sums, and their mean and largest deviation."""
    rows = release.quality
    return pd.DataFrame(
        {
            _("Nivå"): [level_name(str(row["level"])) for row in rows],
            _("Summor"): pd.array([row["sums"] for row in rows], dtype="Int64"),
            _("Avvikelse i medeltal"): pd.array([row["mean"] for row in rows], dtype="Float64"),
            _("Som mest"): pd.array([row["largest"] for row in rows], dtype="Int64"),
        }
    )
