"""The released figure that is explained: which one, and its row."""

from typing import NamedTuple

import pandas as pd

from data_access.released_rates import fetch_listed, fetch_rates
from data_access.viewer import Viewer
from indicators.protection.names import TOTAL
from reporting.register import Entry


class Place(NamedTuple):
    """Which figure of an entry: level and code of the area, its name, the period (`2026K3`, or
    `2026`), sex and age group (or 'totalt'), and of a part of a year the `quarters` of it."""

    level: str
    code: str
    name: str
    period: str
    sex: str = TOTAL
    age: str = TOTAL
    quarters: tuple[str, ...] = ()


def read_row(entry: Entry, place: Place, release: int, viewer: Viewer) -> pd.Series | None:
    """The figure's row of `fetch_rates` in a release; None when it has none."""
    whole = (("quarter", "K" in place.period), ("sex", place.sex != TOTAL))
    wanted = (*whole, ("age_group", place.age != TOTAL))
    split = tuple(name for name, asked in wanted if asked)
    found = _fetch(entry, place, split, release, viewer)
    if found.empty:
        return None
    period = found["quarter"] if "K" in place.period else found["year"].astype(str)
    own = found[(found["code"] == place.code) & (period == place.period)]
    own = own[(own["sex"] == place.sex) & (own["age_group"] == place.age)]
    return None if own.empty else own.iloc[0]


def _fetch(
    entry: Entry, place: Place, split: tuple[str, ...], release: int, viewer: Viewer
) -> pd.DataFrame:
    listing, held = str(entry.listing), {"release": release, "viewer": viewer}
    if not place.quarters:
        return fetch_rates(listing, entry.code, place.level, split, **held)
    found = fetch_listed(listing, place.level, split, place.quarters, **held)
    return found[found["entry"] == entry.code]
