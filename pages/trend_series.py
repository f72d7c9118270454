"""What a view of Trender rests on, and the figures that it asks for."""

from datetime import date
from typing import NamedTuple

import pandas as pd

import clock
from data_access.releases import Release
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import trend_reads
from ui.choice import Choice
from ui.trend_choice import QUARTER, TrendChoice


class Asked(NamedTuple):
    """Everything that a view rests on."""

    trend: TrendChoice
    choice: Choice
    release: Release
    viewer: Viewer


def to_series(asked: Asked, level: str, code: str | None = None) -> pd.DataFrame:
    """The figures of the level's areas (or of one) up to the chosen day."""
    trend = asked.trend
    series = trend_reads.fetch_series(
        trend.indicator,
        level,
        trend.sex,
        trend.age,
        trend.by,
        release=asked.release.number,
        viewer=asked.viewer,
    )
    day = asked.choice.day
    kept = series["period"].map(lambda period: is_over(period, trend.by, day)).astype(bool)
    return series[kept if code is None else kept & (series["code"] == code)]


def is_over(period: str, by: str, day: date) -> bool:
    """Whether the period is over on the day. The year that goes on is shown as far as it is, but
    on no earlier day, which knew less of it."""
    if by == QUARTER:
        return Quarter.parse(period).last <= day
    goes_on = int(period) == day.year and Quarter.of(day) == Quarter.of(clock.today())
    return date(int(period), 12, 31) <= day or goes_on


def to_newest_period(series: pd.DataFrame) -> str | None:
    """The newest period with a figure."""
    known = series[series["value"].notna()]
    return None if known.empty else str(known["period"].max())
