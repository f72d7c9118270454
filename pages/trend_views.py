"""The views of Trender."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.releases import Release
from data_access.viewer import Viewer
from pages.trend_areas import show_areas
from pages.trend_course import show_course
from pages.trend_panels import show_regions, show_sexes
from pages.trend_series import Asked
from reporting.register import Entry
from ui import trend_words
from ui.choice import Choice
from ui.trend_choice import AREAS, COURSE, REGIONS, SEXES_VIEW, TrendChoice

_VIEWS = {
    COURSE: show_course,
    AREAS: show_areas,
    REGIONS: show_regions,
    SEXES_VIEW: show_sexes,
}


def show(
    trend: TrendChoice,
    entry: Entry,
    choice: Choice,
    release: Release,
    top: DeltaGenerator,
    viewer: Viewer,
) -> None:
    """The chosen view, its answer in the place on top, and where its figures come from."""
    asked = Asked(trend, choice, release, viewer)
    _VIEWS[trend.view](asked, entry, top)
    st.caption(trend_words.sources(entry, release, trend))
