"""Measures of the newest quarter or year, every kind at once, and one kind's course."""

from datetime import date

import pandas as pd

from data_access.cache import cached
from data_access.register import fetch_register
from data_access.released_rates import fetch_listed, fetch_newest
from data_access.viewer import Viewer
from indicators.measures import per_thousand
from indicators.periods import Quarter, newest_over
from pages import trend_reads, trend_series
from pages.work_asked import WorkAsked
from reporting.register import Entry, Listing
from ui.trend_choice import QUARTER, TOTAL

MEASURE = str(Listing.MEASURE)


def to_periods(asked: WorkAsked) -> tuple[str, ...]:
    """The newest quarter of measures that is over on the chosen day, or those of its year so far;
    none when there is none."""
    last = str(newest_over(asked.choice.day))
    newest = fetch_newest(MEASURE, last, release=asked.release.number, viewer=asked.viewer)
    if newest is None or asked.work.by == QUARTER:
        return (newest,) if newest else ()
    quarter = Quarter.parse(newest)
    return tuple(str(one) for one in Quarter.range(Quarter(quarter.year, 1), quarter))


def fetch_entries(*, viewer: Viewer) -> dict[str, Entry]:
    """Code → kind of measure of the register, in its order, those that have ended too."""
    return fetch_register(viewer=viewer).all_of(Listing.MEASURE)


@cached
def fetch_measures(
    level: str, periods: tuple[str, ...], split: tuple[str, ...], *, release: int, viewer: Viewer
) -> pd.DataFrame:
    """What `fetch_listed` tells of every kind in the areas of the level, with rates of
    `per_thousand`; split by quarter when it is one, else the sum of several."""
    found = fetch_listed(MEASURE, level, split, periods, release=release, viewer=viewer)
    return per_thousand(found)


def to_measures(
    asked: WorkAsked, level: str, periods: tuple[str, ...], *split: str
) -> pd.DataFrame:
    """Those of the newest release, of the whole of the periods."""
    by = (*(("quarter",) if asked.work.by == QUARTER else ()), *split)
    return fetch_measures(level, periods, by, release=asked.release.number, viewer=asked.viewer)


@cached
def fetch_course(
    measure: str, level: str, code: str, on: date, *, release: int, viewer: Viewer
) -> pd.DataFrame:
    """One kind's periods in an area up to the day, as `trend_reads.fetch_series` has them, with
    rates of `per_thousand`."""
    of = (measure, level, TOTAL, TOTAL, QUARTER, MEASURE)
    series = trend_reads.fetch_series(*of, release=release, viewer=viewer)
    own = series[series["code"] == code]
    over = own["period"].map(lambda one: trend_series.is_over(one, QUARTER, on)).astype(bool)
    return per_thousand(own[over].reset_index(drop=True))
