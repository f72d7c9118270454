"""Reported resources within the choice: a year's, and those of the year before."""

from typing import NamedTuple

import pandas as pd

from data_access.register import fetch_register
from data_access.released_reports import fetch_reported, fetch_reports
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages.work_asked import WorkAsked
from pages.work_regions import Regions, to_regions
from reporting.register import Listing

RESOURCE = "resurser"


class Resources(NamedTuple):
    """A year (`2025`; '' when nobody has reported): its rows and those of the year before, and
    which of the shown regions have reported it."""

    year: str
    rows: pd.DataFrame
    before: pd.DataFrame
    reported: tuple[str, ...]
    regions: Regions


def to_years(*, release: int, viewer: Viewer) -> tuple[str, ...]:
    """The years that anybody has reported, the newest first."""
    units = fetch_reported(RESOURCE, release=release, viewer=viewer)
    return tuple(sorted({str(one)[:4] for one in units["period"]}, reverse=True))


def to_resources(asked: WorkAsked) -> Resources:
    """Those of the chosen year, else of the newest that is over on the day."""
    held = {"release": asked.release.number, "viewer": asked.viewer}
    regions = to_regions(asked.choice, asked.viewer)
    over = [year for year in to_years(**held) if Quarter(int(year), 4).last <= asked.choice.day]
    year = asked.work.year if asked.work.year in over else next(iter(over), "")
    rows = fetch_reports(RESOURCE, **held)
    rows = rows[rows["area"].isin(regions.names)]
    units = fetch_reported(RESOURCE, **held)
    sent = set(units.loc[units["period"] == f"{year}K4", "area"])
    before = f"{int(year) - 1}K4" if year else ""
    return Resources(
        year,
        rows[rows["period"] == f"{year}K4"],
        rows[rows["period"] == before],
        tuple(code for code in regions.names if code in sent),
        regions,
    )


def to_authorities(found: Resources, viewer: Viewer) -> dict[str, str]:
    """Code → name of every authority of the register, those that have ended too; what has been
    reported of others stands under its code."""
    names = fetch_register(viewer=viewer).names(Listing.AUTHORITY)
    return {code: code for code in found.rows["myndighet"]} | names
