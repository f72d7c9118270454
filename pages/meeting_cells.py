"""Who comes where: the heat map of Deltagande and its table."""

from functools import partial

import pandas as pd
import streamlit as st

from pages import charts, meeting_cells_explained, sheets
from pages.charts import Drawn
from pages.meeting_parts import PAGE, Shown, to_about, to_title
from pages.meeting_place import PERIOD, REGION
from ui import meeting_heat, meeting_tables, meeting_words
from ui.meeting_words import ALL
from ui.sheet import Beside, Sheet
from words import _


def is_narrow(shown: Shown) -> bool:
    """Whether there is room for something beside the heat map."""
    return bool(len(shown.found.cells)) and len(to_columns(shown)) <= meeting_heat.FEW


def to_columns(shown: Shown) -> dict[str, str]:
    """The columns: all together first, where there are several places."""
    place = shown.found.place
    if place.by == PERIOD or len(place.columns) < 2:
        return place.columns
    return {ALL: _("Alla råd")} | place.columns


def to_cells(shown: Shown) -> pd.DataFrame:
    """The cells of those columns."""
    cells = [shown.found.totals] if ALL in to_columns(shown) else []
    return pd.concat([*cells, shown.found.cells], ignore_index=True)


def show(shown: Shown) -> None:
    """Actor by place, or by quarter of a single council; nothing where no actor is told of."""
    cells = to_cells(shown)
    if cells.empty:
        return
    names = {PERIOD: _("Vem som kom, kvartal för kvartal"), REGION: _("Vem som kom var")}
    by = shown.found.place.by
    name = names.get(by, _("Vem som kom till vilket råd"))
    title = to_title(shown, name, over_time=by == PERIOD)
    chart = meeting_heat.to_chart(cells, shown.found.actors, to_columns(shown))
    drawn = Drawn(chart, title, shown.said, "deltagande_rutor")
    known = partial(meeting_cells_explained.of_point, shown, cells)
    charts.show(drawn, ("code", "of"), known, shown.viewer)
    st.caption(meeting_words.left_out(shown.found.without))


def show_table(shown: Shown) -> None:
    """The same numbers, a row a cell."""
    cells = to_cells(shown)
    if cells.empty:
        return
    by = shown.found.place.by
    where = _("Kvartal") if by == PERIOD else _("Polisregion") if by == REGION else _("Råd")
    table = meeting_tables.to_cells(cells, shown.found.actors, to_columns(shown), where)
    about = to_about(shown, meeting_words.definition())
    with st.expander(_("Samma siffror som i rutorna, som tabell")):
        one = Sheet(table, shown.said, about, 2, Beside(percents=(_("Procent"),)))
        known = partial(meeting_cells_explained.of_cell, shown, cells)
        sheets.show(one, "deltagande", page=PAGE, viewer=shown.viewer, explain=known, folded=True)
