"""A file that has been read: what is wrong with it, and when nothing is, its preview."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from indicators.reporting import APPROVED
from pages.export import to_maker
from pages.report_file_choosing import show_overtaken
from pages.report_file_desk import FileDesk
from pages.report_file_sending import show_preview
from pages.report_template import XLSX
from reporting.marked import to_marked
from reporting.remarks import Severity
from ui import report_file_remarks, report_notices, report_remarks
from ui.headings import as_text
from words import _


def show(desk: FileDesk, to_data: Callable[[], bytes], forget: Callable[[], None]) -> None:
    """The remarks, and when nothing is wrong the preview and the button. `to_data` gives the
    file's bytes, `forget` makes room for another."""
    received = desk.received
    if received.remarks:
        _show_remarks(desk, to_data)
    if not received.is_whole:
        if not received.count(Severity.ERROR):
            st.warning(_("Filen har inga rapporter. Fyll i mallen och läs in den igen."))
        return
    new = desk.to_new()
    locked = [unit for unit in new if desk.state(unit) == APPROVED]
    st.subheader(_("3. Granska och lämna in"), anchor=False)
    if desk.overtaken:
        show_overtaken(desk)
        return
    if locked:
        told = [desk.names.unit(unit) for unit in locked]
        st.error(report_notices.problem("locked", told))
        return
    if not new:
        st.success(_("Allt i filen är redan inlämnat, med samma värden. Inget mer behövs."))
        return
    show_preview(desk, new, forget)


def _show_remarks(desk: FileDesk, to_data: Callable[[], bytes]) -> None:
    received = desk.received
    errors = received.count(Severity.ERROR)
    name = as_text(desk.name)
    counts = report_remarks.to_counts(received.remarks)
    if errors:
        said = _("{name}: {counts}. Rätta i filen och läs in den igen. Inget är lagrat.")
        st.error(said.format(name=name, counts=counts))
    elif counts:
        said = _("{name}: {counts}. Förklara här nedanför, eller rätta i filen.")
        st.warning(said.format(name=name, counts=counts))
    report_file_remarks.show(received.remarks, desk.file_id)
    make = partial(_mark, to_data, desk)
    st.download_button(
        _("Hämta filen med markeringar"),
        to_maker(make, desk.viewer, "rapportmarkering", {"remarks": len(received.remarks)}),
        file_name=f"{desk.name.rsplit('.', 1)[0]}-markerad.xlsx",
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key="fil_markerad",
    )


def _mark(to_data: Callable[[], bytes], desk: FileDesk) -> bytes:
    return to_marked(to_data(), desk.received.remarks)
