"""The preview of one unit, and the sending of it."""

import streamlit as st

from pages.protection_set import to_protection
from pages.report_desk import FILL, Desk
from pages.report_explain import show_note, take_note
from pages.report_opening import close_desk
from pages.report_sending import FORM, SENT, send_units
from reporting.compare import compare
from reporting.remarks import blocks
from reporting.rows import Row
from ui import report_changes, report_notices, report_remarks
from words import _


def show(desk: Desk) -> None:
    """What the sending changes, what protection does, what is to be explained, and the button."""
    rows, remarks = desk.read()
    if blocks(remarks):  # something has changed since the form was left
        desk.step = FILL
        st.rerun()
    st.subheader(_("Granska innan du lämnar in"), anchor=False)
    changes = compare(desk.kind, desk.stored.rows if desk.stored else (), rows)
    if rows:
        st.markdown(f"**{report_changes.to_told(changes)}**")
        report_changes.show_protection(rows, *to_protection())
        report_changes.show_detail(desk.kind, changes, desk.names)
    else:
        st.markdown(_("Du lämnar in att det inte finns **något att rapportera**."))
    if remarks:
        report_remarks.show_in_form(desk.kind, remarks, desk.names)
    show_note(remarks, _to_about(desk))
    report_notices.show_refused()
    with st.container(horizontal=True):
        st.button(
            _("Lämna in"), type="primary", key="rap_skicka", on_click=_send, args=(desk, rows)
        )
        st.button(_("Tillbaka till formuläret"), key="rap_tillbaka", on_click=_back, args=[desk])


def _send(desk: Desk, rows: tuple[Row, ...]) -> None:
    _rows, remarks = desk.read()
    note = take_note(remarks, _to_about(desk))
    if note is None:
        return
    expected = {desk.unit: desk.work.seen}
    if send_units({desk.unit: rows}, expected, FORM, desk.names, note=note) == SENT:
        close_desk()


def _to_about(desk: Desk) -> str:
    return "_".join(map(str, desk.unit))


def _back(desk: Desk) -> None:
    desk.step = FILL
    desk.renew(desk.work)
