"""Measures: how many are reached by each kind, here and area by area, and one kind closer."""

from functools import partial

import streamlit as st

from pages import explaining, kept, measure_explained
from pages.measure_areas import show_areas
from pages.measure_kind import show_kind
from pages.measure_kinds import find_kinds, show_kinds
from pages.measure_shown import to_shown
from pages.work_asked import WorkAsked
from ui import field_row, work_fields
from ui.select_field import to_field
from ui.work_choice import ANY
from words import _


def show(asked: WorkAsked) -> None:
    """The newest of every kind, and the chosen kind; that of most individuals when none is."""
    shown = to_shown(asked)
    fields = [work_fields.to_period_field(asked.work.by)]
    if shown:
        kinds = {ANY: _("Insatsen som når flest"), **shown.names}
        label = _("Insats i detalj")
        fields.append(to_field(280, "atgard", label, asked.work.measure, kinds, ANY))
    field_row.show(fields, key="insatsval")
    if shown is None or not shown.place.is_whole:
        st.info(
            shown.place.note if shown else _("Inga insatser är rapporterade i det här urvalet.")
        )
        return
    if shown.place.note:
        st.caption(shown.place.note)
    kinds = kept.show("insatser-slag", partial(find_kinds, shown), asked.viewer)
    if not kinds:
        return
    chosen = asked.work.measure or kinds[0]
    left, right = st.columns(2, gap="large")
    with left:
        show_kinds(shown, kinds, chosen)
    with right:
        show_areas(shown, kinds)
    show_kind(shown, chosen)
    explaining.show(measure_explained.of_kinds(shown), "insatser")
