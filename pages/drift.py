"""How the product runs: the administratör's page of its databases, this process and the backups."""

from datetime import UTC, datetime

import streamlit as st

from data_access.viewer import Viewer
from pages import asking, part
from pages.operation_facts import to_sections
from pages.trouble import refusals_told
from ui import formats, operations
from ui.audit_log import to_moment
from ui.headings import as_text
from web import faults
from words import _

VIEWER = asking.current_viewer()


def draw(viewer: Viewer) -> None:
    """All of it, as it is now. It is read anew when somebody asks, not by itself: else the page
    would hold its reader's session open for as long as it is left on a screen."""
    sections = to_sections(viewer=viewer)
    lines = [line for section in sections for line in section.lines]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(operations.headline(lines), anchor=False, width="content")
        st.button(_("Uppdatera"), icon=":material/refresh:")
    if named := operations.to_named(lines):
        st.markdown(as_text(named))
    told = _("Läst {moment}. Sparade svar, anslutningar, rapporter och fel är den här processens.")
    st.caption(told.format(moment=formats.moment(datetime.now(UTC))))
    operations.show_sections(sections)
    kept = faults.list_faults()
    operations.show_faults(
        [
            (to_moment(one.at), formats.number(one.times), *one[1:5])
            for one in kept  # what, kind, reference, id
        ]
    )


with refusals_told():
    part.show("drift", draw, VIEWER, alone=True)
