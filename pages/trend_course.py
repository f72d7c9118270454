"""One area over time, what it is set against, and what is more than chance."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import trend_lines, trend_told
from pages.trend_parts import show_download, to_title
from pages.trend_series import Asked
from reporting.register import Entry
from ui import chart_base, trend_chart, trend_tables, trend_words
from words import _

PERSONS = "personer"


def show_course(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """One area over time, what it is set against, and what is more than chance."""
    found = trend_lines.to_course(asked)
    if found is None or found.line.points["value"].isna().all():
        st.info(trend_words.nothing(found.place.name if found else ""))
        return
    headline = trend_told.to_headline(found, asked)
    top.markdown(" ".join(headline))
    said = trend_told.to_details(found, asked, of_persons=entry.unit == PERSONS)
    left, right = st.columns([3, 2], gap="large")
    with left:
        cuts = trend_told.to_told_cuts(found.cuts, asked.trend.by)
        chart = trend_chart.to_chart(found.lines, asked.trend, cuts)
        title = to_title(asked, entry, found.place.name)
        chart_base.show(chart, title, " ".join(headline), "trend_utveckling")
    with right:
        st.markdown("\n\n".join([*said, trend_words.polarity(entry.polarity)]))
        table = trend_tables.to_course(found.lines, asked.trend)
        trend_tables.show(table, _("Samma siffror som i diagrammet"), 390, "trend_tabell")
        show_download(table, asked, entry, found.place.name)
