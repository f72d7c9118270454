"""The indicator that a map shows: its own or a counted one."""

from datetime import date

import pandas as pd

from data_access.viewer import Viewer
from indicators.protection.method import Method
from pages.figure_levels import newest_release
from pages.figure_reads import (
    fetch_figure_status,
    fetch_figure_status_on_each,
    fetch_limits,
)
from pages.reads import fetch_status
from pages.status_reads import fetch_status_on_each
from pages.trend_reads import fetch_entries
from ui.map_figures import to_indicator
from ui.map_indicators import Indicator, indicators_at


def find_indicator(key: str, level: str, smooth: bool, *, viewer: Viewer) -> Indicator:
    """The indicator of the map, its own or a counted one."""
    own = indicators_at(level)
    if key in own:
        return own[key]
    entry = fetch_entries(viewer=viewer)[key]
    limits = fetch_limits(key, level, smooth, viewer=viewer)
    release = newest_release(viewer)
    exact = release is not None and release.method is Method.HIDING
    return to_indicator(key, entry.name, entry.definition, limits, smooth=smooth, exact=exact)


def fetch_any_status(
    indicator: str, level: str, on: date, smooth: bool, *, viewer: Viewer
) -> pd.DataFrame:
    """`fetch_status` of the map's own indicators, `fetch_figure_status` of counted ones."""
    if indicator in indicators_at(level):
        return fetch_status(indicator, level, on, viewer=viewer)
    return fetch_figure_status(indicator, level, on, smooth, viewer=viewer)


def fetch_any_status_on_each(
    indicator: str, level: str, days: tuple[date, ...], smooth: bool, *, viewer: Viewer
) -> dict[date, pd.DataFrame]:
    """`fetch_any_status` of each of the days; as many questions as of one."""
    if indicator in indicators_at(level):
        return fetch_status_on_each(indicator, level, days, viewer=viewer)
    return fetch_figure_status_on_each(indicator, level, days, smooth, viewer=viewer)
