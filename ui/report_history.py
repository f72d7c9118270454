"""What was sent of a unit before: every revision, each value's story, and the values as sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import streamlit as st

from indicators.reporting import UNDONE
from reporting.compare import SAME, compare
from reporting.kinds import NOTE, TOTAL, Kind
from reporting.rows import Row
from reporting.rows import identity as to_identity
from reporting.totals import to_value
from ui.formats import moment
from ui.report_asked import to_text
from ui.report_words import Names, channel_name, field_label, told_state
from words import _

_MOST_ROWS = 25  # so many are shown without a scroll of their own


@dataclass(frozen=True)
class Revision:
    """One revision of a unit as its history shows it; `why` in the sender's own words."""

    number: int
    rows: tuple[Row, ...]
    state: str
    at: datetime
    by: str
    sending: int
    channel: str
    why: str = ""
    reason: str = ""  # of the state
    release: int | None = None  # the first that it is published in


def who_name(by: str, own: str) -> str:
    """Who sent: `du`, or the pseudonym that the audit knows."""
    return _("du") if by == own else by


def to_revisions(revisions: Sequence[Revision], own: str) -> pd.DataFrame:
    """A row for each revision, the newest first."""
    newest = sorted(revisions, key=lambda one: one.number, reverse=True)
    return pd.DataFrame(
        {
            _("Version"): [one.number for one in newest],
            _("När"): [moment(one.at) for one in newest],
            _("Vem"): [who_name(one.by, own) for one in newest],
            _("Hur"): [channel_name(one.channel) for one in newest],
            _("Inlämning"): [one.sending for one in newest],
            _("Läge"): [_to_state(one, newest) for one in newest],
            _("Skäl"): [one.reason for one in newest],
            _("Anteckning"): [one.why for one in newest],
        }
    )


def _to_state(one: Revision, newest: Sequence[Revision]) -> str:
    later = any(other.number > one.number and other.state != UNDONE for other in newest)
    return told_state(one.state, one.release, replaced=later)


def to_story(kind: Kind, revisions: Iterable[Revision], names: Names, own: str) -> pd.DataFrame:
    """Every change of every value, the newest first: when, who, what, from, to, why, sending.

    An undone revision changed nothing, so what came after it is compared with what stood before.
    """
    fields = {field.name: field for field in kind.fields}
    rows: list[tuple[str, ...]] = []
    before: tuple[Row, ...] = ()
    for one in sorted(revisions, key=lambda revision: revision.number):
        if one.state == UNDONE:
            continue
        differing = [c for c in compare(kind, before, one.rows) if c.what != SAME]
        told: list[tuple[str, ...]] = []
        for change in differing:
            values = (names.value(fields[change.field], v) for v in (change.before, change.after))
            about = (names.row(kind, change.identity), field_label(kind, change.field))
            why = _note(kind, one, change.identity)
            told.append(
                (moment(one.at), who_name(one.by, own), *about, *values, why, str(one.sending))
            )
        rows = [*told, *rows]
        before = one.rows
    columns = (
        _("När"), _("Vem"), _("Rad"), _("Fält"), _("Från"), _("Till"), _("Varför"), _("Inlämning")
    )  # fmt: skip
    return pd.DataFrame(rows, columns=list(columns))


def _note(kind: Kind, revision: Revision, identity: tuple[str, ...]) -> str:
    for row in revision.rows:
        if to_identity(kind, row) == identity and NOTE in row.values:
            return str(row.values[NOTE])
    return revision.why


def show_unit(kind: Kind, revisions: Sequence[Revision], names: Names, own: str) -> None:
    """Revisions and the story of every value."""
    st.dataframe(
        to_revisions(revisions, own),
        hide_index=True,
        alt=_("Versioner av rapporten, den senaste först"),
    )
    story = to_story(kind, revisions, names, own)
    if story.empty:
        return
    st.markdown(_("**Varje ändring av varje värde**"))
    searched = st.text_input(
        _("Sök i ändringarna"), key="historik_sok", placeholder=_("t.ex. en rad eller ett fält")
    )
    hits = story.apply(
        lambda row: searched.casefold() in " ".join(map(str, row)).casefold(), axis=1
    )
    st.dataframe(
        story[hits],
        hide_index=True,
        alt=_("Ändringar av värden: när, vem, från, till och varför"),
    )


def to_values(kind: Kind, rows: Sequence[Row], names: Names) -> pd.DataFrame:
    """A unit as it was reported: a row each, the fields that anything stands in as columns, and
    the total where cells have one."""
    used = [
        field
        for field in kind.fields
        if any(
            field.name in row.values or (field.name == TOTAL and to_value(row, TOTAL) is not None)
            for row in rows
        )
    ]
    return pd.DataFrame(
        {field.label: [to_text(kind, row, field, names) for row in rows] for field in used}
    )


def show_values(kind: Kind, rows: Sequence[Row], names: Names) -> None:
    """A unit as it was reported, to be read."""
    if not rows:
        st.info(_("Inget att rapportera."))
        return
    first = kind.fields[0].label
    st.dataframe(
        to_values(kind, rows, names),
        hide_index=True,
        column_config={first: st.column_config.TextColumn(pinned=True)},
        height="content" if len(rows) <= _MOST_ROWS else "auto",
        alt=_("Inlämnade värden: {title}").format(title=kind.title),
    )
