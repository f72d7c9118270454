"""Täckning further down: over time, and where a council is not needed."""

from functools import partial

import streamlit as st

from pages import (
    chart_rows,
    charts,
    coverage_cells_explained,
    coverage_drawn_reads,
    coverage_reads,
    kept,
    reads,
    sheets,
)
from pages.charts import Drawn
from pages.coverage_asked import PAGE, Asked, to_about, to_sheet, to_title
from ui import coverage_gap_words, coverage_tables
from ui.chart_base import Drawing
from ui.coverage_choice import YOUNG, measure_name
from ui.sheet import Beside, Sheet
from words import _

PANEL = 290  # pixels of a small chart


def show_course(asked: Asked) -> None:
    """Each share from quarter to quarter beside the others, and a table of all."""
    st.header(_("Kvartal för kvartal"), anchor=False)
    choice, viewer = asked.choice, asked.viewer
    found = coverage_drawn_reads.fetch_course(choice.day, *asked.within, viewer=viewer)
    panels = [to_panel(asked, *one) for one in found.panels]
    chart_rows.show(panels, ("day",), viewer, key="tackning_over_tid", width=PANEL)
    st.markdown(found.said)
    if found.cut:
        st.caption(found.cut)
    one = kept.show("tackning-kvartal", partial(to_sheet, asked, found.table, found.said), viewer)
    known = partial(coverage_cells_explained.of_quarter, asked, found.table)
    sheets.show(one, "tackning-kvartal", page=PAGE, viewer=viewer, explain=known)


def to_panel(
    asked: Asked, measure: str, drawing: Drawing, said: str
) -> tuple[Drawn, charts.ExplainPoint]:
    """A share's chart, and what explains its points."""
    title = to_title(asked, measure_name(measure), asked.place)
    of = partial(coverage_cells_explained.of_point, asked, measure)
    return Drawn(drawing, title, said, f"tackning_{measure}"), of


def show_set_aside(asked: Asked) -> None:
    """Where a council is not needed, with reasons: no gap, and listed apart."""
    one = kept.show("tackning-ej-aktuellt", partial(_draw_set_aside, asked), asked.viewer)
    if one is not None:
        sheets.show(one, "tackning-ej-aktuellt", page=PAGE, viewer=asked.viewer)


def _draw_set_aside(asked: Asked) -> Sheet | None:
    st.header(_("Ej aktuellt"), anchor=False)
    choice, viewer = asked.choice, asked.viewer
    found = coverage_reads.fetch_set_aside(choice.day, *asked.within, viewer=viewer)
    said = coverage_gap_words.set_aside(found)
    st.markdown(said)
    if found.empty:
        return None
    names = reads.fetch_names(choice.day, viewer=viewer)["lpo"]
    table, codes = coverage_tables.to_set_aside(found, names), Beside(codes=found["lpo"].to_list())
    return Sheet(table, said, to_about(asked, YOUNG), beside=codes)
