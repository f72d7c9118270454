"""What the map is given: classes for every step of the slider, outlines, and bounds."""

from datetime import date
from functools import lru_cache
from typing import Any

import settings
from data_access.cache import cached
from data_access.viewer import Viewer
from geodata import store
from geodata.division import FIRST_DAY
from pages.figure_reads import fetch_labels
from pages.map_indicator import fetch_any_status, fetch_any_status_on_each, find_indicator
from ui.map_indicators import indicators_at
from ui.map_payload import Packet, to_other, to_packet, to_payload, to_steps


@cached
def fetch_kinds(
    indicator: str, level: str, days: tuple[date, ...], smooth: bool = False, *, viewer: Viewer
) -> dict[date, dict[str, tuple[str, int]]]:
    """Of each of the days code → (name, place of its class) of every area of the level."""
    classify = find_indicator(indicator, level, smooth, viewer=viewer).classify
    found = fetch_any_status_on_each(indicator, level, days, smooth, viewer=viewer)
    return {
        day: {row["code"]: (row["name"], classify(row)) for row in status.to_dict("records")}
        for day, status in found.items()
    }


def fetch_payload(
    indicator: str, level: str, on: date, today: date, smooth: bool = False, *, viewer: Viewer
) -> dict[str, Any]:
    """The map's payload for every step of the slider."""
    steps = tuple(to_steps(FIRST_DAY, on, today))
    by_day = list(fetch_kinds(indicator, level, steps, smooth, viewer=viewer).items())
    now = fetch_any_status(indicator, level, on, smooth, viewer=viewer)
    outlines = [
        (outline.starts, outline.file.name) for outline in load_outlines() if outline.level == level
    ]
    found = find_indicator(indicator, level, smooth, viewer=viewer)
    return to_payload(found, on, today, by_day, now, sorted(outlines))


@cached
def fetch_packet(level: str, on: date, today: date, *, viewer: Viewer) -> Packet:
    """All of the map's own indicators, so that the browser can switch without asking the server,
    and the names of all."""
    keys = indicators_at(level)
    payloads = {key: fetch_payload(key, level, on, today, viewer=viewer) for key in keys}
    return to_packet(payloads, fetch_labels(level, viewer=viewer))


@cached
def fetch_counted(
    indicator: str, level: str, on: date, today: date, smooth: bool, *, viewer: Viewer
) -> dict[str, Any]:
    """What the browser needs of a counted indicator beside the packet."""
    return to_other(fetch_payload(indicator, level, on, today, smooth, viewer=viewer))


@lru_cache(maxsize=1)
def load_outlines() -> list[store.Outlines]:
    """The built outlines; an authority's newly installed file is taken up at the next start."""
    return store.ensure_outlines(settings.load().areas_dir)


@lru_cache(maxsize=1)
def load_bounds() -> store.Bounds:
    """South-west and north-east corner of every area."""
    return store.load_bounds(settings.load().areas_dir)


def to_bounds(place: str, viewer: Viewer) -> list[list[float]]:
    """The corners of a place; of the country only as much as the viewer sees."""
    bounds = load_bounds()
    own = [bounds[code] for code in sorted(viewer.areas) if code in bounds]
    if place != "se" or "se" in viewer.areas or not own:
        return bounds[place]
    corners = [corner for both in own for corner in both]
    north_south, west_east = zip(*corners, strict=True)
    return [[min(north_south), min(west_east)], [max(north_south), max(west_east)]]


def has_rough_borders(level: str, on: date) -> bool:
    """Whether the map of the level has approximate borders on the day."""
    return store.has_rough_borders(store.find_outlines(load_outlines(), level, on).file)
