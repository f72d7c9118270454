"""What is counted of young people in an area, in short, with the way to more."""

import streamlit as st

from indicators.periods import newest_over
from pages.area_asked import Asked, show_part, show_way
from pages.area_reports import COUNTED
from pages.area_trend_reads import fetch_shorts
from ui import area_reports, area_trends
from words import _


def show(asked: Asked) -> None:
    """Every indicator with a figure, or why there is none."""
    show_part(asked, "unga", _draw)
    show_way("trender", _("Till Trender"))


def _draw(asked: Asked) -> None:
    area, last = asked.area, str(newest_over(asked.on))
    st.header(_("Unga i området"), anchor=False)
    if area.level not in COUNTED:
        st.markdown(area_reports.not_counted(area.lpos))
        return
    held = {"release": asked.release.number, "viewer": asked.viewer}
    shorts = fetch_shorts(area.code, area.level, last, **held)
    if shorts.shown:
        area_trends.show(shorts.shown, area.name, asked.release)
    if shorts.protected:
        st.markdown(area_trends.protected(shorts.protected))
    elif not shorts.shown:
        st.markdown(_("Inga siffror om unga är publicerade för området före dagen."))
