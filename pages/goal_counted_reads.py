"""What the product itself counts of a common goal, beside what regions report."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from data_access.cache import cached
from data_access.establishment import fetch_pieces
from data_access.goals import AT_MEETINGS, COUNCILS, SUSPECTED, SUSPECTED_ARE
from data_access.released_rates import fetch_rates
from data_access.viewer import Viewer
from indicators.coverage import share_of_prioritised_covered
from indicators.participation import to_cells, to_joined
from indicators.periods import Quarter
from pages.meeting_reads import fetch_rows, fetch_units
from reporting.register import Listing
from ui.formats import whole_percent
from ui.meeting_choice import LOCAL

_REGION = "polisregion"
_JOINED = "aktor"


@cached
def fetch_counted(
    goal: str,
    quarter: Quarter | None,
    known_on: date | None = None,
    *,
    release: int,
    viewer: Viewer,
) -> Mapping[str, int]:
    """Region → the goal's outcome of the quarter in the goal's own unit (per cent, or persons per
    10,000), counted on its LPO and whole as outcomes are reported; only where it can be counted,
    and nothing of other goals or without a quarter. Of councils as known on `known_on` (None =
    now)."""
    if quarter is None:
        return {}
    if goal == COUNCILS:
        pieces = fetch_pieces(quarter.last, known_on=known_on, viewer=viewer)
        shares = share_of_prioritised_covered(pieces, _REGION)
        return _to_known(shares["code"], shares["share"].map(whole_percent))
    if goal in AT_MEETINGS:
        units = fetch_units(LOCAL, quarter.last, known_on, release=release, viewer=viewer)
        own = units[units["period"] == str(quarter)]
        return _to_attended(AT_MEETINGS[goal], own, fetch_rows(release=release, viewer=viewer))
    if goal == SUSPECTED:
        return _to_suspected(quarter, release, viewer)
    return {}


def _to_attended(
    actors: Sequence[str], units: pd.DataFrame, rows: pd.DataFrame
) -> Mapping[str, int]:
    cells = to_cells(to_joined(rows, _JOINED, actors), units, "region", (_JOINED,))
    return _to_known(cells["of"], cells["share"].map(whole_percent))


def _to_suspected(quarter: Quarter, release: int, viewer: Viewer) -> Mapping[str, int]:
    listing = str(Listing.INDICATOR)
    rates = fetch_rates(
        listing, SUSPECTED_ARE, _REGION, ("quarter",), release=release, viewer=viewer
    )
    own = rates[rates["quarter"] == str(quarter)]
    return _to_known(own["code"], own["per_10_000"].round())


def _to_known(codes: pd.Series, values: pd.Series) -> Mapping[str, int]:
    found = zip(codes, values, strict=True)
    return {code: int(value) for code, value in found if pd.notna(value)}
