"""Counted indicators as the map and an area's page ask for them, from the newest release."""

from datetime import date

import numpy as np
import pandas as pd

from data_access.areas import fetch_areas, fetch_areas_on_each
from data_access.cache import cached
from data_access.viewer import Viewer
from indicators.class_limits import to_limits
from indicators.periods import newest_over
from indicators.signals.smoothing import to_smooth
from pages.figure_levels import LEVELS, newest_release
from pages.trend_reads import fetch_entries, fetch_series
from ui.map_indicators import indicators_at
from ui.trend_choice import QUARTER, TOTAL

_OF_FIGURE = ("value", "per_10_000", "low", "high", "rate_reason", "period", "estimated")
_MARKS = ("incomplete", "rounded")


@cached
def fetch_labels(level: str, *, viewer: Viewer) -> dict[str, str]:
    """Key → label of all that a map of the level can show: its own first, then what is counted."""
    labels = {key: found.label for key, found in indicators_at(level).items()}
    if level in LEVELS and newest_release(viewer):
        labels |= {code: entry.name for code, entry in fetch_entries(viewer=viewer).items()}
    return labels


@cached
def fetch_figure_status(
    entry: str, level: str, on: date, smooth: bool, *, viewer: Viewer
) -> pd.DataFrame:
    """One row an area of the level on the day: code, name, polisregion, lan, and of the newest
    quarter that is over: value, per_10_000, low, high, rate_reason, period, estimated, incomplete,
    rounded, preliminary, smooth; `shown` is the rate on the map, smoothed or not."""
    areas = fetch_areas(on, level, viewer=viewer)
    return _to_status(_fetch(entry, level, viewer), areas, on, smooth)


@cached
def fetch_figure_status_on_each(
    entry: str, level: str, days: tuple[date, ...], smooth: bool, *, viewer: Viewer
) -> dict[date, pd.DataFrame]:
    """`fetch_figure_status` of each of the days; as many questions as of one."""
    series, areas = _fetch(entry, level, viewer), fetch_areas_on_each(level, days, viewer=viewer)
    of_day = {day: own.drop(columns="day") for day, own in areas.groupby("day")}
    none = areas.drop(columns="day").head(0)
    return {day: _to_status(series, of_day.get(day, none), day, smooth) for day in days}


def _to_status(series: pd.DataFrame, areas: pd.DataFrame, on: date, smooth: bool) -> pd.DataFrame:
    period = newest_over(on)
    found = series[series["period"] == str(period)]
    kept = found[["code", *_OF_FIGURE, *_MARKS]].assign(
        preliminary=found["reason"] == "preliminart",
        shown=_to_shown(found, smooth),
        smooth=smooth,
    )
    status = areas.merge(kept, on="code", how="left")
    status["period"] = status["period"].fillna(str(period))
    status["rate_reason"] = status["rate_reason"].fillna("saknas")
    return status


@cached
def fetch_limits(entry: str, level: str, smooth: bool, *, viewer: Viewer) -> tuple[float, ...]:
    """The map's class limits: over every quarter of the release, so that they hold over time."""
    series = _fetch(entry, level, viewer)
    shown = [_to_shown(of, smooth) for _period, of in series.groupby("period")]
    return to_limits(np.concatenate(shown) if shown else np.zeros(0))


def _fetch(code: str, level: str, viewer: Viewer) -> pd.DataFrame:
    release = newest_release(viewer)
    number = release.number if release else 0
    return fetch_series(code, level, TOTAL, TOTAL, QUARTER, release=number, viewer=viewer)


def _to_shown(figures: pd.DataFrame, smooth: bool) -> np.ndarray:
    rates = figures["per_10_000"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    if not smooth:
        return rates
    known = ~np.isnan(rates)
    counts = figures["value"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    persons = figures["persons"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    return to_smooth(np.where(known, counts, np.nan), np.where(known, persons, np.nan)) * 10_000
