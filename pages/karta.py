"""Where are the councils? Map, table and the chosen area side by side."""

import streamlit as st

from data_access.areas import fetch_areas
from pages import area_panel, asking, changes_panel, clock, reads
from pages.map_parts import show_map
from ui import controls, filters, formats, map_view, summaries, tables
from ui.choice import MAP_LEVELS
from ui.map_indicators import indicators_at
from ui.words import _

VIEWER = asking.current_viewer()
CHOICE = filters.current()
TODAY = clock.today()
INDICATORS = indicators_at(CHOICE.level)
INDICATOR = INDICATORS[CHOICE.indicator]
AREAS = fetch_areas(CHOICE.day, viewer=VIEWER)


def show_controls() -> None:
    """Level, indicator, view and the day to compare with."""
    levels = {level: tables.level_name(level) for level in MAP_LEVELS}
    labels = {key: found.label for key, found in INDICATORS.items()}
    views = controls.to_views(AREAS, CHOICE.view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="kartval"):
        controls.show_select(
            "niva", _("Nivå"), CHOICE.level, levels, default="lpo", width=180, clears=("indikator",)
        )
        controls.show_select(
            "indikator",
            _("Indikator"),
            CHOICE.indicator,
            labels,
            default=next(iter(labels)),
            width=290,
        )
        controls.show_select(
            "vy", _("Visa på kartan"), CHOICE.view or "", views, default="", width=200
        )
        controls.show_comparison(CHOICE, TODAY)


def show_one_day() -> None:
    """Map, table and panel."""
    left, middle, right = st.columns([10, 10, 7], gap="medium")
    with left:
        show_map(CHOICE, TODAY, VIEWER, key="karta")
    with middle:
        tables.show_areas(SHOWN, INDICATOR, CHOICE.level, CHOICE.area, map_view.HEIGHT - 50)
        tables.show_download(SHOWN, INDICATOR, CHOICE.level, CHOICE.day)
    with right:
        area_panel.show(CHOICE, VIEWER)


def show_two_days() -> None:
    """Two maps, and what differs between them."""
    then = clock.on_day(CHOICE, CHOICE.compare)
    left, middle, right = st.columns([8, 8, 9], gap="medium")
    with left:
        st.header(formats.day(then.day), anchor=False)
        show_map(then, TODAY, VIEWER, key="karta-da", day_parameter="jamfor")
    with middle:
        st.header(formats.day(CHOICE.day), anchor=False)
        show_map(CHOICE, TODAY, VIEWER, key="karta")
    with right:
        changes_panel.show(CHOICE, VIEWER)


show_controls()
STATUS = reads.fetch_status(CHOICE.indicator, CHOICE.level, CHOICE.day, viewer=VIEWER)
SHOWN = STATUS[STATUS["code"].isin(filters.to_inside(CHOICE, AREAS, CHOICE.level)["code"])]
st.markdown(summaries.status_sentence(SHOWN, INDICATOR, CHOICE))
if CHOICE.compare:
    show_two_days()
else:
    show_one_day()
ROUGH = reads.has_rough_borders(CHOICE.level, CHOICE.day)
st.caption(summaries.sources(CHOICE, INDICATOR, rough=ROUGH))
