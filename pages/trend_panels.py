"""Small charts side by side: region by region, girls and boys."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import reads, trend_places, trend_series
from pages.trend_parts import show_download, show_title
from pages.trend_series import Asked
from reporting.register import Entry, Split
from ui import chart_base, trend_chart, trend_tables, trend_words
from ui.trend_choice import SEXES, age_name, sex_name
from ui.trend_points import AGAINST, FOCUS, Line, to_line
from words import _

WIDTH = 660  # pixels of a row of small charts


def show_regions(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """Region by region (or the polisområden of a chosen region) beside the country."""
    level, codes = trend_places.to_parts(asked)
    names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)[level]
    series = trend_series.to_series(asked, level)
    whole = trend_series.to_series(asked, "riket", "se")
    drawn = asked.trend.is_rate and len(whole)
    country = [to_line(_("Sverige"), AGAINST, whole, asked.trend)] if drawn else []
    panels: list[tuple[str, list[Line]]] = []
    for code in codes:
        own = series[series["code"] == code]
        if len(own):
            panels.append((names[code], [to_line(names[code], FOCUS, own, asked.trend), *country]))
    said = trend_words.spread([lines[0] for _title, lines in panels], asked.trend)
    top.markdown(f"{said} {trend_words.grey_line()}" if country else said)
    show_panels(panels, asked, entry, wide=4)


def show_sexes(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """Girls and boys side by side, each age group for itself."""
    if entry.split is not Split.SEX_AND_AGE:
        st.info(_("Uppgiften finns inte uppdelad på kön och ålder."))
        return
    place = trend_places.to_place(asked)
    if place is None:
        st.info(trend_words.nothing(""))
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


def show_panels(
    panels: list[tuple[str, list[Line]]],
    asked: Asked,
    entry: Entry,
    wide: int,
    of: str = "",
) -> None:
    """Small charts on the same axes, and a table with all of them."""
    left, right = st.columns([3, 2], gap="large")
    lines = [lines[0] for _title, lines in panels]
    if not lines or all(line.points["value"].isna().all() for line in lines):
        st.info(trend_words.nothing(of))
        return
    said = trend_words.panels(lines, asked.trend)
    with left:
        show_title(asked.trend, entry, of)
        high = trend_chart.to_top([lines for _title, lines in panels])
        with st.container(horizontal=True):
            for place, (title, drawn) in enumerate(panels):
                with st.container(width=WIDTH // wide):
                    chart = trend_chart.to_small(title, drawn, asked.trend, high)
                    chart_base.show(
                        chart, trend_words.panels(drawn[:1], asked.trend), f"ruta{place}"
                    )
    with right:
        st.markdown(said)
        table = trend_tables.to_panels(lines, asked.trend)
        trend_tables.show(table, _("Samma siffror som i diagrammen"), 420, "trend_rutor_tabell")
        show_download(table, asked, entry, of)
