"""One goal region by region: outcomes beside path and target."""

from collections.abc import Sequence

import streamlit as st

from pages import charts
from pages.goal_reads import Standing
from pages.work_asked import WorkAsked, show_table, to_title
from pages.work_regions import Regions
from ui import goal_chart, goal_tables, goal_words
from ui.headings import as_text
from ui.sheet import Beside
from words import _, said

WIDTH = 296  # pixels of a small chart


def show_goal(asked: WorkAsked, standings: Sequence[Standing], regions: Regions) -> None:
    """A small chart each region, on the same axes, and their table."""
    entry = standings[0].entry
    st.header(as_text(entry.name), anchor=False)
    st.caption(as_text(entry.definition))
    quarters = goal_chart.to_quarters([(one.terms, one.outcomes) for one in standings])
    if not quarters:
        st.info(_("Inget utfall är rapporterat för målet i det här urvalet."))
        return
    top = goal_chart.to_top([(one.verdict, one.outcomes) for one in standings])
    st.markdown(goal_words.lines(said(entry.unit)))
    with st.container(horizontal=True):
        for one in standings:
            name, verdict = regions.names[one.region], one.verdict
            told = f"{name}: {goal_words.verdict_words(verdict)}"
            drawing = goal_chart.to_small(one.terms, verdict, one.outcomes, quarters, top)
            title = to_title(asked, f"{name}: {goal_words.sign(verdict.status)}", entry.name)
            with st.container(width=WIDTH):
                charts.draw(drawing, title, told, f"mal_{one.region}", viewer=asked.viewer)
    with st.expander(_("Samma siffror som tabell")):
        table = goal_tables.to_course(standings, regions.names, asked.choice.day)
        of = f"{entry.name}, {', '.join(regions.names.values())}"
        told = _("Utfall per kvartal för {goal}").format(goal=as_text(entry.name))
        beside = Beside(goal_tables.to_gaps(table))
        show_table(asked, table, told, "mal-utfall", of, entry.definition, beside=beside)
