"""What an area's councils have reported last, as its page shows it."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from data_access.areas import Area
from data_access.cache import cached
from data_access.establishment import fetch_stages
from data_access.released_reports import fetch_reported, fetch_reports
from data_access.viewer import Viewer
from indicators.periods import newest_over
from indicators.stages import AT_WORK
from pages.measure_reads import MEASURE, fetch_measures, fetch_newest


class Latest(NamedTuple):
    """The newest published quarter of a kind in an area (None = never reported), and its rows."""

    period: str | None
    rows: pd.DataFrame


@cached
def fetch_latest(kind: str, area_code: str, on: date, *, release: int, viewer: Viewer) -> Latest:
    """The area's own newest report of the kind, of a quarter that is over on the day."""
    units = fetch_reported(kind, release=release, viewer=viewer)
    last = str(newest_over(on))
    own = units[(units["area"] == area_code) & (units["period"] <= last)]
    rows = fetch_reports(kind, release=release, viewer=viewer)
    if own.empty:
        return Latest(None, rows.head(0))
    period = str(own["period"].max())
    of_it = (rows["area"] == area_code) & (rows["period"] == period)
    return Latest(period, rows[of_it].reset_index(drop=True))


@cached
def fetch_own_measures(
    level: str, area_code: str, on: date, *, release: int, viewer: Viewer
) -> Latest:
    """Every kind of measure of the newest quarter in the area, as `fetch_measures` tells it; those
    with most reached first."""
    last = str(newest_over(on))
    newest = fetch_newest(MEASURE, last, release=release, viewer=viewer)
    if newest is None:
        return Latest(None, pd.DataFrame())
    found = fetch_measures(level, (newest,), ("quarter",), release=release, viewer=viewer)
    own = found[found["code"] == area_code]
    ordered = own.sort_values("value", ascending=False, na_position="last", kind="stable")
    return Latest(newest, ordered.reset_index(drop=True))


def has_begun(area: Area, on: date, *, viewer: Viewer) -> bool:
    """Whether a council of the area has started by the day, so that meetings are to be reported."""
    stages = fetch_stages(area.level, on, viewer=viewer).set_index("code")["stage"]
    return stages.get(area.code) in AT_WORK
