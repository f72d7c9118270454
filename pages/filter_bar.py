"""The filter bar of a page: the choice that the address gives, for what the viewer knows."""

from datetime import date

import streamlit as st

from data_access.areas import UnknownArea, fetch_area
from data_access.viewer import Viewer
from pages import clock
from pages.first_map import is_awaited
from pages.reads import fetch_inside, fetch_levels, fetch_names
from pages.trend_reads import fetch_entries
from ui import field_row, filters, headings, map_view
from ui.choice import to_choice, to_day

KEY = "filter"


def show(page: str, viewer: Viewer) -> None:
    """Read the choice from the address, make it the run's, and draw the bar."""
    fields = read(page, viewer)
    later = page == "karta" and is_awaited(filters.current())
    field_row.show(fields, key=KEY, later=later)


def read(page: str, viewer: Viewer) -> list[field_row.Field]:
    """Read the choice from the address, make it the run's, and say what was wrong; the bar's
    fields."""
    today = clock.today()
    if filters.keep_over_pages(page):
        map_view.forget_packets()
    day, _problem = to_day(st.query_params.get("dag"), today)

    def other_day(code: str) -> date | None:
        try:
            fetch_area(code, day, viewer=viewer)
        except UnknownArea as error:
            return error.other_day
        return day

    asked_for, levels = st.query_params.to_dict(), fetch_levels(day, viewer=viewer)
    choice = to_choice(asked_for, levels, today, other_day, list(fetch_entries(viewer=viewer)))
    filters.remember(choice)
    headings.show_problems(choice)
    names = fetch_names(choice.day, viewer=viewer)
    asked = (choice.level, choice.day, choice.region, choice.lan)
    inside = fetch_inside(*asked, viewer=viewer)
    return filters.to_fields(choice, names, inside, today, since=page == "oversikt")
