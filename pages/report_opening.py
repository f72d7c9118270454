"""Opening a report: from its draft, from what was sent, or as it was left in this visit."""

from dataclasses import replace
from datetime import date

import streamlit as st

from data_access.drafts import Draft, read_draft
from data_access.report_context import read_context
from data_access.submissions import Submission, read_submissions
from data_access.viewer import Viewer
from pages.report_desk import FILL, Desk
from pages.report_viewer import narrowed, to_who
from reporting.context import Context
from reporting.kinds import kinds
from reporting.rows import Unit
from ui.report_entries import from_content, from_rows

_KEY = "bob_report_desk"


def open_desk(unit: Unit, viewer: Viewer, today: date) -> Desk:
    """The unit's desk, as it was left in this visit or else made from draft and store. What was
    sent is read anew. The caller has seen that the viewer answers for the area.
    Raises DatabaseUnavailable."""
    desk: Desk | None = st.session_state.get(_KEY)
    stored = read_submissions([unit], viewer=viewer).get(unit)
    if desk is None or desk.unit != unit or to_who(desk.viewer) != to_who(viewer):
        desk = _make(unit, viewer, stored, today)
        st.session_state[_KEY] = desk
    elif (stored and stored.id) != (desk.stored and desk.stored.id):
        _follow(desk, stored, today)
    desk.stored = stored
    if desk.revision < desk.work.seen:  # what was begun from has been undone
        desk.work = replace(desk.work, seen=desk.revision)
    return desk


def close_desk() -> None:
    """Forget the desk: next time it is made anew."""
    st.session_state.pop(_KEY, None)


def take_stored(desk: Desk) -> None:
    """Begin again from what was sent last."""
    rows = desk.stored.rows if desk.stored else ()
    desk.renew(from_rows(desk.kind, rows, desk.revision))
    desk.step = FILL


def take_draft(desk: Desk, draft: Draft) -> None:
    """Go on from a kept draft."""
    desk.renew(from_content(desk.kind, draft.content))
    desk.version, desk.saved_at, desk.other = draft.version, draft.saved_at, None
    desk.step = FILL


def _make(unit: Unit, viewer: Viewer, stored: Submission | None, today: date) -> Desk:
    kind, draft = kinds()[unit.kind], read_draft(unit, viewer=viewer)
    seen = stored.revision if stored else 0
    work = from_rows(kind, stored.rows if stored else (), seen)
    desk = Desk(unit, viewer, _read_context(unit, viewer, today), stored, work)
    if draft is not None:
        take_draft(desk, draft)
    return desk


def _follow(desk: Desk, stored: Submission | None, today: date) -> None:
    """Somebody sent or undid it meanwhile: what is compared with is read anew, and fields that
    nobody has written in follow; what was undone is a draft again."""
    untouched = desk.version == 0 and desk.work == desk.base
    desk.stored = stored
    desk.context = _read_context(desk.unit, desk.viewer, today)
    draft = read_draft(desk.unit, viewer=desk.viewer) if untouched else None
    if draft is not None:
        take_draft(desk, draft)
    elif untouched:
        take_stored(desk)


def _read_context(unit: Unit, viewer: Viewer, today: date) -> Context:
    """The context of the unit's area alone: a whole country's would be read for one form."""
    return read_context(unit.period, viewer=narrowed(viewer, [unit]), today=today)
