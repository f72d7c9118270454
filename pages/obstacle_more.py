"""Obstacles over time, and in the reports' own words."""

import streamlit as st

from indicators import obstacles
from pages import charts
from pages.obstacle_reads import Obstacles
from pages.reporter_reads import to_names_of
from pages.work_asked import WorkAsked, show_table, to_title
from ui import obstacle_tables, obstacle_time, obstacle_words
from ui.as_written import in_swedish
from ui.work_choice import ANY
from words import _

MOST = 10  # texts that are written out; the table has them all


def show_course(asked: WorkAsked, found: Obstacles, category: str) -> None:
    """How many a quarter, of all categories or the chosen one."""
    st.header(_("Över tid"), anchor=False)
    rows = found.rows if category == ANY else found.rows[found.rows["kategori"] == category]
    counted = found.units.groupby("period").size()
    reports = {str(period): int(count) for period, count in counted.items()}
    told = {period: obstacle_words.reports(count) for period, count in reports.items()}
    quarters = obstacles.to_quarters(rows, list(found.units["period"]), obstacle_words.LEVELS)
    said = obstacle_words.course(quarters, told)
    st.markdown(said)
    title = to_title(asked, _("Rapporterade hinder per kvartal"))
    charts.draw(
        obstacle_time.to_chart(quarters, told), title, said, "hinder_over_tid", viewer=asked.viewer
    )
    with st.expander(_("Samma siffror som tabell")):
        table = obstacle_tables.to_quarters(quarters, reports)
        name = "hinder-over-tid"
        show_table(asked, table, said, name, category or _("Alla"), obstacle_words.reading())


def show_texts(asked: WorkAsked, found: Obstacles, categories: dict[str, str]) -> None:
    """The shown periods' obstacles as they were written, the newest first."""
    st.header(_("Med rapporternas egna ord"), anchor=False)
    rows = found.rows[found.rows["period"].isin(found.periods)]
    if asked.work.category != ANY:
        rows = rows[rows["kategori"] == asked.work.category]
    if rows.empty:
        st.markdown(_("Inget hinder är rapporterat i det här urvalet."))
        return
    rows = rows.sort_values("period", ascending=False, kind="stable")
    areas = to_names_of(viewer=asked.viewer)
    for number, row in enumerate(rows.head(MOST).to_dict("records")):
        with st.container(gap=None):
            st.markdown(obstacle_words.item_head(row, categories, areas))
            with in_swedish(f"hinder_{number}"):
                st.markdown(obstacle_words.item_words(row))
    table = obstacle_tables.to_texts(rows, categories, areas)
    with st.expander(_("Alla {n} som tabell").format(n=len(rows))):
        of = asked.work.category or _("Alla")
        told = _("Rapporterade hinder med beskrivning")
        rule = obstacle_words.reading()
        show_table(asked, table, told, "hinder-texter", of, rule, heads=3)
