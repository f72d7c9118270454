"""Where are the councils? Map, table and the chosen area side by side."""

from functools import partial

import streamlit as st

import settings
from pages import area_panel, asking, changes_panel, clock, export, map_reads, reads, table_reads
from pages.map_parts import is_awaited, let_map_draw_first, show_map
from ui import controls, filters, formats, map_view, summaries, tables
from ui.choice import MAP_LEVELS
from ui.map_indicators import indicators_at

VIEWER = asking.current_viewer()
CHOICE = filters.current()
TODAY = clock.today()
INDICATOR = indicators_at(CHOICE.level)[CHOICE.indicator]
NAMES = reads.fetch_names(CHOICE.day, viewer=VIEWER)


def show_controls() -> None:
    """Level, view and the day to compare with; the indicator is chosen in the map's legend."""
    levels = {level: tables.level_name(level) for level in MAP_LEVELS}
    views = controls.to_views(NAMES, CHOICE.view)
    controls.show_map_controls(CHOICE, levels, views, TODAY)


def show_download() -> None:
    """The table as a file."""
    told = {name: value for name, value in CHOICE.to_parameters().items() if value}
    maker = partial(export.to_maker, viewer=VIEWER, what="karta", told=told)
    tables.show_download(
        SHOWN.table,
        INDICATOR,
        CHOICE.level,
        CHOICE.day,
        maker,
        example=settings.load().example,
    )


def show_one_day() -> None:
    """Map, table and panel."""
    left, middle, right = st.columns([10, 10, 7], gap="medium")
    with left:
        show_map(CHOICE, TODAY, VIEWER, key="karta", awaited=is_awaited(CHOICE))
    let_map_draw_first(CHOICE)
    with middle:
        show_controls()
        tables.show_areas(
            SHOWN.arrow, SHOWN.codes, INDICATOR, CHOICE.level, CHOICE.area, map_view.HEIGHT - 200
        )
        show_download()
    with right:
        area_panel.show(CHOICE, VIEWER)


def show_two_days() -> None:
    """Two maps, and what differs between them."""
    show_controls()
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


SHOWN = table_reads.fetch_shown(
    CHOICE.indicator, CHOICE.level, CHOICE.day, CHOICE.region, CHOICE.lan, viewer=VIEWER
)
st.markdown(SHOWN.sentence)
if CHOICE.compare:
    show_two_days()
else:
    show_one_day()
ROUGH = map_reads.has_rough_borders(CHOICE.level, CHOICE.day)
st.caption(summaries.sources(CHOICE, INDICATOR, rough=ROUGH))
