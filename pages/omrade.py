"""One area in full: everything that is known of it, in one screen that can be printed."""

from collections.abc import Callable

import streamlit as st

from data_access.areas import fetch_area
from data_access.viewer import Viewer
from pages import (
    area_events,
    area_goals,
    area_reports,
    area_trends,
    area_work,
    area_written,
    asking,
    cooperation_panel,
    filter_bar,
    part,
)
from pages.area_asked import Asked
from pages.figure_levels import newest_release
from ui import controls, filters
from ui.choice import Choice
from ui.map_indicators import LEVELS_ABOVE
from words import _

Part = Callable[[Asked], None]
PAGE = "omrade"


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    with filter_bar.around(PAGE, viewer):
        show_below(filters.current(), viewer)


def show_below(choice: Choice, viewer: Viewer) -> None:
    """The chosen area, or what to do to choose one."""
    if choice.area:
        show_area(choice.area, choice, viewer)
        return
    st.info(_("Välj ett område i listan ovan, eller på kartan."))
    st.page_link("karta.py", label=_("Till kartan"), query_params=filters.parameters())


def show_area(code: str, choice: Choice, viewer: Viewer) -> None:
    """What rests on councils' events, and what the newest release tells."""
    area, release = fetch_area(code, choice.day, viewer=viewer), newest_release(viewer)
    controls.show_breadcrumb(area.path)
    area_events.show(area, choice, release, viewer)
    if release is None:
        st.info(
            _(
                "Ingen utgåva är publicerad än. Deltagande, insatser, mål, hinder, resurser, "
                "exempel, kompetensbehov och samverkan kommer med den första."
            )
        )
        return
    show_released(Asked(area, choice, release, viewer))


def show_released(asked: Asked) -> None:
    """The parts that the newest release tells of, each with the way to more."""
    show_beside(asked, area_reports.show_meetings, area_reports.show_measures)
    area_goals.show(asked)
    figures = st.container()
    show_beside(asked, area_work.show_obstacles, area_work.show_resources)
    show_beside(asked, area_written.show_examples, area_written.show_needs)
    pictures = asked.area.level in LEVELS_ABOVE
    cooperation_panel.show(asked.choice, asked.viewer, page="omrade", pictures=pictures)
    with figures:  # last, since the first to ask waits for the figures of the whole release
        area_trends.show(asked)


def show_beside(asked: Asked, first: Part, second: Part) -> None:
    """Two parts beside each other."""
    left, right = st.columns(2, gap="large")
    with left:
        first(asked)
    with right:
        second(asked)


VIEWER = asking.current_viewer()
part.show(PAGE, show_page, VIEWER, alone=True)
