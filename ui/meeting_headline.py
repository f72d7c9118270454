"""The headline of Deltagande: three shares with their change, and what they are made of."""

from typing import Literal

import pandas as pd
import streamlit as st

from indicators.participation import INVITED
from ui import cards, formats
from ui.meeting_choice import MeetingChoice, window_name
from ui.meeting_words import ALL, FOLLOWED, councils, group_name, sums, value_name
from words import _

_WIDTH, _HEIGHT = 264, 126


def show(
    headline: pd.DataFrame, asked: MeetingChoice, now: str, before: str, *, sure: bool
) -> None:
    """A figure each: all, school, health care. `headline` is by span and group; a change is good
    or bad only where it is `sure`, both quarters being reported."""
    with cards.place("deltagande"):
        for group in (ALL, *FOLLOWED):
            if (now, group) in headline.index:
                then = headline.loc[(before, group)] if (before, group) in headline.index else None
                _show(headline.loc[(now, group)], then, group, asked, sure=sure)


def _show(
    cell: pd.Series, then: pd.Series | None, group: str, asked: MeetingChoice, *, sure: bool
) -> None:
    change, described = _to_change(cell, then, asked)
    st.metric(
        group_name(group, asked.form),
        value_name(cell),
        delta=change or described or None,
        delta_color=_to_colour(change, sure=sure),
        delta_arrow="off",
        delta_description=described if change else None,
        help=to_help(cell, group, asked),
        border=True,
        width=_WIDTH,
        height=_HEIGHT,
    )


def _to_colour(change: str, *, sure: bool) -> Literal["gray", "red", "green"]:
    """By name, for a true minus sign is no sign to Streamlit."""
    if not change or not sure:
        return "gray"
    return "green" if change.startswith("+") else "red"


def _to_change(cell: pd.Series, then: pd.Series | None, asked: MeetingChoice) -> tuple[str, str]:
    """The change in percentage points, '' without one, and against what or why not."""
    before = window_name(asked.before) if asked.quarters == 1 else _("året före")
    if pd.isna(cell["share"]):
        return "", ""
    if then is None or pd.isna(then["share"]):
        return "", _("inget att jämföra med {before}").format(before=before)
    change = formats.points_change(cell["share"], then["share"])
    if change is None:
        return "", _("oförändrat mot {before}").format(before=before)
    return change, _("mot {before}").format(before=before)


def to_help(cell: pd.Series, group: str, asked: MeetingChoice) -> str:
    """What the figure is made of: numerator, denominator, councils."""
    said = _(
        "Möten som aktören deltog i, delat med hållna möten, summerat över råden. Varje aktör "
        "räknas en gång per möte."
    )
    if not pd.isna(cell["share"]):
        in_sum = councils(int(cell["councils"]), asked.councils)
        said += " " + _("{sums}, i {councils}.").format(sums=sums(cell), councils=in_sum)
    if group != ALL:
        said += " " + _("Räknas där aktören är {form}.").format(
            form=_("adjungerad") if asked.form == INVITED else _("medlem")
        )
    if cell["gaps"]:
        missing = _("{n} rader utan uppgift är inte med i summan.")
        said += " " + missing.format(n=int(cell["gaps"]))
    return said
