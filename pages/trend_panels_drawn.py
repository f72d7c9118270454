"""Small charts on the same axes, and the table of them, whose cells are explained."""

from functools import partial

import streamlit as st

from indicators.periods import to_period
from pages import charts, sheets, trend_explained
from pages.explained_reads import Place
from pages.trend_parts import show_file, to_sheet, to_source, to_title
from pages.trend_series import Asked
from reporting.register import Entry
from ui import panel_words, trend_chart, trend_tables, trend_words
from ui.cells import Cell
from ui.chart_base import Title
from ui.explain import Explained
from ui.headings import as_text
from ui.sheet import Beside, Sheet
from ui.trend_points import Line
from words import _

Panels = list[tuple[str, list[Line]]]  # title, and what is drawn: its own line first
Places = dict[str, Place]  # title → which figures they are
WIDTH = 660  # pixels of a row of small charts


def show_panels(
    panels: Panels, places: Places, asked: Asked, entry: Entry, wide: int, of: str = ""
) -> None:
    """Small charts on the same axes, and a table with all of them."""
    left, right = st.columns([3, 2], gap="large")
    lines = [lines[0] for _title, lines in panels]
    if not lines or all(line.points["value"].isna().all() for line in lines):
        protected = any(line.is_protected for line in lines)
        st.info(trend_words.nothing(of, protected=protected))
        return
    said = panel_words.newest(lines, asked.trend)
    with left:
        st.markdown(" · ".join(as_text(one) for one in to_title(asked, entry, of).lines if one))
        show_charts(panels, asked, WIDTH // wide)
    with right:
        st.markdown(said)
        table = trend_tables.to_panels(lines, asked.trend)
        told, gaps = _("Samma siffror som i diagrammen"), trend_tables.to_gaps(lines, table)
        one = to_sheet(asked, entry, table, told, of, Beside(gaps))
        known = partial(of_cell, asked, entry, places, one)
        sheets.show_table(one, "trend_rutor", viewer=asked.viewer, height=420, explain=known)
        show_file(one, asked, entry, of)


def show_charts(panels: Panels, asked: Asked, width: int) -> None:
    """The small charts beside each other, as many in a row as there is room for."""
    high, source = trend_chart.to_top([lines for _title, lines in panels]), to_source(asked)
    with st.container(horizontal=True):
        for place, (title, drawn) in enumerate(panels):
            with st.container(width=width):
                chart = trend_chart.to_small(drawn, high)
                told = panel_words.newest(drawn[:1], asked.trend)
                charts.draw(
                    chart, Title((title,), source), told, f"ruta{place}", viewer=asked.viewer
                )


def of_cell(asked: Asked, entry: Entry, places: Places, one: Sheet, cell: Cell) -> Explained:
    """A cell of the table: a panel's column, a period's row."""
    period = to_period(str(one.table.iloc[cell.row, 0]))
    return trend_explained.of_place(asked, entry, places[cell.column], period)
