"""Released figures as open formats tell them: one row a figure, with its reason where it is none.

Codes are the register's and the division's own; names stand beside them in each format.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import pandas as pd

KEYS = ("area", "period", "sex", "age")
MEASURES = ("count", "per_10_000", "low", "high", "persons")
MARKS = ("estimated", "rounded", "complete")
COLUMNS = (*KEYS, *MEASURES, "reason", "rate_reason", *MARKS, "parts", "missing")
DECIMALS = {"count": 0, "persons": 0, "per_10_000": 2, "low": 2, "high": 2}
QUARTERS = 4  # of a year
KEPT = "sprak_sv"  # the field that names what is in Swedish in an answer that is not


class Dataset(NamedTuple):
    """An indicator's figures of one release, and what is to be known of them. `table` has
    `COLUMNS`, of areas of one `level`; `names` is key → code → name, in the order of the codes;
    `release` its number, made at `updated` (UTC); `is_example` whether the figures are invented."""

    code: str
    name: str
    definition: str
    unit: str
    source: str
    rule: str
    table: pd.DataFrame
    names: Mapping[str, Mapping[str, str]]
    release: int
    updated: datetime
    is_example: bool
    level: str
    absent: frozenset[tuple[str, str]] = frozenset()  # (area, period): there was no such area then
    kept: tuple[str, ...] = ()  # fields of the register in Swedish where the rest is not


def to_table(rates: pd.DataFrame) -> pd.DataFrame:
    """`COLUMNS` of rates (as `data_access.released_rates.fetch_rates` gives them), sorted by
    `KEYS`. A figure whose reason is no value has none; low and high are the 95 % interval of the
    rate; persons are who live where it was counted. A count that is `rounded` may stand for any
    small number near it; one that is not `complete` is a sum in which some of its `parts`, or a
    quarter of its year, are missing."""
    by_quarter = rates["quarter"] != "totalt"
    period = rates["quarter"].where(by_quarter, rates["year"].astype("str"))
    told = pd.DataFrame(
        {
            "area": rates["code"].astype("str"),
            "period": period.astype("str"),
            "sex": rates["sex"].astype("str"),
            "age": rates["age_group"].astype("str"),
            "count": rates["value"].astype("Int64"),
            "per_10_000": rates["per_10_000"].astype("Float64"),
            "low": rates["low"].astype("Float64"),
            "high": rates["high"].astype("Float64"),
            "persons": rates["persons"].astype("Float64"),
            "reason": rates["reason"].astype("str"),
            "rate_reason": rates["rate_reason"].astype("str"),
            "estimated": rates["estimated"].astype("bool"),
            "rounded": rates["rounded"].astype("bool"),
            "complete": _is_complete(rates, by_quarter),
            "parts": rates["parts"].astype("int64"),
            "missing": rates["missing"].astype("int64"),
        }
    )
    return told[list(COLUMNS)].sort_values(list(KEYS), ignore_index=True)


def _is_complete(rates: pd.DataFrame, by_quarter: "pd.Series[bool]") -> "pd.Series[bool]":
    whole = by_quarter | (rates["quarters"] == QUARTERS)
    return ((rates["missing"] == 0) & whole).astype("bool")
