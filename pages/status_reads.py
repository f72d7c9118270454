"""What the classes of the map's own indicators need, of a day and of many days at once."""

from collections.abc import Iterable
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
    areas = fetch_areas_on_each(level, days, viewer=viewer)
    if level in LEVELS_ABOVE:
        pieces = fetch_pieces_on_each(days, viewer=viewer)
        return _by_day(to_shares(areas, pieces, indicator, level), days)
    stages = fetch_stages_on_each(level, days, viewer=viewer)
    needs = fetch_priorities_on_each(level, days, viewer=viewer)
    return _by_day(to_stages(areas, stages, needs, areas["day"]), days)


def _by_day(found: pd.DataFrame, days: tuple[date, ...]) -> dict[date, pd.DataFrame]:
    groups = {day: found.iloc[places] for day, places in found.groupby("day").indices.items()}
    of_day = {day: groups.get(day, found.head(0)) for day in days}
    return {day: own.drop(columns="day").reset_index(drop=True) for day, own in of_day.items()}


def to_shares(
    areas: pd.DataFrame, pieces: pd.DataFrame, indicator: str, level: str
) -> pd.DataFrame:
    """The areas with a share of each, as `fetch_status` has them; of several days where all have
    their day."""
    return areas.merge(coverage.SHARES[indicator](pieces, level), on=_key(areas), how="left")


def to_stages(
    areas: pd.DataFrame, stages: pd.DataFrame, needs: pd.DataFrame, on: Iterable[date]
) -> pd.DataFrame:
    """The areas with their stage, need and days since established, as `fetch_status` has them; of
    several days where all have their day. `on` is the day of each of the areas."""
    key = _key(areas)
    found = areas.merge(stages, on=key, how="left").merge(needs, on=key, how="left")
    since = zip(found["established_on"], on, strict=True)
    days = [None if pd.isna(first) else days_since(first, day) for first, day in since]
    return found.assign(days=pd.Series(days, index=found.index, dtype="float64"))


def _key(areas: pd.DataFrame) -> list[str]:
    return ["day", "code"] if "day" in areas else ["code"]
