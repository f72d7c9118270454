"""Where are the councils? Map, table and the chosen area side by side."""

from dataclasses import replace
from datetime import date

import streamlit as st

import clock
from data_access.viewer import Viewer
from pages import (
    area_panel,
    asking,
    changes_panel,
    filter_bar,
    map_files,
    map_reads,
    map_side,
    part,
)
from pages.figure_levels import is_smoothed
from pages.first_map import is_awaited, is_first, let_map_draw_first
from pages.map_parts import beside_map, show_map
from pages.table_reads import Shown, fetch_shown
from ui import filters, formats
from ui.choice import Choice


def show_one_day(choice: Choice, shown: Shown, today: date, viewer: Viewer) -> None:
    """Map, table and panel."""
    left, middle, right = beside_map([10, 10, 7])
    with left:
        show_map(choice, today, viewer, key="karta", awaited=is_awaited(choice))
    let_map_draw_first(choice)
    with middle:
        map_side.show_controls(choice, today, viewer)
        map_side.show_table(choice, shown, viewer)
        show_files(choice, shown, viewer)
    with right:
        area_panel.show(choice, viewer)


def show_files(choice: Choice, shown: Shown, viewer: Viewer) -> None:
    """The table and the map as files: a part of their own."""

    def draw(asker: Viewer) -> None:
        with st.container(horizontal=True, gap="small"):
            map_side.draw_file(choice, shown, asker)
            map_files.draw(choice, asker)

    part.show("filer_karta", draw, viewer, alone=True)


def show_two_days(choice: Choice, today: date, viewer: Viewer) -> None:
    """Two maps, and what differs between them."""
    map_side.show_controls(choice, today, viewer)
    then = replace(choice, day=choice.compare)
    left, middle, right = beside_map([8, 8, 9])
    with left:
        st.header(formats.day(then.day), anchor=False)
        show_map(then, today, viewer, key="karta-da", day_parameter="jamfor")
        map_files.show(then, viewer, "karta-da")
    with middle:
        st.header(formats.day(choice.day), anchor=False)
        show_map(choice, today, viewer, key="karta")
        map_files.show(choice, viewer)
    with right:
        changes_panel.show(choice, viewer)


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    filter_bar.show("karta", viewer)
    choice, today = filters.current(), clock.today()
    within = (choice.region, choice.lan)
    asked = (choice.indicator, choice.level, choice.day, *within, is_smoothed(choice))
    shown = fetch_shown(*asked, viewer=viewer)
    st.markdown(shown.sentence)
    if choice.compare:
        show_two_days(choice, today, viewer)
    else:
        show_one_day(choice, shown, today, viewer)
    rough = map_reads.has_rough_borders(choice.level, choice.day)
    st.caption(map_side.to_sources(choice, viewer, rough=rough))


VIEWER = asking.current_viewer()
part.show("karta", show_page, VIEWER, alone=not is_first())
