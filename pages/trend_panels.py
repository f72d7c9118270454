"""Small charts side by side: region by region, girls and boys."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import explaining, reads, trend_explained, trend_places, trend_series
from pages.explained_reads import Place
from pages.trend_panels_drawn import Panels, Places, show_panels
from pages.trend_series import Asked
from reporting.register import Entry, Split
from ui import panel_words, trend_words
from ui.trend_choice import AGES, SEXES, age_name, sex_name
from ui.trend_points import AGAINST, FOCUS, to_line
from words import _


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
    said = panel_words.spread([lines[0] for _title, lines in panels], asked.trend)
    top.markdown(f"{said} {panel_words.grey_line()}" if country else said)
    places = {
        names[code]: trend_explained.to_place(asked, level, code, names[code])
        for code in codes
        if code in names
    }
    show_panels(panels, places, asked, entry, wide=4)
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
    panels: Panels = []
    places: Places = {}
    for age in AGES:
        for sex in SEXES:
            trend = replace(asked.trend, sex=sex, age=age)
            own = trend_series.to_series(asked._replace(trend=trend), place.level, place.code)
            title = f"{sex_name(sex)} {age_name(age)}"
            places[title] = Place(place.level, place.code, f"{place.name}, {title}", "", sex, age)
            panels.append((title, [to_line(title, FOCUS, own, trend)]))
    top.markdown(panel_words.spread([lines[0] for _title, lines in panels], asked.trend))
    show_panels(panels, places, asked, entry, wide=2, of=place.name)
