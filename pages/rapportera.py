"""What a reporter owes, the form for exactly that, a spreadsheet in and out, and what was sent."""

import streamlit as st

import clock
from pages import asking, report_overview, report_reads, report_unit
from ui import report_notices
from ui.headings import as_text

VIEWER = asking.current_viewer()
TODAY = clock.today()
ASKED = report_reads.to_asked(st.query_params.to_dict(), TODAY, viewer=VIEWER)

TOP = st.container()  # filled in last: what is refused is told beside what was pressed
if ASKED.problem:
    st.warning(as_text(ASKED.problem))
if ASKED.unit is not None:
    report_unit.show(ASKED.unit, ASKED.areas, VIEWER, TODAY)
else:
    report_overview.show(VIEWER, TODAY)
with TOP:
    report_notices.show()
