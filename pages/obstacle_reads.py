"""Reported obstacles within the choice, and who has reported."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from data_access.released_reports import fetch_reported, fetch_reports
from indicators.periods import newest_over
from pages.reporter_reads import to_regions_of
from pages.within_reads import fetch_within
from pages.work_asked import WorkAsked
from pages.work_regions import to_regions
from ui.trend_choice import QUARTER
from ui.work_choice import ANY

OBSTACLE = "hinder"


class Obstacles(NamedTuple):
    """`rows`: area, period, region, kategori, niva, beskrivning; `units`: area, period, region and
    rows (0 = nothing to report); of quarters that are over. `periods` are those that are shown,
    none when nobody has reported."""

    rows: pd.DataFrame
    units: pd.DataFrame
    periods: tuple[str, ...]


def to_obstacles(asked: WorkAsked) -> Obstacles:
    """Those of the chosen region and its areas; of an area those of its region too."""
    region_of = to_regions_of(viewer=asked.viewer)
    inside = to_inside(asked, region_of)
    last = str(newest_over(asked.choice.day))

    def of(found: pd.DataFrame) -> pd.DataFrame:
        kept = found[(found["period"] <= last) & found["area"].isin(inside)]
        return kept.assign(region=kept["area"].map(region_of))

    held = {"release": asked.release.number, "viewer": asked.viewer}
    rows, units = of(fetch_reports(OBSTACLE, **held)), of(fetch_reported(OBSTACLE, **held))
    if asked.work.between != ANY:
        rows = rows[rows["niva"] == asked.work.between]
    return Obstacles(rows, units, _to_periods(units, asked.work.by))


def to_inside(asked: WorkAsked, region_of: Mapping[str, str]) -> frozenset[str]:
    """The areas whose reports are shown: all; or the chosen region with its areas of any day; or
    what lies in the choice, and the region that it lies in."""
    choice, viewer = asked.choice, asked.viewer
    within = (choice.day, choice.region, choice.lan, choice.area)
    inside = fetch_within(("lpo", "polisregion"), *within, viewer=viewer)
    if inside is None:
        return frozenset(region_of)
    regions = to_regions(choice, viewer).names
    chosen = choice.area or choice.lan or choice.region
    if chosen in regions:
        return frozenset(code for code, region in region_of.items() if region == chosen)
    return frozenset({*inside, *regions})


def _to_periods(units: pd.DataFrame, by: str) -> tuple[str, ...]:
    if units.empty:
        return ()
    newest = str(units["period"].max())
    shown = newest if by == QUARTER else newest[:4]
    return tuple(sorted({one for one in units["period"] if one.startswith(shown)}))
