"""What Täckning asks the data layer for: shares, gaps, groups and the course of it."""

from datetime import date

import pandas as pd

from data_access.cache import cached
from data_access.coverage_course import fetch_pieces_on_each
from data_access.establishment import fetch_pieces
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators import coverage, gaps
from indicators.coverage import Count
from indicators.coverage_course import count_course, to_days
from pages.reads import fetch_names


@cached
def fetch_counts(
    on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> dict[str, Count]:
    """Each share within the choice, by its key in `coverage.SHARES`."""
    return coverage.count_whole(_within(on, region, lan, viewer))


@cached
def fetch_covered(
    level: str, code: str, on: date, *, viewer: Viewer
) -> tuple[Count, tuple[bool, ...]]:
    """Of an area's young people how many a council covers, and whether each of its parts is."""
    pieces = fetch_pieces(on, viewer=viewer)
    own = pieces[pieces[level] == code]
    return coverage.count_whole(own)["unga"], tuple(own["covered"].astype(bool))


@cached
def fetch_gaps(on: date, region: str | None, lan: str | None, *, viewer: Viewer) -> pd.DataFrame:
    """The areas without an established council, as `gaps.to_gaps` ranks them."""
    return gaps.to_gaps(_within(on, region, lan, viewer))


@cached
def fetch_set_aside(
    on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> pd.DataFrame:
    """The areas where a council is not needed, as `gaps.to_set_aside` has them."""
    return gaps.to_set_aside(_within(on, region, lan, viewer))


@cached
def fetch_groups(
    per: str, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> pd.DataFrame:
    """Each share of each group of the level that the viewer sees whole: measure, code, name,
    share, covered, counted_over, partly; of a group only what lies in the choice."""
    names = fetch_names(on, viewer=viewer).get(per, {})
    counts = coverage.count_all(_within(on, region, lan, viewer), per)
    found = counts[counts["code"].isin(names)]
    return found.assign(name=found["code"].map(names)).reset_index(drop=True)


@cached
def fetch_course(on: date, region: str | None, lan: str | None, *, viewer: Viewer) -> pd.DataFrame:
    """Each share at the end of each quarter until the day, as `count_course` has it."""
    pieces = fetch_pieces_on_each(to_days(FIRST_DAY, on), viewer=viewer)
    return count_course(coverage.within(pieces, region, lan))


def _within(on: date, region: str | None, lan: str | None, viewer: Viewer) -> pd.DataFrame:
    return coverage.within(fetch_pieces(on, viewer=viewer), region, lan)
