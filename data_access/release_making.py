"""What a release publishes, by either method: the rows that readers are answered from."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Table

from data_access import release_cells, release_sums
from data_access.release_hiding import QUARTER, check_whole_sums, hide
from data_access.release_plan import Part, Plan, check_whole, protect
from data_access.schema_release import RELEASED_COUNT, RELEASED_SUM
from indicators.protection.method import Method
from indicators.protection.names import Reason
from indicators.protection.quality import to_deviation, to_hidden, to_told

Tell = Callable[[int, int], None]  # parts done, of


class Made(NamedTuple):
    """The rows of a release and their table, and what is told of its quality (JSON)."""

    table: Table
    rows: pd.DataFrame
    quality: str


def to_parts(raw: pd.DataFrame, plan: Plan) -> Iterable[Part]:
    """What is placed, protected by the plan's method, part by part. Raises BaseChanged,
    DatabaseUnavailable."""
    return hide(raw, plan) if plan.method is Method.HIDING else protect(raw, plan)


def count_parts(raw: pd.DataFrame, plan: Plan) -> int:
    """How many parts there are."""
    return raw.groupby(QUARTER if plan.method is Method.HIDING else "indicator").ngroups


def make(raw: pd.DataFrame, plan: Plan, tell: Tell) -> Made:
    """All of it, when the audit finds nothing. Raises UnsafeRelease, NotProtected, WholeGroup,
    BaseChanged, DatabaseUnavailable."""
    done = []
    tell(0, count_parts(raw, plan))
    for part in to_parts(raw, plan):
        if part.problem:
            raise part.problem
        done.append(part)
        tell(part.number, part.of)
    if not done:
        return Made(RELEASED_COUNT, pd.DataFrame(), "[]")
    counts = pd.concat([part.raw for part in done], ignore_index=True)
    protected = pd.concat([part.protected for part in done], ignore_index=True)
    if plan.method is Method.HIDING:
        check_whole_sums(raw)
        return _to_exact(counts, protected, plan.number)
    check_whole(protected, plan)
    told = to_told(to_deviation(counts, protected), plan.base)
    rows = release_cells.to_stored(protected, plan.number)
    return Made(RELEASED_COUNT, rows, told.to_json(orient="records"))


def _to_exact(raw: pd.DataFrame, figures: pd.DataFrame, number: int) -> Made:
    told = to_hidden(figures).groupby("level", sort=False)[["sums", "hidden"]].sum().reset_index()
    rows = release_sums.to_stored(figures, _to_preliminary(raw, figures), number)
    return Made(RELEASED_SUM, rows, told.to_json(orient="records"))


def _to_preliminary(raw: pd.DataFrame, figures: pd.DataFrame) -> "pd.Series[bool]":
    """Of each figure whether it is; of an LPO's also when it is hidden, so that sums can be told
    to be."""
    early = raw.loc[raw["reason"] == Reason.PRELIMINARY, ["indicator", "part", "quarter"]]
    known = set(early.itertuples(index=False, name=None))
    keys = zip(figures["indicator"], figures["code"], figures["quarter"], strict=True)
    own = pd.Series([key in known for key in keys], index=figures.index, dtype=bool)
    return (own & (figures["level"] == "lpo")) | (figures["reason"] == Reason.PRELIMINARY)
