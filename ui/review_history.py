"""Every version of a report: who, when, by which way and why, and what differs between two."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

import pandas as pd
import streamlit as st

from indicators.reporting import UNDONE
from reporting.compare import NEW, REMOVED, SAME, compare
from reporting.kinds import Kind
from reporting.rows import Row
from ui import filters
from ui.formats import moment
from ui.headings import as_text
from ui.report_words import Names, channel_name, field_label
from ui.review_words import told_with_sign
from ui.tall_tables import show_seen, to_height
from words import _, plural

_TALLEST = 420  # pixels


class Sent(Protocol):
    """A revision as the data layer gives it."""

    revision: int
    rows: tuple[Row, ...]
    state: str
    reason: str | None
    release: int | None
    state_at: datetime
    recorded_at: datetime
    recorded_by: str
    channel: str
    note: str | None


def to_lines(revisions: Sequence[Any]) -> list[str]:
    """A line of markdown for each revision, the newest first."""
    holding = [one.revision for one in revisions if one.state != UNDONE][-1:]
    return [_to_line(one, holds=one.revision in holding) for one in reversed(revisions)]


def _to_line(one: Any, *, holds: bool) -> str:
    said = _("- **Version {n}** {at}, genom {channel} av {who}: {state} sedan {since}").format(
        n=one.revision,
        at=moment(one.recorded_at),
        channel=channel_name(one.channel),
        who=as_text(one.recorded_by),
        state=state_words(one.state, holds=holds, release=one.release),
        since=moment(one.state_at),
    )
    if one.note:
        said += _(". Meddelande: {text}").format(text=as_text(one.note))
    return said + (_(". Skäl: {text}").format(text=as_text(one.reason)) if one.reason else "")


def state_words(state: str, *, holds: bool, release: int | None = None) -> str:
    """A revision's state, and whether another has taken its place since. What was published stays
    so: a release never changes."""
    if state == UNDONE:
        return _("ångrad")
    told = told_with_sign(state, release, replaced=not holds)
    if holds or release is not None:
        return told if holds else _("ersatt, {state}").format(state=told)
    return _("ersatt, var {state}").format(state=told)


def to_differences(kind: Kind, before: Sent, after: Sent, names: Names) -> pd.DataFrame:
    """What differs between two revisions: about what, which field, from, to."""
    found = [one for one in compare(kind, before.rows, after.rows) if one.what != SAME]
    return pd.DataFrame(
        {
            _("Gäller"): [names.row(kind, one.identity) for one in found],
            _("Uppgift"): [field_label(kind, one.field) for one in found],
            _("Från"): [names.value(kind.field(one.field), one.before) for one in found],
            _("Till"): [names.value(kind.field(one.field), one.after) for one in found],
            _("Ändring"): [change_name(one.what) for one in found],
        },
        dtype="object",
    )


def change_name(what: str) -> str:
    """The kind of a change, in a word."""
    return {NEW: _("ny"), REMOVED: _("borttagen"), SAME: _("lika")}.get(what, _("ändrad"))


def show(kind: Kind, revisions: Sequence[Any], names: Names) -> None:
    """The revisions, and what differs between two of them where there are two."""
    st.markdown("\n".join(to_lines(revisions)))
    if len(revisions) > 1:
        _show_comparison(kind, revisions, names)


def _show_comparison(kind: Kind, revisions: Sequence[Any], names: Names) -> None:
    numbers = [one.revision for one in revisions]
    with st.container(horizontal=True, key="granska_jamfor"):
        before = st.selectbox(
            _("Från version"), numbers, index=len(numbers) - 2, key="granska_fran", width=150
        )
        after = st.selectbox(
            _("Till version"), numbers, index=len(numbers) - 1, key="granska_till", width=150
        )
    by_number = {one.revision: one for one in revisions}
    found = to_differences(kind, by_number[before], by_number[after], names)
    if found.empty:
        st.markdown(_("Versionerna är lika."))
        return
    st.markdown(plural("{n} uppgift skiljer sig.", "{n} uppgifter skiljer sig.", len(found)))
    show_seen(len(found), _TALLEST)
    st.dataframe(
        found,
        hide_index=True,
        height=to_height(len(found), _TALLEST),
        alt=_("Skillnader mellan version {a} och {b}").format(a=before, b=after),
    )


def show_known_on(known_on: date | None, first: date, today: date) -> None:
    """The day to show the report as it was known on, bound to the address as `kand`."""
    key = "granska_kand"
    st.session_state[key] = known_on
    st.date_input(
        _("Visa som känt den dagen"),
        value=None,
        min_value=min(first, today),
        max_value=today,
        format="YYYY-MM-DD",
        key=key,
        on_change=filters.bound("kand", key),
        help=_("Visar värdena som de var kända då. Töm fältet för att se dem som de är nu."),
        width=200,
    )
