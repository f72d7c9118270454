"""One area over time, what it is set against, and what is more than chance."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import clock, explaining, sheets, trend_explained
from pages.answer import let_be_read
from pages.course_reads import fetch_course
from pages.trend_parts import show_download, to_sheet, to_title
from pages.trend_series import Asked
from reporting.register import Entry
from ui import chart_base, trend_words
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
        chart_base.show(found.chart, title, found.headline, "trend_utveckling")
    with right:
        st.markdown("\n\n".join([*found.details, trend_words.polarity(entry.polarity)]))
        told = _("Samma siffror som i diagrammet")
        one = to_sheet(asked, entry, found.table, told, found.name)
        sheets.show_table(one, "trend", viewer=asked.viewer)
        show_download(found.table, asked, entry, found.name)
    explaining.show(trend_explained.of_course(asked, entry), "utveckling")
