"""The figures of Trender that can be explained: periods of a course, areas of a funnel, panels."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from pages import explained_counts, reads, trend_places, trend_series
from pages.explained_counts import Place
from pages.explaining import Explain
from pages.trend_series import Asked
from reporting.register import Entry
from ui.trend_choice import RATE
from ui.trend_points import period_name


def of_course(asked: Asked, entry: Entry) -> dict[str, Explain]:
    """Each period of the chosen area, the newest first."""
    place = trend_places.to_place(asked)
    if place is None or not place.is_whole:
        return {}
    series = trend_series.to_series(asked, place.level, place.code)
    return {
        period_name(period): _to_explain(
            asked, entry, Place(place.level, place.code, place.name, period)
        )
        for period in sorted(series["period"], reverse=True)
    }


def of_areas(
    asked: Asked, entry: Entry, names: Mapping[str, str], period: str
) -> dict[str, Explain]:
    """Each local police area's rate in the period."""
    rated = asked._replace(trend=replace(asked.trend, measure=RATE))
    return {
        name: _to_explain(rated, entry, Place("lpo", code, name, period))
        for code, name in names.items()
    }


def of_parts(asked: Asked, entry: Entry) -> dict[str, Explain]:
    """Each region (or polisområde of a chosen region) and period, the newest first."""
    level, codes = trend_places.to_parts(asked.choice, asked.viewer)
    series = trend_series.to_series(asked, level)
    names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)[level]
    return {
        f"{names[code]} {period_name(period)}": _to_explain(
            asked, entry, Place(level, code, names[code], period)
        )
        for period in sorted(set(series["period"]), reverse=True)
        for code in codes
        if code in names
    }


def _to_explain(asked: Asked, entry: Entry, place: Place) -> Explain:
    trend = asked.trend
    whom = place._replace(sex=trend.sex, age=trend.age)
    return partial(
        explained_counts.to_explained, entry, whom, rate=trend.is_rate, viewer=asked.viewer
    )
