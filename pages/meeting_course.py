"""School and health care at the table over time, each by itself."""

from functools import partial

import pandas as pd
import streamlit as st

from indicators.periods import to_period
from pages import charts, meeting_cells_explained, sheets
from pages.charts import Drawn
from pages.meeting_course_reads import Panel, fetch_course
from pages.meeting_parts import PAGE, Shown, to_about, to_title
from ui import meeting_lines, meeting_words
from ui.cells import Cell
from ui.chart_points import Point
from ui.explain import Explained
from ui.meeting_words import FOLLOWED, group_name
from ui.sheet import Beside, Sheet
from words import _


def show(shown: Shown) -> None:
    """Two panels on the same axes, and their table."""
    of = (shown.choice, shown.asked)
    course = fetch_course(*of, release=shown.release.number, viewer=shown.viewer)
    if course is None:
        return
    st.header(_("Skolan och hälso- och sjukvården över tid"), anchor=False)
    for panel, place in zip(course.panels, st.columns(2, gap="large"), strict=True):
        with place:
            show_panel(shown, panel)
    if any(panel.drawing for panel in course.panels):
        st.caption(meeting_lines.legend())
    about = to_about(shown, meeting_words.definition())
    with st.expander(_("Samma siffror som i linjerna, som tabell")):
        one = Sheet(course.table, course.told, about, 2, Beside(percents=(_("Procent"),)))
        known = partial(of_cell, shown, course.table)
        name = "deltagande_over_tid"
        sheets.show(one, name, page=PAGE, viewer=shown.viewer, explain=known, folded=True)


def show_panel(shown: Shown, panel: Panel) -> None:
    """What a group's panel says, and its picture."""
    st.markdown(panel.said)
    if panel.drawing is None:
        return
    title = to_title(shown, group_name(panel.group), over_time=True)
    drawn = Drawn(panel.drawing, title, panel.said, f"deltagande_{panel.group}")
    charts.show(drawn, ("period",), partial(of_point, shown, panel.group), shown.viewer)


def of_point(shown: Shown, group: str, point: Point) -> Explained | None:
    """A quarter of a panel."""
    return meeting_cells_explained.of_quarter(shown, group, point["period"])


def of_cell(shown: Shown, table: pd.DataFrame, cell: Cell) -> Explained | None:
    """A cell of the table."""
    period, name = (str(table.iloc[cell.row, place]) for place in (0, 1))
    group = next(one for one in FOLLOWED if group_name(one) == name)
    return meeting_cells_explained.of_quarter(shown, group, to_period(period))
