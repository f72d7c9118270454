"""Rates per 10,000 inhabitants, from protected figures on a stated population."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from indicators.protection.intervals import to_lower, to_upper
from indicators.protection.names import SHOWN, Reason

FEWEST = 30  # persons; on fewer a rate would tell of them
PER = 10_000
OF = ("level", "code", "sex", "age_group")
ESTIMATED = "skattad"
RATES = ("persons", "estimated", "per_10_000", "low", "high")


class DuplicatePopulation(ValueError):
    """The same population twice."""

    def __init__(self, name: str):
        super().__init__(f"the population of {name} stands more than once; give one day's figures")


def to_rates(
    figures: pd.DataFrame, population: pd.DataFrame, off: Mapping[str, float | None]
) -> pd.DataFrame:
    """The figures (of `to_margin`) with `RATES` in place of value and rounded, and a reason.

    `population` has `OF`, persons and status ('skattad' makes the rate `estimated`). `low` and
    `high` are the 95 % interval of chance for a true count `off` persons below or above the shown
    one: the largest deviation told of each level, 0 where nothing is rounded. None: no interval.
    A base under `FEWEST` gives 'skyddat', a missing one 'saknas'. Where parts of a figure are
    missing the population should be that of the other parts. Raises DuplicatePopulation.
    """
    twice = population[population.duplicated(list(OF))]
    if len(twice):
        raise DuplicatePopulation(" × ".join(str(twice.iloc[0][name]) for name in OF))
    based = figures.merge(population[[*OF, "persons", "status"]], on=list(OF), how="left")
    reason = _to_reason(based)
    shown = reason.isin([str(one) for one in SHOWN]).to_numpy()
    persons = based["persons"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    base = np.where(shown, persons, np.nan)
    count = based["value"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    slack = based["level"].map(dict(off)).astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    rates = based.drop(columns=["value", "rounded", "status"]).assign(
        estimated=(based["status"] == ESTIMATED).astype(bool),
        reason=reason,
        per_10_000=_per(count, base),
        low=_per(to_lower(np.maximum(count - slack, 0)), base),
        high=_per(to_upper(count + slack), base),
    )
    first = [name for name in rates.columns if name not in RATES]
    return rates[[*first, *RATES]]


def _to_reason(based: pd.DataFrame) -> pd.Series:
    reason = based["reason"].astype(object)
    shown = reason.isin([str(one) for one in SHOWN])
    few = (based["persons"] < FEWEST).fillna(False).astype(bool)
    reason = reason.mask(shown & few, str(Reason.PROTECTED))
    return reason.mask(shown & based["persons"].isna(), str(Reason.MISSING))


def _per(count: np.ndarray, base: np.ndarray) -> pd.Series:
    return pd.Series(count / base * PER).astype("Float64")
