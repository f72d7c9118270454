"""Released figures with what they are counted over: rates, and how uncertain they are."""

import pandas as pd
from sqlalchemy import func, select

from data_access.cache import cached
from data_access.connect import reading
from data_access.release_cells import SEPARATOR, to_wanted
from data_access.release_scope import to_seen, without_crossed
from data_access.releases import Cells, fetch_releases, keep_cells, keep_listed
from data_access.schema_release import RELEASED_COUNT, RELEASED_SUM
from data_access.viewer import Viewer
from data_access.young import fetch_young
from indicators.protection.based import BASED, to_based, with_population
from indicators.protection.exact import with_sums
from indicators.protection.margins import COLUMNS
from indicators.protection.method import Method
from indicators.protection.names import SPLITS
from indicators.protection.rates import RATES, to_rates


@cached
def fetch_rates(
    listing: str,
    entry: str,
    level: str,
    split: tuple[str, ...] = SPLITS,
    *,
    release: int,
    viewer: Viewer,
) -> pd.DataFrame:
    """Figures of an entry of the register, for the areas that the viewer sees whole, as
    `to_margin` gives them, with persons, estimated, below, above and quarters of `to_based`, and
    the rates of `to_rates`; none of what there isn't. Raises UnknownMargin, DatabaseUnavailable.

    An LPO that sent nothing is a missing part of every sum it belongs to. A sum over a län that
    shares an LPO with another is 'ej-tillampligt': police areas cross it. Of exact figures those
    that are not planned are 'skyddat' in areas that have reported.

    A rate is per 10,000 of those aged 12–20 (or of the sex and age group) who live where a figure
    was sent; of a year it is the sum of the quarters, over the mean of them.
    """
    if not viewer.sees_entry(entry, level):
        return _nothing()
    cells = keep_cells(release, listing, entry, viewer=viewer)
    return _to_told(cells, level, split, release, viewer)


@cached
def fetch_listed(
    listing: str,
    level: str,
    split: tuple[str, ...],
    periods: tuple[str, ...],
    *,
    release: int,
    viewer: Viewer,
) -> pd.DataFrame:
    """What `fetch_rates` tells of every entry of a list at once, from those quarters alone; `entry`
    is its code. Raises UnknownMargin, DatabaseUnavailable."""
    cells = keep_listed(release, listing, periods, viewer=viewer)
    told = _to_told(cells, level, split, release, viewer)
    return told.assign(entry=told["indicator"].astype("str").str.removeprefix(listing + SEPARATOR))


@cached
def fetch_newest(listing: str, last: str, *, release: int, viewer: Viewer) -> str | None:
    """The newest quarter up to `last` of which the release tells anything of the list, in any area;
    None when it tells nothing. Raises DatabaseUnavailable."""
    method = {one.number: one.method for one in fetch_releases(viewer=viewer)}.get(release)
    table = RELEASED_SUM if method is Method.HIDING else RELEASED_COUNT
    asked = select(func.max(table.c.period)).where(*to_wanted(table, release, {"listing": listing}))
    with reading() as connection:
        return connection.execute(asked.where(table.c.period <= last)).scalar()


def _to_told(
    of: Cells, level: str, split: tuple[str, ...], release: int, viewer: Viewer
) -> pd.DataFrame:
    cells, divisions, base, sums = of
    if cells.empty:
        return _nothing()
    years = tuple(int(year) for year in sorted(cells["year"].unique()))
    young = fetch_young("lpo", years, viewer=viewer).rename(columns={"code": "part"})
    based = to_based(with_population(cells, young), level, split, base)
    told = based if sums is None else _with_sums(based, sums)
    seen = to_seen(without_crossed(told, divisions), divisions, viewer)
    return to_rates(seen, _to_largest(release, viewer))


def _nothing() -> pd.DataFrame:
    return pd.DataFrame(columns=[*COLUMNS, *BASED, *RATES])


def _with_sums(based: pd.DataFrame, sums: pd.DataFrame) -> pd.DataFrame:
    """The exact sums in their places, each entry's in its own."""
    own = dict(iter(sums.groupby("indicator")))
    return pd.concat([with_sums(of, own[name]) for name, of in based.groupby("indicator")])


def _to_largest(release: int, viewer: Viewer) -> dict[str, float | None]:
    """Level → how far its sums are off at most, None where that is not told."""
    found = [one for one in fetch_releases(viewer=viewer) if one.number == release]
    told = found[0].quality if found else ()
    largest = {str(one["level"]): one.get("largest") for one in told}
    return {level: None if most is None else float(most) for level, most in largest.items()}
