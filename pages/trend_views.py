"""The views of Trender: one series, areas against the whole, regions, girls and boys."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import settings
from data_access.releases import Release
from data_access.viewer import Viewer
from indicators.signals.funnel import to_places
from pages import export, reads, trend_lines, trend_places, trend_told
from pages.trend_places import Asked
from reporting.register import Entry, Split
from ui import chart_base, funnel_chart, trend_chart, trend_file, trend_tables, trend_words
from ui.choice import Choice
from ui.headings import as_text
from ui.trend_choice import (
    AREAS,
    COURSE,
    REGIONS,
    SEXES,
    SEXES_VIEW,
    TrendChoice,
    age_name,
    sex_name,
)
from ui.trend_points import AGAINST, FOCUS, Line, period_name, to_line
from words import _

PERSONS = "personer"
WIDTH = 660  # pixels of a row of small charts


def show(
    trend: TrendChoice,
    entry: Entry,
    choice: Choice,
    release: Release,
    top: DeltaGenerator,
    viewer: Viewer,
) -> None:
    """The chosen view, its answer in the place on top, and where its figures come from."""
    asked = Asked(trend, choice, release.number, viewer)
    {COURSE: show_course, AREAS: show_areas, REGIONS: show_regions, SEXES_VIEW: show_sexes}[
        trend.view
    ](asked, entry, top)
    st.caption(trend_words.sources(entry, release, trend))


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
        show_title(asked.trend, entry, found.place.name)
        cuts = trend_lines.to_told_cuts(found.cuts, asked.trend.by)
        chart = trend_chart.to_chart(found.lines, asked.trend, cuts)
        chart_base.show(chart, " ".join([*headline, *said]), "trend_utveckling")
    with right:
        st.markdown("\n\n".join([*said, trend_words.polarity(entry.polarity)]))
        table = trend_tables.to_course(found.lines, asked.trend)
        trend_tables.show(table, _("Samma siffror som i diagrammet"), 390, "trend_tabell")
        show_download(table, asked, entry, found.place.name)


def show_areas(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """Every local police area of the newest period against the country."""
    series = trend_places.to_series(asked, "lpo")
    period = trend_places.to_newest_period(series)
    if period is None:
        st.info(trend_words.nothing(""))
        return
    names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)["lpo"]
    newest = series[(series["period"] == period) & series["code"].isin(names)]
    areas, rate, dispersion = to_places(newest)
    left, right = st.columns([3, 2], gap="large")
    said = trend_words.outside(areas, names)
    top.markdown(said)
    with left:
        show_title(asked.trend, entry, period_name(period))
        chart = funnel_chart.to_chart(areas, names, rate, dispersion)
        chart_base.show(chart, said, "trend_omraden")
    with right:
        st.markdown(trend_words.known(int(areas["place"].notna().sum()), len(names)))
        st.caption(trend_words.funnel(dispersion))
        table = trend_tables.to_areas(areas, names)
        trend_tables.show(table, _("Samma områden som i diagrammet"), 330, "trend_omraden_tabell")
        show_download(table, asked, entry, period_name(period))


def show_regions(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """Region by region (or the polisområden of a chosen region) beside the country."""
    level, codes = trend_places.to_parts(asked)
    names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)[level]
    series = trend_places.to_series(asked, level)
    whole = trend_places.to_series(asked, "riket", "se")
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
            own = trend_places.to_series(asked._replace(trend=trend), place.level, place.code)
            title = f"{sex_name(sex)} {age_name(age)}"
            panels.append((title, [to_line(title, FOCUS, own, trend)]))
    top.markdown(trend_words.spread([lines[0] for _title, lines in panels], asked.trend))
    show_panels(panels, asked, entry, wide=2, of=place.name)


def show_panels(
    panels: "list[tuple[str, list[Line]]]",
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


def show_title(trend: TrendChoice, entry: Entry, of: str) -> None:
    """What is shown: indicator, whom, where or when."""
    whom = trend_words.group(trend, split=entry.split is Split.SEX_AND_AGE)
    parts = [f"**{as_text(entry.name)}**", as_text(whom), as_text(of)]
    st.markdown(" · ".join(part for part in parts if part))


def show_download(table: pd.DataFrame, asked: Asked, entry: Entry, of: str) -> None:
    """The table as a file that says what it is."""
    told = {"indikator": entry.code, "bild": asked.trend.view, "utgava": asked.release}
    maker = partial(export.to_maker, viewer=asked.viewer, what="trender", told=told)
    lines = trend_file.to_lines(
        entry, asked.trend, of, asked.release, example=settings.load().example
    )
    trend_file.show_download(table, lines, f"{entry.code}-{asked.trend.view}", maker)
