"""The preview of a file, and the sending of it."""

from collections.abc import Callable

import streamlit as st

from data_access.engine import DatabaseUnavailable
from pages.protection_set import to_protection
from pages.report_explain import show_note, take_note
from pages.report_file_choosing import look_again
from pages.report_file_desk import FileDesk
from pages.report_sending import FILE, MEANWHILE, SENT, send_units
from reporting.compare import Change
from reporting.rows import Unit
from ui import report_changes, report_notices
from web import log
from words import plural


def show_preview(
    desk: FileDesk,
    new: dict[Unit, list[Change]],
    forget: Callable[[], None],
) -> None:
    """What is new, changes and stays; what protection does; and the button."""
    everything = [change for found in new.values() for change in found]
    units = plural("{n} rapport", "{n} rapporter", len(new))
    told = report_changes.to_told(everything)
    st.markdown(f"**{units}:** {told}")
    same = len(desk.received.units) - len(desk.dropped) - len(new)
    if same:
        st.caption(
            plural(
                "{n} rapport i filen är redan inlämnad med samma värden och lämnas som den är.",
                "{n} rapporter i filen är redan inlämnade med samma värden och lämnas som de är.",
                same,
            )
        )
    rows = [row for unit in new for row in desk.received.units[unit]]
    report_changes.show_protection(rows, *to_protection())
    report_changes.show_summary(new, desk.names)
    show_note(desk.received.remarks, desk.file_id)
    report_notices.show_refused()
    st.button(
        plural("Lämna in {n} rapport", "Lämna in alla {n} rapporter", len(new)),
        type="primary",
        key="fil_skicka",
        on_click=_send,
        args=(desk, tuple(new), forget),
    )


def _send(desk: FileDesk, units: tuple[Unit, ...], forget: Callable[[], None]) -> None:
    note = take_note(desk.received.remarks, desk.file_id)
    if note is None:
        return
    rows = {unit: desk.received.units[unit] for unit in units}
    seen = {unit: desk.before[unit].revision if unit in desk.before else 0 for unit in units}
    outcome = send_units(rows, seen, FILE, desk.names, digest=desk.received.digest, note=note)
    if outcome == SENT:
        forget()
    elif outcome == MEANWHILE:
        try:
            look_again(desk)
        except DatabaseUnavailable as error:
            log.failure("not looked at again", error)
            report_notices.keep_problem(error.state)
