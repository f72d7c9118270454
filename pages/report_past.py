"""What was sent of one unit before: its revisions, its values' story, and any earlier day."""

from datetime import date

import streamlit as st

import clock
from data_access.submissions import Submission, list_steps, read_revisions, read_submissions
from data_access.viewer import Viewer
from pages.report_desk import Desk
from ui import filters, formats, report_history, report_steps
from ui.report_history import Revision
from ui.report_words import told_state
from words import _

_OPEN, _DAY = "rap_historik", "kand"  # the second in the address


def show(desk: Desk, viewer: Viewer, today: date) -> None:
    """An expander that reads nothing until it is opened; open when the address names a day."""
    is_open = _DAY in st.query_params
    with st.expander(_("Historik"), expanded=is_open, key=_OPEN, on_change="rerun"):
        if not (st.session_state.get(_OPEN) or is_open):
            return
        revisions = read_revisions(desk.unit, viewer=viewer)
        if not revisions:
            st.markdown(_("Inget har lämnats in än."))
            return
        told = [to_revision(one) for one in revisions]
        report_history.show_unit(desk.kind, told, desk.names, viewer.subject)
        report_steps.show(list_steps(desk.unit, viewer=viewer))
        _show_known(desk, clock.day_of(revisions[0].recorded_at), viewer, today)


def to_revision(one: Submission) -> Revision:
    """A submission as the history shows it."""
    return Revision(
        number=one.revision,
        rows=one.rows,
        state=one.state,
        at=one.recorded_at,
        by=one.recorded_by,
        sending=one.sending,
        channel=one.channel,
        why=one.note or "",
        reason=one.reason or "",
        release=one.release,
    )


def _show_known(desk: Desk, first: date, viewer: Viewer, today: date) -> None:
    """The unit as it was known at the end of a day."""
    st.markdown(_("**Som känt en viss dag**"))
    asked = st.query_params.get(_DAY, "")
    try:
        day = min(max(date.fromisoformat(asked), first), today)
    except ValueError:
        day = today
    st.session_state["f_kand"] = day
    st.date_input(
        _("Som känt den dagen"),
        min_value=first,
        max_value=today,
        format="YYYY-MM-DD",
        key="f_kand",
        on_change=filters.bound(_DAY, "f_kand"),
        width=180,
    )
    known = read_submissions([desk.unit], viewer=viewer, known_on=day).get(desk.unit)
    if known is None:
        st.info(_("Den {day} hade inget lämnats in.").format(day=formats.day(day)))
        return
    st.caption(
        _("Version {number}, {state}, vid slutet av {day}.").format(
            number=known.revision,
            state=told_state(known.state, known.release),
            day=formats.day(day),
        )
    )
    report_history.show_values(desk.kind, known.rows, desk.names)
