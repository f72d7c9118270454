"""School and health care at the table over time, each by itself."""

from functools import partial

import pandas as pd
import streamlit as st

from pages import charts, meeting_cells_explained, sheets
from pages.charts import Drawn
from pages.meeting_parts import PAGE, Shown, to_about, to_title
from ui import meeting_lines, meeting_tables, meeting_words
from ui.cells import Cell
from ui.chart_points import Point
from ui.explain import Explained
from ui.meeting_words import FOLLOWED, group_name
from ui.sheet import Beside, Sheet
from ui.trend_points import to_period
from words import _


def show(shown: Shown) -> None:
    """Two panels on the same axes, and their table."""
    found = shown.found
    complete = found.by_quarter
    came = complete[complete["came"] + complete["beside"] > 0]
    if came.empty:
        return
    since = came["period"].min()
    quarters = found.quarters[found.quarters["of"] >= since]
    st.header(_("Skolan och hälso- och sjukvården över tid"), anchor=False)
    most = meeting_lines.to_most(quarters)
    for group, place in zip(FOLLOWED, st.columns(2, gap="large"), strict=True):
        own = quarters[quarters["aktor"] == group]
        said = meeting_words.course(own, group, found.place.name)
        points = meeting_lines.to_points(own, complete, shown.asked.councils)
        title = to_title(shown, group_name(group), over_time=True)
        with place:
            st.markdown(said)
            if own["share"].isna().all():
                continue
            chart = meeting_lines.to_chart(points, most)
            drawn = Drawn(chart, title, said, f"deltagande_{group}")
            charts.show(drawn, ("period",), partial(of_point, shown, group), shown.viewer)
    if quarters["share"].notna().any():
        st.caption(meeting_lines.legend())
    table = meeting_tables.to_quarters(quarters, complete)
    about = to_about(shown, meeting_words.definition())
    told = " ".join(meeting_words.course(quarters, one, found.place.name) for one in FOLLOWED)
    with st.expander(_("Samma siffror som i linjerna, som tabell")):
        one = Sheet(table, told, about, 2, Beside(percents=(_("Procent"),)))
        known = partial(of_cell, shown, table)
        name = "deltagande_over_tid"
        sheets.show(one, name, page=PAGE, viewer=shown.viewer, explain=known, folded=True)


def of_point(shown: Shown, group: str, point: Point) -> Explained | None:
    """A quarter of a panel."""
    return meeting_cells_explained.of_quarter(shown, group, point["period"])


def of_cell(shown: Shown, table: pd.DataFrame, cell: Cell) -> Explained | None:
    """A cell of the table."""
    period, name = (str(table.iloc[cell.row, place]) for place in (0, 1))
    group = next(one for one in FOLLOWED if group_name(one) == name)
    return meeting_cells_explained.of_quarter(shown, group, to_period(period))
