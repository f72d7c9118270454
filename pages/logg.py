"""Who did what and when: the administratör's page of the audit."""

from datetime import UTC, datetime

import streamlit as st

import clock
from data_access import audit
from data_access.audit import search_audit
from pages import asking, export
from ui import audit_filters, audit_log, field_row
from ui.headings import as_text
from words import _

VIEWER = asking.current_viewer()
TODAY = clock.today()
SEARCH = audit_filters.to_search(st.query_params.to_dict(), TODAY)
FOUND = search_audit(viewer=VIEWER, limit=audit_log.SHOWN + 1, **SEARCH.question)


def make_file() -> bytes:
    """All that the filter finds."""
    found = search_audit(viewer=VIEWER, limit=audit_log.EXPORTED, **SEARCH.question)
    return audit_log.to_csv(found, datetime.now(UTC))


audit_filters.remember(SEARCH)
for problem in SEARCH.problems:
    st.warning(as_text(problem))
field_row.show(audit_filters.to_fields(SEARCH, TODAY), key="logg")
audit_log.show_rows(FOUND)
with st.container(horizontal=True):
    if not FOUND.empty:
        st.download_button(
            _("Ladda ner raderna (CSV)"),
            export.to_maker(make_file, VIEWER, audit.LOG, SEARCH.told),
            file_name=f"granskningslogg-{TODAY}.csv",
            mime="text/csv",
            on_click="ignore",
        )
    checks = st.button(_("Kontrollera kedjan"))
if checks:
    chain = audit.check_chain(viewer=VIEWER)
    audit_log.show_chain(chain.problems, chain.rows, chain.last_digest)
