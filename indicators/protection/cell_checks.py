"""One check a rule, on innermost cells."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd

from indicators.periods import BadPeriod, Quarter
from indicators.protection.cell_errors import (
    CellError,
    ContradictoryReason,
    DuplicateCell,
    FractionalCount,
    MissingPlace,
    MixedTotals,
    NegativeCount,
    NotNested,
    UnknownAge,
    UnknownSex,
)
from indicators.protection.names import AGES, IDENTITY, SEXES, SHOWN, TOTAL, Reason

NEEDED = (*IDENTITY, "lpo", "polisomrade", "polisregion")
NESTED = (
    ("part", "lpo"),
    ("part", "kommun"),
    ("lpo", "polisomrade"),
    ("polisomrade", "polisregion"),
    ("kommun", "lan"),
)


def check(cells: pd.DataFrame) -> None:
    """Raise the CellError (or BadPeriod) of the first rule that is broken."""
    for column in NEEDED:
        empty = cells[column].isna() | (cells[column] == "")
        _refuse(cells, empty, partial(MissingPlace, column))
    _refuse(cells, ~cells["sex"].isin([*SEXES, TOTAL]), UnknownSex)
    _refuse(cells, ~cells["age_group"].isin([*AGES, TOTAL]), UnknownAge)
    for quarter in cells["quarter"].unique():
        if not isinstance(quarter, str):
            raise BadPeriod(quarter)
        Quarter.parse(quarter)
    _refuse(cells, cells.duplicated(list(IDENTITY)), DuplicateCell)
    _check_counts(cells)
    _check_totals(cells)
    for child, parent in NESTED:
        _check_nested(cells, child, parent)


def _check_counts(cells: pd.DataFrame) -> None:
    counts = cells["count"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    _refuse(cells, pd.Series(counts < 0, index=cells.index), NegativeCount)
    broken = ~np.isnan(counts) & (~np.isfinite(counts) | (counts != np.floor(counts)))
    _refuse(cells, pd.Series(broken, index=cells.index), FractionalCount)
    if "reason" in cells.columns:
        shown = cells["reason"].isin([str(reason) for reason in SHOWN])
        gap = cells["reason"].isin([str(Reason.MISSING), str(Reason.NOT_APPLICABLE)])
        has = cells["count"].notna()
        fits = cells["reason"].isna() | (shown & has) | (gap & ~has)
        _refuse(cells, ~fits, ContradictoryReason)


def _check_totals(cells: pd.DataFrame) -> None:
    """In a quarter an indicator is split by sex and age everywhere, or nowhere."""
    whole = (cells["sex"] == TOTAL) & (cells["age_group"] == TOTAL)
    half = (cells["sex"] == TOTAL) ^ (cells["age_group"] == TOTAL)
    split = (~whole).groupby([cells["indicator"], cells["quarter"]]).transform("any")
    _refuse(cells, half | (whole & split), MixedTotals)


def _check_nested(cells: pd.DataFrame, child: str, parent: str) -> None:
    pairs = cells[["quarter", child, parent]].drop_duplicates().dropna(subset=[child])
    twice = pairs[pairs.duplicated(["quarter", child])]
    if len(twice):
        first = twice.iloc[0]
        raise NotNested(child, parent, str(first[child]), str(first["quarter"]))


def _refuse(cells: pd.DataFrame, wrong: pd.Series, error: Callable[[str], CellError]) -> None:
    if wrong.any():
        first = cells.loc[wrong, list(IDENTITY)].iloc[0]
        raise error(" × ".join(str(value) for value in first))
