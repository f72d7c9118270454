"""The map as the pages use it: what it shows, and what the browser tells back."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.viewer import Viewer
from pages import first_map, map_reads, reads
from pages.figure_levels import is_smoothed
from pages.map_indicator import find_indicator
from ui import filters, map_view, summaries
from ui.choice import Choice, first_indicator
from ui.map_indicators import indicators_at


def beside_map(widths: list[int]) -> list[DeltaGenerator]:
    """Columns of which the first holds a map; `web/screen.css` knows them before the map is there,
    so that nothing jumps on a tablet when it comes."""
    with st.container(key="kartrad"):
        return st.columns(widths, gap="medium")


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
        first_map.note_drawn()
    own = {"awaited": awaited, "switch": switch, **_to_own(choice, today, viewer)}
    packet = map_reads.fetch_packet(choice.level, choice.day, today, viewer=viewer)
    map_view.show(
        packet,
        own,
        key=key,
        beside=choice.compare is not None,
        on_change=partial(_hear, choice, key, day_parameter),
        height=height,
    )


def _to_own(choice: Choice, today: date, viewer: Viewer) -> dict[str, Any]:
    """What the choice adds to the packet of its level and day, which all share."""
    inside = None
    if choice.region or choice.lan:
        asked = (choice.level, choice.day, choice.region, choice.lan)
        inside = reads.fetch_inside(*asked, viewer=viewer)
    smooth = is_smoothed(choice)
    shown = find_indicator(choice.indicator, choice.level, smooth, viewer=viewer)
    own: dict[str, Any] = {
        "indicator": choice.indicator,
        "title": summaries.map_title(shown, choice),
        "selected": choice.area,
        "inside": inside,
        "bounds": map_reads.to_bounds(choice.bounds_of, viewer),
    }
    if choice.indicator not in indicators_at(choice.level):
        of = (choice.indicator, choice.level, choice.day, today, smooth)
        own["counted"] = map_reads.fetch_counted(*of, viewer=viewer)
    return own


def _hear(choice: Choice, key: str, day_parameter: str) -> None:
    told = map_view.told(key)
    if "saknas" in told:
        map_view.forget_packets()
    if "ritad" in told:
        first_map.note_drawn()
    if "kod" in told:
        filters.put(omrade=told["kod"])
    if "indikator" in told:
        usual = told["indikator"] == first_indicator(choice.level)
        filters.put(indikator=None if usual else told["indikator"])
    if "dag" in told:
        filters.put(**{day_parameter: told["dag"]})
