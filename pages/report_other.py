"""Reports that nobody owes, and those ahead of their time."""

from datetime import date

import streamlit as st

from data_access.viewer import Viewer
from pages import report_reads
from reporting.kind_periods import is_asked_in
from reporting.kinds import kinds
from reporting.obligations import to_periods
from reporting.rows import Unit
from ui import report_owed
from words import _


def show_other(viewer: Viewer, today: date) -> None:
    """Any report that her areas may make: those that nobody owes, and those ahead of their time."""
    st.caption(
        _(
            "Till exempel rådets händelser, områdesbedömningar, goda exempel och innevarande "
            "kvartal."
        )
    )
    periods = to_periods(today)[::-1]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = st.selectbox(
            _("Period"), periods, format_func=lambda one: one.name, key="annat_period", width=130
        )
        areas = report_reads.read_areas(period, today, viewer=viewer)
        area = st.selectbox(
            _("Område"),
            list(areas),
            format_func=lambda code: areas[code][0] if code in areas else code,
            key="annat_omrade",
            width=260,
            filter_mode="contains",
        )
        level = areas[area][1] if area in areas else ""
        known = {
            kind.code: kind.title
            for kind in kinds().values()
            if level in kind.levels and is_asked_in(kind, period)
        }
        kind = st.selectbox(
            _("Rapport"), list(known), format_func=lambda code: known.get(code, code),
            key="annat_slag", width=260,
        )  # fmt: skip
        if area and kind:
            unit = Unit(area, kind, period)
            st.button(_("Öppna"), on_click=report_owed.open_unit, args=[unit], key="annat_oppna")
