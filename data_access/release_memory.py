"""What earlier releases told of each count, so that it is told in the same way again."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Row, select

from data_access.connect import reading
from data_access.raw.released import Split, read_released
from data_access.register import fetch_register
from data_access.release_cells import read_told, to_placed, to_protected
from data_access.schema_release import RELEASE
from data_access.viewer import Viewer
from indicators.protection.names import IDENTITY
from reporting.register import Listing
from reporting.register import Split as Counting

_TYPES = {"count": "Int64", "value": "Int64", "release": "int64"}
COUNTED = (Listing.INDICATOR, Listing.MEASURE)
COLUMNS = [*IDENTITY, "count", "value", "release"]


def to_split(viewer: Viewer) -> Split:
    """(listing, code) of all that the register has as counted by sex and age."""
    entries = fetch_register(viewer=viewer).entries
    return {
        (str(one.listing), one.code)
        for one in entries
        if one.listing in COUNTED and one.split is Counting.SEX_AND_AGE
    }


def list_rows() -> Sequence[Row[Any]]:
    """Every release, the newest first. Raises DatabaseUnavailable."""
    with reading() as connection:
        return connection.execute(select(RELEASE).order_by(RELEASE.c.id.desc())).all()


def read_memory(releases: Iterable[Row[Any]], split: Split) -> pd.DataFrame:
    """The protection's identity of a cell, the count that was reported, the value that was told of
    it and the release's number. Of the same cell and count the newest. `releases` the newest first.
    Unprotected counts: for the release job alone. Raises DatabaseUnavailable."""
    seen: set[int] = set()
    found = [pd.DataFrame(columns=COLUMNS).astype(_TYPES)]
    for release in releases:
        # what stood in a newer release too is known from there
        given = read_released(release.token, split, besides=seen)
        seen |= given.submissions
        if not given.cells.empty:
            raw = to_placed(given.cells)[[*IDENTITY, "count"]].assign(release=release.id)
            quarters = tuple(sorted(given.cells["period"].unique()))
            with reading() as connection:
                told = read_told(connection, release.id, period=quarters)
            told = to_protected(told)[[*IDENTITY, "value"]]
            found.append(raw.merge(told, on=list(IDENTITY))[COLUMNS])
    memory = pd.concat(found, ignore_index=True).dropna(subset=["count", "value"])
    return memory.drop_duplicates([*IDENTITY, "count"], ignore_index=True)
