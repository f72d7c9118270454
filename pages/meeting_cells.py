"""Who comes where: the heat map of Deltagande and its table."""

from functools import partial

import streamlit as st

from pages import charts, meeting_cells_explained, sheets
from pages.charts import Drawn
from pages.meeting_heat_reads import Heat, fetch_heat, to_columns
from pages.meeting_parts import PAGE, Shown, to_about, to_title
from pages.meeting_place import PERIOD, REGION
from ui import meeting_heat, meeting_words
from ui.sheet import Beside, Sheet
from words import _


def is_narrow(shown: Shown) -> bool:
    """Whether there is room for something beside the heat map."""
    found = shown.found
    return bool(len(found.cells)) and len(to_columns(found)) <= meeting_heat.FEW


def _fetch(shown: Shown) -> Heat | None:
    of = (shown.choice, shown.asked)
    return fetch_heat(*of, release=shown.release.number, viewer=shown.viewer)


def show(shown: Shown) -> None:
    """Actor by place, or by quarter of a single council; nothing where no actor is told of."""
    heat = _fetch(shown)
    if heat is None:
        return
    names = {PERIOD: _("Vem som kom, kvartal för kvartal"), REGION: _("Vem som kom var")}
    by = shown.found.place.by
    name = names.get(by, _("Vem som kom till vilket råd"))
    title = to_title(shown, name, over_time=by == PERIOD)
    drawn = Drawn(heat.drawing, title, shown.said, "deltagande_rutor")
    known = partial(meeting_cells_explained.of_point, shown, heat.cells)
    charts.show(drawn, ("code", "of"), known, shown.viewer)
    st.caption(meeting_words.left_out(shown.found.without))


def show_table(shown: Shown) -> None:
    """The same numbers, a row a cell."""
    heat = _fetch(shown)
    if heat is None:
        return
    about = to_about(shown, meeting_words.definition())
    with st.expander(_("Samma siffror som i rutorna, som tabell")):
        one = Sheet(heat.table, shown.said, about, 2, Beside(percents=(_("Procent"),)))
        known = partial(meeting_cells_explained.of_cell, shown, heat.cells)
        sheets.show(one, "deltagande", page=PAGE, viewer=shown.viewer, explain=known, folded=True)
