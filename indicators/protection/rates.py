"""Rates per 10,000 inhabitants, from protected figures on a stated population."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from indicators.floats import Floats, to_floats
from indicators.protection.intervals import to_lower, to_upper
from indicators.protection.names import SHOWN, Reason

FEWEST = 30  # persons; on fewer a rate would tell of them
PER = 10_000
RATES = ("count_low", "count_high", "per_10_000", "low", "high", "rate_reason")


def to_rates(based: pd.DataFrame, off: Mapping[str, float | None]) -> pd.DataFrame:
    """The figures (of `to_based`) and `RATES`.

    `count_low` and `count_high` are the 95 % interval of chance around all that a rounded count may
    stand for; `low` and `high` the same per 10,000. What is told of how far a level's sums are off
    at most (`off`, None where nothing is) makes `below`, `above` and the interval narrower, never
    wider.
    `rate_reason` is the figure's own reason, but 'skyddat' on a base under `FEWEST` and 'saknas'
    where the population is unknown.
    """
    reason = _to_reason(based)
    shown = reason.isin([str(one) for one in SHOWN]).to_numpy()
    base = np.where(shown, to_floats(based["persons"]), np.nan)
    count = to_floats(based["value"])
    most = np.nan_to_num(to_floats(based["level"].map(dict(off))), nan=np.inf)
    below = np.minimum(to_floats(based["below"]), most)
    above = np.minimum(to_floats(based["above"]), most)
    low, high = to_lower(np.maximum(count - below, 0)), to_upper(count + above)
    return based.assign(
        below=_column(below),
        above=_column(above),
        count_low=_column(low),
        count_high=_column(high),
        per_10_000=_column(count / base * PER),
        low=_column(low / base * PER),
        high=_column(high / base * PER),
        rate_reason=reason,
    )


def _to_reason(based: pd.DataFrame) -> pd.Series:
    reason = based["reason"].astype(object)
    shown = reason.isin([str(one) for one in SHOWN])
    few = (based["persons"] < FEWEST).fillna(value=False).astype(bool)
    reason = reason.mask(shown & few, str(Reason.PROTECTED))
    return reason.mask(shown & based["persons"].isna(), str(Reason.MISSING))


def _column(values: Floats) -> pd.Series:
    return pd.Series(values).astype("Float64")
