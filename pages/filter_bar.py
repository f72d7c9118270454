"""The filter bar of a page: the choice that the address gives, for what the viewer knows."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from data_access.areas import UnknownArea, fetch_area
from data_access.viewer import Viewer
from pages import clock
from pages.first_map import is_awaited
from pages.place_words import to_place
from pages.reads import fetch_inside, fetch_levels, fetch_names
from pages.trend_reads import fetch_entries
from ui import field_row, filters, headings, map_view, paper
from ui.choice import to_choice, to_day, to_previous_quarter_end, to_year_before

KEY = "filter"
# Pages that compare with a day, and with which when none is asked for
SINCE = {"oversikt": to_previous_quarter_end, "tackning": to_year_before}
_SEEN = "bob_seen_"


def show(page: str, viewer: Viewer) -> None:
    """Read the choice from the address, make it the run's, and draw the bar."""
    fields = read(page, viewer)
    later = page == "karta" and is_awaited(filters.current())
    field_row.show(fields, key=KEY, later=later)


def show_around(page: str, viewer: Viewer, draw: Callable[[], None]) -> None:
    """The bar over what `draw` draws, whose answer is to be read first: the bar's fields are drawn
    after it. At a visitor's first time their places come before it, so that nothing jumps."""
    bar, below = st.container(), st.container()
    is_new = not st.session_state.get(_SEEN + page)
    st.session_state[_SEEN + page] = True
    with bar:
        fields = read(page, viewer)
        if is_new:
            field_row.show(fields, key=KEY, later=True)
    with below:
        draw()
    with bar:
        if is_new:
            field_row.show_late(KEY)
        else:
            field_row.show(fields, key=KEY)


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
    entries, to_since = list(fetch_entries(viewer=viewer)), SINCE.get(page)
    to_since = to_since or to_previous_quarter_end
    choice = to_choice(asked_for, levels, today, other_day, entries, to_since=to_since)
    filters.remember(choice)
    headings.show_problems(choice)
    if page != "omrade":  # which says of itself what it shows
        with paper.on_paper("urval"):
            st.caption(headings.to_view_words(to_place(choice, viewer), choice.day))
    names = fetch_names(choice.day, viewer=viewer)
    asked = (choice.level, choice.day, choice.region, choice.lan)
    inside = fetch_inside(*asked, viewer=viewer)
    return filters.to_fields(choice, names, inside, today, since=page in SINCE)
