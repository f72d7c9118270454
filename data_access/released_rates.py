"""Released figures with what they are counted over: rates, and how uncertain they are."""

import pandas as pd

from data_access.cache import cached
from data_access.release_scope import to_seen, without_crossed
from data_access.releases import fetch_releases, keep_cells
from data_access.viewer import Viewer
from data_access.young import fetch_young
from indicators.protection.based import BASED, to_based, with_population
from indicators.protection.exact import with_sums
from indicators.protection.margins import COLUMNS
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
    """The figures of `fetch_figures`, with persons, estimated, below, above and quarters of
    `to_based`, and the rates of `to_rates`. Raises UnknownMargin, DatabaseUnavailable.

    A rate is per 10,000 of those aged 12–20 (or of the sex and age group) who live where a figure
    was sent; of a year it is the sum of the quarters, over the mean of them.
    """
    cells, divisions, base, sums = keep_cells(release, listing, entry, viewer=viewer)
    if cells.empty:
        return pd.DataFrame(columns=[*COLUMNS, *BASED, *RATES])
    years = tuple(int(year) for year in sorted(cells["year"].unique()))
    young = fetch_young("lpo", years, viewer=viewer).rename(columns={"code": "part"})
    based = to_based(with_population(cells, young), level, split, base)
    told = based if sums is None else with_sums(based, sums)
    seen = to_seen(without_crossed(told, divisions), divisions, viewer)
    return to_rates(seen, _to_largest(release, viewer))


def _to_largest(release: int, viewer: Viewer) -> dict[str, float | None]:
    """Level → how far its sums are off at most, None where that is not told."""
    found = [one for one in fetch_releases(viewer=viewer) if one.number == release]
    told = found[0].quality if found else ()
    largest = {str(one["level"]): one.get("largest") for one in told}
    return {level: None if most is None else float(most) for level, most in largest.items()}
