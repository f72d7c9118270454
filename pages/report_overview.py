"""All that a reporter owes, and the ways to send it."""

from datetime import date

import pandas as pd
import streamlit as st

from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import report_reads, report_sent, report_upload
from pages.report_other import show_other
from ui import filters, report_empty, report_filters, report_owed
from ui.report_words import late_rule
from words import _

_TAB, _KEY = "flik", "f_flik"


def show(viewer: Viewer, today: date) -> None:
    """How far the reporter has come, then one of: the list, the spreadsheet, what was sent."""
    owed = report_reads.read_owed(today, viewer=viewer)
    if owed.empty and not report_reads.read_areas(Quarter.of(today), today, viewer=viewer):
        report_empty.show_not_asked(has_areas=bool(viewer.reports))
        return
    st.header(report_owed.headline(owed), anchor=False)
    if not owed.empty:
        report_owed.show_progress(owed)
        if owed["late"].any():
            st.caption(late_rule())
    if owed.empty or not owed["to_do"].any():
        report_empty.show_all_done(today)
    chosen = _show_tabs()
    if chosen == "kalkylblad":
        report_upload.show(owed, viewer, today)
    elif chosen == "inlamnat":
        report_sent.show(viewer)
    else:
        _show_list(owed, viewer, today)


def _show_tabs() -> str:
    words = {
        "lista": _("Rapporter"),
        "kalkylblad": _("Kalkylblad"),
        "inlamnat": _("Mina inlämningar"),
    }
    asked = st.query_params.get(_TAB, "lista")
    chosen = asked if asked in words else "lista"
    st.session_state[_KEY] = chosen

    def switch() -> None:
        tab = st.session_state[_KEY]
        filters.put(**{_TAB: None if tab == "lista" else tab})

    st.segmented_control(
        _("Visa"),
        list(words),
        format_func=words.__getitem__,
        key=_KEY,
        on_change=switch,
        label_visibility="collapsed",
        required=True,
    )
    return chosen


def _show_owed(owed: pd.DataFrame, today: date) -> None:
    shown = report_filters.show(owed) if len(owed) > report_owed.FEW else owed
    if shown.empty:
        report_empty.show_no_hits(report_filters.clear)
    else:
        report_owed.show_table(shown, today)


def _show_list(owed: pd.DataFrame, viewer: Viewer, today: date) -> None:
    if owed["to_do"].any():
        _show_owed(owed, today)
    elif not owed.empty:
        with st.expander(_("Det som är inlämnat"), expanded=report_filters.is_chosen()):
            _show_owed(owed, today)
    # with nothing left to do, to begin on the quarter that runs is what one comes for
    st.session_state.setdefault("annat", not owed["to_do"].any())
    with st.expander(_("Rapportera något som inte står i listan"), key="annat", on_change="rerun"):
        if st.session_state.get("annat"):
            show_other(viewer, today)
