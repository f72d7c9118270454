"""One area in full, as far as the data goes."""

import streamlit as st

from data_access.areas import fetch_area
from data_access.establishment import fetch_history
from pages import area_panel, area_reports, area_written, asking, cooperation_panel
from pages.area_trend_reads import fetch_shorts
from pages.figure_levels import LEVELS, newest_over, newest_release
from ui import area_card, area_trends, controls, filters, tables
from ui.map_indicators import LEVELS_ABOVE
from words import _

VIEWER = asking.current_viewer()
CHOICE = filters.current()


def show_choose_first() -> None:
    """Said when no area is chosen."""
    st.info(_("Välj ett område i listan ovan, eller på kartan."))
    st.page_link("karta.py", label=_("Till kartan"), query_params=filters.parameters())


def show_area(code: str) -> None:
    """Stage, history, needs, population and parts of the area."""
    area = fetch_area(code, CHOICE.day, viewer=VIEWER)
    controls.show_breadcrumb(area.path)
    area_card.show_heading(area.name, area.level)
    left, right = st.columns([3, 2], gap="large")
    with left:
        area_panel.show_stage(area, CHOICE.day, VIEWER, width=680)
        area_panel.show_coverage(area, CHOICE, VIEWER)
        history = fetch_history(code, CHOICE.day, viewer=VIEWER)
        if not history.empty:
            st.header(_("Händelser"), anchor=False)
            tables.show_history(history, area.name)
        below = st.container()
    with right:
        area_panel.show_people_and_parts(area, CHOICE.day, VIEWER)
        area_panel.show_need(area, CHOICE.day, VIEWER)
        area_card.show_validity(area.valid_from, area.valid_to)
        area_written.show_pictures(area, CHOICE.day, VIEWER)
        area_written.show_examples(area, CHOICE.day, VIEWER)
    area_reports.show(area, CHOICE.day, VIEWER)
    cooperation_panel.show(CHOICE, VIEWER, page="omrade", pictures=area.level in LEVELS_ABOVE)
    with below:  # last, since the first to ask waits for the figures of the whole release
        show_trends(area.code, area.level, area.name)


def show_trends(code: str, level: str, name: str) -> None:
    """What is counted of young people in the area, in short, with the way to more."""
    release = newest_release(VIEWER)
    if release is None or level not in LEVELS:
        return
    last = str(newest_over(CHOICE.day))
    shorts = fetch_shorts(code, level, last, release=release.number, viewer=VIEWER)
    if not shorts:
        return
    st.header(_("Unga i området"), anchor=False)
    area_trends.show(shorts, name, release)
    st.page_link("trender.py", label=_("Till Trender"), query_params=filters.parameters())


if CHOICE.area:
    show_area(CHOICE.area)
else:
    show_choose_first()
