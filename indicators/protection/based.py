"""Figures with what they are counted over: the inhabitants of those parts that have a figure."""

from collections.abc import Sequence

import pandas as pd

from indicators.protection.cells import is_shown
from indicators.protection.margins import COLUMNS, to_margin
from indicators.protection.names import SPLITS

ESTIMATED = "skattad"
OF = ("part", "year", "sex", "age_group")
BASED = ("persons", "estimated", "below", "above", "quarters")
QUARTERS = 4  # of a year


class DuplicatePopulation(ValueError):
    """The same population twice."""

    def __init__(self, name: str):
        super().__init__(f"the population of {name} stands more than once; give one day's figures")


def with_population(cells: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """The cells with persons (Int64, NA where unknown) and estimated (bool).

    `population` has `OF`, persons and status. Raises DuplicatePopulation.
    """
    twice = population[population.duplicated(list(OF))]
    if len(twice):
        raise DuplicatePopulation(" × ".join(str(twice.iloc[0][name]) for name in OF))
    known = cells.merge(population[[*OF, "persons", "status"]], on=list(OF), how="left")
    known["persons"] = known["persons"].astype("Int64")
    return known.assign(estimated=known.pop("status") == ESTIMATED)


def to_based(
    cells: pd.DataFrame, level: str, split: Sequence[str] = SPLITS, base: int | None = 5
) -> pd.DataFrame:
    """The figures of `to_margin`, of cells with a population, and `BASED`, a row each.

    `persons` (Float64) are those who live in the parts that have a figure, over a year the mean of
    its four quarters: so a rate is not too low where a part is missing, and one of three quarters
    is of three quarters. NA when no part has a figure, or any of it is unknown. `below` and
    `above` (Int64) are how many persons fewer or more the true count may be: a cell shown as the
    base may be one less than it too many, one shown as 0 as much too few; 0 without a base.
    `quarters` are those with a figure.
    Raises UnknownMargin.
    """
    figures = to_margin(cells, level, split, base or 5)
    shown = is_shown(cells)
    by = ["indicator", level, "year", *(name for name in SPLITS if name in split)]
    rounded = shown & (base is not None)
    marked = cells[by].assign(
        persons=cells["persons"].where(shown).astype("Float64"),
        unknown=shown & cells["persons"].isna(),
        estimated=shown & cells["estimated"],
        below=(rounded & (cells["value"] == base).fillna(value=False)).astype("int64"),
        above=(rounded & (cells["value"] == 0).fillna(value=False)).astype("int64"),
        shown_in=cells["quarter"].where(shown),
    )
    groups = marked.groupby(by, sort=True, observed=True)
    sums = groups[["unknown", "estimated", "below", "above"]].sum()
    sums = sums.assign(persons=groups["persons"].sum(min_count=1)).reset_index()
    off = (base or 1) - 1
    spans = 1 if "quarter" in split else QUARTERS
    based = figures.assign(
        persons=(sums["persons"] / spans).mask(sums["unknown"] > 0),
        estimated=sums["estimated"] > 0,
        below=(sums["below"] * off).astype("Int64"),
        above=(sums["above"] * off).astype("Int64"),
        quarters=groups["shown_in"].nunique().to_numpy(),
    )
    if not base:
        based["rounded"] = False
    return based[[*COLUMNS, *BASED]]
