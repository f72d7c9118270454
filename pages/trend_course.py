"""One area over time, what it is set against, and what is more than chance."""

from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import clock
from indicators.periods import to_period
from pages import charts, explaining, sheets, trend_explained
from pages.answer import let_be_read
from pages.charts import Drawn
from pages.course_reads import fetch_course
from pages.trend_parts import show_file, to_sheet, to_title
from pages.trend_series import Asked
from reporting.register import Entry
from ui import trend_words
from ui.cells import Cell
from ui.chart_points import Point
from ui.explain import Explained
from ui.sheet import Beside, Sheet
from words import _


def show_course(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """The answer on top, the chart, and beside it what it says and its table."""
    choice = replace(asked.choice, problems=())
    found = fetch_course(
        asked.trend, choice, clock.today(), release=asked.release.number, viewer=asked.viewer
    )
    if found.chart is None or found.table is None:
        st.info(found.headline)
        return
    top.markdown(found.headline)
    let_be_read(found.headline)
    left, right = st.columns([3, 2], gap="large")
    with left:
        title = to_title(asked, entry, found.name)
        drawn = Drawn(found.chart, title, found.headline, "trend_utveckling")
        by = ("series", "period")
        charts.show(drawn, by, partial(of_point, asked, entry), asked.viewer)
    with right:
        st.markdown("\n\n".join([*found.details, trend_words.polarity(entry.polarity)]))
        told = _("Samma siffror som i diagrammet")
        one = to_sheet(asked, entry, found.table, told, found.name, Beside(found.gaps))
        known = partial(of_cell, asked, entry, one)
        sheets.show_table(one, "trend", viewer=asked.viewer, explain=known)
        show_file(one, asked, entry, found.name)
    explaining.show(trend_explained.of_course(asked, entry, found), "utveckling")


def of_cell(asked: Asked, entry: Entry, one: Sheet, cell: Cell) -> Explained:
    """A cell of the table: the line's column, or the chosen area's own."""
    period = to_period(str(one.table.iloc[cell.row, 0]))
    return trend_explained.of_line(asked, entry, cell.column, period, cell.column)


def of_point(asked: Asked, entry: Entry, point: Point) -> Explained:
    """A point of the chart."""
    return trend_explained.of_line(asked, entry, point["series"], point["period"])
