"""Small charts side by side: region by region, girls and boys."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import explaining, reads, sheets, trend_explained, trend_places, trend_series
from pages.trend_parts import show_download, to_sheet, to_source, to_title
from pages.trend_series import Asked
from reporting.register import Entry, Split
from ui import chart_base, trend_chart, trend_tables, trend_words
from ui.chart_base import Title
from ui.headings import as_text
from ui.trend_choice import SEXES, age_name, sex_name
from ui.trend_points import AGAINST, FOCUS, Line, to_line
from words import _

Panels = list[tuple[str, list[Line]]]  # title, and what is drawn: its own line first
WIDTH = 660  # pixels of a row of small charts


def show_regions(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """Region by region (or the polisområden of a chosen region) beside the country."""
    level, codes = trend_places.to_parts(asked.choice, asked.viewer)
    names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)[level]
    series = trend_series.to_series(asked, level)
    whole = trend_series.to_series(asked, "riket", "se")
    drawn = asked.trend.is_rate and len(whole)
    country = [to_line(_("Sverige"), AGAINST, whole, asked.trend)] if drawn else []
    panels: Panels = []
    for code in codes:
        own = series[series["code"] == code]
        if len(own):
            panels.append((names[code], [to_line(names[code], FOCUS, own, asked.trend), *country]))
    said = trend_words.spread([lines[0] for _title, lines in panels], asked.trend)
    top.markdown(f"{said} {trend_words.grey_line()}" if country else said)
    show_panels(panels, asked, entry, wide=4)
    explaining.show(trend_explained.of_parts(asked, entry), "regioner")


def show_sexes(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """Girls and boys side by side, each age group for itself."""
    if entry.split is not Split.SEX_AND_AGE:
        st.info(_("Uppgiften finns inte uppdelad på kön och ålder."))
        return
    place = trend_places.to_place(asked)
    if place is None or not place.is_whole:
        st.info(place.note if place else trend_words.nothing())
        return
    panels = []
    for age in trend_words.AGE_ORDER:
        for sex in SEXES:
            trend = replace(asked.trend, sex=sex, age=age)
            own = trend_series.to_series(asked._replace(trend=trend), place.level, place.code)
            title = f"{sex_name(sex)} {age_name(age)}"
            panels.append((title, [to_line(title, FOCUS, own, trend)]))
    top.markdown(trend_words.spread([lines[0] for _title, lines in panels], asked.trend))
    show_panels(panels, asked, entry, wide=2, of=place.name)


def show_panels(panels: Panels, asked: Asked, entry: Entry, wide: int, of: str = "") -> None:
    """Small charts on the same axes, and a table with all of them."""
    left, right = st.columns([3, 2], gap="large")
    lines = [lines[0] for _title, lines in panels]
    if not lines or all(line.points["value"].isna().all() for line in lines):
        protected = any(line.is_protected for line in lines)
        st.info(trend_words.nothing(of, protected=protected))
        return
    said = trend_words.panels(lines, asked.trend)
    with left:
        st.markdown(" · ".join(as_text(one) for one in to_title(asked, entry, of).lines if one))
        show_charts(panels, asked, WIDTH // wide)
    with right:
        st.markdown(said)
        table = trend_tables.to_panels(lines, asked.trend)
        one = to_sheet(asked, entry, table, _("Samma siffror som i diagrammen"), of)
        sheets.show_table(one, "trend_rutor", viewer=asked.viewer, height=420)
        show_download(table, asked, entry, of)


def show_charts(panels: Panels, asked: Asked, width: int) -> None:
    """The small charts beside each other, as many in a row as there is room for."""
    high, source = trend_chart.to_top([lines for _title, lines in panels]), to_source(asked)
    with st.container(horizontal=True):
        for place, (title, drawn) in enumerate(panels):
            with st.container(width=width):
                chart = trend_chart.to_small(drawn, high)
                told = trend_words.panels(drawn[:1], asked.trend)
                chart_base.show(chart, Title((title,), source), told, f"ruta{place}")
