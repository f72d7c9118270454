"""One report: where it stands, the form or what was sent, the preview, and its history."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from data_access.viewer import Viewer
from indicators.reporting import RETURNED, UNLOCKED
from pages import report_choosing, report_form, report_past, report_preview
from pages.report_desk import PREVIEW, Desk
from pages.report_opening import open_desk
from reporting.obligations import due_day
from reporting.rows import Unit
from ui import formats, report_history, report_owed
from ui.formats import moment
from ui.headings import as_text
from ui.report_words import quarter_words, told_state
from words import _, plural


def show(unit: Unit, areas: Mapping[str, str], viewer: Viewer, today: date) -> None:
    """The report of the unit, which is one of the viewer's own."""
    desk = open_desk(unit, viewer, today)
    st.button(
        _("Alla rapporter"),
        icon=":material/arrow_back:",
        key="rap_alla",
        type="tertiary",
        on_click=report_owed.open_unit,
        args=[None],
    )
    st.header(as_text(f"{desk.kind.title}, {areas[unit.area]}"), anchor=False)
    st.caption(as_text(desk.kind.explanation))
    _show_standing(desk, today)
    if desk.is_locked:
        _show_locked(desk)
    elif desk.is_overtaken:
        report_choosing.show_overtaken(desk)
    elif desk.other is not None:
        report_choosing.show_other_draft(desk)
    elif desk.step == PREVIEW:
        report_preview.show(desk)
    else:
        report_form.show(desk)
    report_past.show(desk, viewer, today)


def _show_standing(desk: Desk, today: date) -> None:
    """Period, due day and state in a line; why it was sent back, if it was."""
    period, stored = desk.unit.period, desk.stored
    due = due_day(period)
    parts = [f"**{quarter_words(period).capitalize()}**"]
    if stored is None:
        parts.append(_("inte inlämnad"))
        days = (today - due).days
        parts.append(
            plural("{n} dag försenad", "{n} dagar försenad", days)
            if days > 0
            else _("ska vara inne {day}").format(day=formats.day(due))
        )
    else:
        told = _("{state} {at}, version {number}")
        parts.append(
            told.format(
                state=told_state(stored.state, stored.release),
                at=moment(stored.state_at),
                number=stored.revision,
            )
        )
    st.markdown(" · ".join(parts))
    if stored is not None and stored.reason and not desk.is_locked:
        words = {
            RETURNED: _("**Komplettering begärd:** {reason}"),
            UNLOCKED: _("**Upplåst för rättelse:** {reason}"),
        }
        if stored.state in words:
            st.warning(words[stored.state].format(reason=as_text(stored.reason)))


def _show_locked(desk: Desk) -> None:
    st.info(
        _(
            "Rapporten är godkänd och därför låst. Behöver något rättas: be den som godkände att "
            "låsa upp den, med skäl."
        )
    )
    if desk.stored is not None:
        report_history.show_values(desk.kind, desk.stored.rows, desk.names)
