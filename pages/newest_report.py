"""With which release the newest of some reports came."""

import pandas as pd

from data_access.released_reports import fetch_reported
from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from ui.sheet import release_name
from words import _


def to_words(kind: str, rows: pd.DataFrame, release: int, viewer: Viewer) -> str:
    """The release, with its day, that brought the newest of the reports that the rows (area,
    period) are of; '' without any."""
    reported = fetch_reported(kind, release=release, viewer=viewer)
    units = rows[["area", "period"]].drop_duplicates()
    came = units.merge(reported, on=["area", "period"])["release"]
    if came.empty:
        return ""
    made = {one.number: one for one in fetch_releases(viewer=viewer)}
    newest = made[int(came.max())]
    return _("{release}, då den nyaste rapporten som ingår kom").format(
        release=release_name(newest.number, newest.made_at)
    )
