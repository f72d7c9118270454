"""What the classes of the map's own indicators need, of a day and of many days at once."""

from datetime import date

import pandas as pd

from data_access.areas import fetch_areas_on_each
from data_access.cache import cached
from data_access.coverage_course import fetch_pieces_on_each
from data_access.status_course import fetch_priorities_on_each, fetch_stages_on_each
from data_access.viewer import Viewer
from indicators import coverage
from indicators.establishment import days_since
from ui.map_indicators import LEVELS_ABOVE


@cached
def fetch_status_on_each(
    indicator: str, level: str, days: tuple[date, ...], *, viewer: Viewer
) -> dict[date, pd.DataFrame]:
    """`fetch_status` of each of the days; as many questions as of one."""
    areas = _by_day(fetch_areas_on_each(level, days, viewer=viewer), days)
    if level in LEVELS_ABOVE:
        pieces = _by_day(fetch_pieces_on_each(days, viewer=viewer), days)
        return {day: to_shares(areas[day], pieces[day], indicator, level) for day in days}
    stages = _by_day(fetch_stages_on_each(level, days, viewer=viewer), days)
    needs = _by_day(fetch_priorities_on_each(level, days, viewer=viewer), days)
    return {day: to_stages(areas[day], stages[day], needs[day], day) for day in days}


def _by_day(found: pd.DataFrame, days: tuple[date, ...]) -> dict[date, pd.DataFrame]:
    groups = {day: found.iloc[places] for day, places in found.groupby("day").indices.items()}
    of_day = {day: groups.get(day, found.head(0)) for day in days}
    return {day: own.drop(columns="day").reset_index(drop=True) for day, own in of_day.items()}


def to_shares(
    areas: pd.DataFrame, pieces: pd.DataFrame, indicator: str, level: str
) -> pd.DataFrame:
    """The areas with a share of each, as `fetch_status` has them."""
    return areas.merge(coverage.SHARES[indicator](pieces, level), on="code", how="left")


def to_stages(
    areas: pd.DataFrame, stages: pd.DataFrame, needs: pd.DataFrame, on: date
) -> pd.DataFrame:
    """The areas with their stage, need and days since established, as `fetch_status` has them."""
    found = areas.merge(stages, on="code", how="left").merge(needs, on="code", how="left")
    found["days"] = found["established_on"].map(
        lambda day: None if pd.isna(day) else days_since(day, on)
    )
    return found
