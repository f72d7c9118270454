"""What is new in an area since a day: what Nytt sedan on Översikt tells, of the area alone."""

import streamlit as st

from data_access.area import Area
from data_access.viewer import Viewer
from pages.area_asked import show_way
from pages.area_news_reads import fetch_area_news
from ui import formats, news
from ui.choice import Choice
from words import _


def show(area: Area, choice: Choice, viewer: Viewer) -> None:
    """The news since the chosen day, the newest first, or that there are none."""
    st.header(_("Nytt sedan {day}").format(day=formats.day(choice.since)), anchor=False)
    found = fetch_area_news(area.code, choice.since, choice.day, viewer=viewer)
    if found:
        news.show_newest(found)
    else:
        st.markdown(_("Inget nytt är rapporterat om området."))
    show_way("oversikt", _("Till allt nytt"))
