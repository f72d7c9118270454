"""Every indicator's series at once, and what a series is told of its periods."""

import pandas as pd

from data_access.cache import cached
from data_access.released_rates import fetch_listed
from data_access.viewer import Viewer
from reporting.register import Listing
from ui.trend_choice import QUARTER

MOST_MISSING = 0.1  # share of what should have come, from which a figure is incomplete
QUARTERS = 4


@cached
def fetch_every_series(
    level: str, periods: tuple[str, ...], *, release: int, viewer: Viewer
) -> pd.DataFrame:
    """Of every indicator what `fetch_series` has of its total by quarter, of those quarters alone;
    `entry` is its code. As many questions as of one."""
    asked = (str(Listing.INDICATOR), level, ("quarter",), periods)
    return with_period(fetch_listed(*asked, release=release, viewer=viewer), QUARTER)


def with_period(kept: pd.DataFrame, by: str) -> pd.DataFrame:
    """The figures with their period by quarter or year, and whether it is incomplete."""
    missing = kept["missing"] > MOST_MISSING * kept["parts"]
    return kept.assign(
        period=kept["quarter"] if by == QUARTER else kept["year"].astype("str"),
        incomplete=missing if by == QUARTER else missing | (kept["quarters"] < QUARTERS),
    )
