"""The filter bar of a page: the choice that the address gives, for what the viewer knows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import streamlit as st

import clock
from data_access.areas import UnknownArea, fetch_area
from data_access.viewer import Viewer
from pages.first_map import is_awaited
from pages.place_words import to_place
from pages.reads import fetch_inside, fetch_levels, fetch_names
from pages.trend_reads import fetch_entries
from ui import field_row, filters, headings, map_view, paper
from ui.choice import to_choice
from ui.choice_days import to_day, to_previous_quarter_end, to_year_before
from ui.field_row import Field

KEY = "filter"
# Pages that compare with a day, and with which when none is asked for
SINCE = {"oversikt": to_previous_quarter_end, "tackning": to_year_before}
_SEEN = "bob_seen_"


def show(page: str, viewer: Viewer) -> None:
    """Read the choice from the address, make it the run's, and draw the bar."""
    fields = read(page, viewer)
    later = page == "karta" and is_awaited(filters.current())
    field_row.show(fields, key=KEY, later=later)


@contextmanager
def around(
    page: str, viewer: Viewer, add: Callable[[list[Field]], list[Field]] = list
) -> Iterator[bool]:
    """The bar over what is drawn within, and drawn after it (`field_row.drawn_last`), with the
    fields that `add` adds; tells whether it is the visitor's first time."""
    bar, below = st.container(), st.container()
    is_new = is_first(page)
    with bar:
        fields = add(read(page, viewer))
    with field_row.drawn_last(fields, key=KEY, place=bar, is_new=is_new), below:
        yield is_new


def is_first(page: str) -> bool:
    """Whether the visitor has not seen the page; she has then."""
    is_new = not st.session_state.get(_SEEN + page)
    st.session_state[_SEEN + page] = True
    return is_new


def read(page: str, viewer: Viewer) -> list[Field]:
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
    if choice.region and choice.lan and not inside:
        region, lan = names["polisregion"][choice.region], names["lan"][choice.lan]
        headings.show_nothing_in_both(region, lan)
    return filters.to_fields(choice, names, inside, today, since=page in SINCE)
