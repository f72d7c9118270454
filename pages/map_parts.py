"""The map as the pages use it: what it shows, and what the browser tells back."""

import time
from datetime import date

import streamlit as st

from data_access.viewer import Viewer
from pages import map_reads, reads
from ui import field_row, filters, map_view, summaries
from ui.choice import Choice, first_indicator
from ui.map_indicators import indicators_at

_DRAWN = "bob_map_drawn"
LONGEST_WAIT = 1.0  # seconds


def is_awaited(choice: Choice) -> bool:
    """Whether the rest of the page still waits for the visitor's first map."""
    if st.session_state.get(_DRAWN) or choice.compare:
        return False
    # A new run would no longer know what was wrong with the address.
    return not choice.problems


def let_map_draw_first(choice: Choice) -> None:
    """At a visitor's first map, hold back everything else until the browser has drawn it.

    The table's and the filters' scripts would keep the map waiting by half a second. The map's
    word that it is drawn starts a new run, which ends this one here; without it, the rest comes
    all the same.
    """
    limit = time.monotonic() + LONGEST_WAIT
    while is_awaited(choice) and time.monotonic() < limit:
        time.sleep(0.02)
    st.session_state[_DRAWN] = True
    field_row.show_late("filter")


def show_map(
    choice: Choice,
    today: date,
    viewer: Viewer,
    *,
    key: str,
    height: int = map_view.HEIGHT,
    switch: bool = True,
    awaited: bool = False,
    day_parameter: str = "dag",
) -> None:
    """Draw the choice's day; a click selects, the resting slider sets `day_parameter`.

    `switch` lets the reader change indicator in the legend; an `awaited` map tells when it is
    drawn.
    """
    if not awaited:
        st.session_state[_DRAWN] = True
    inside = None
    if choice.region or choice.lan:
        asked = (choice.level, choice.day, choice.region, choice.lan)
        inside = reads.fetch_inside(*asked, viewer=viewer)
    own = {
        "indicator": choice.indicator,
        "awaited": awaited,
        "switch": switch,
        "title": summaries.map_title(indicators_at(choice.level)[choice.indicator], choice),
        "selected": choice.area,
        "inside": inside,
        "bounds": map_reads.to_bounds(choice.bounds_of, viewer),
    }

    def heard() -> None:
        told = map_view.told(key)
        if "saknas" in told:
            map_view.forget_packets()
        if "ritad" in told:
            st.session_state[_DRAWN] = True
        if "kod" in told:
            filters.put(omrade=told["kod"])
        if "indikator" in told:
            usual = told["indikator"] == first_indicator(choice.level)
            filters.put(indikator=None if usual else told["indikator"])
        if "dag" in told:
            filters.put(**{day_parameter: told["dag"]})

    packet = map_reads.fetch_packet(choice.level, choice.day, today, viewer=viewer)
    beside = choice.compare is not None
    map_view.show(packet, own, key=key, beside=beside, on_change=heard, height=height)
