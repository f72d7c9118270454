"""Exact figures instead of rounded ones: small ones are hidden, and others with them.

Only the planned tables are published. Hiding the small figures alone would let them be worked out
from sums, so others are hidden too until an audit, over all that is hidden at once, leaves each
at least base - 1 values. One mark for all: it is never told which were small.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from indicators.protection.base import to_base
from indicators.protection.deduction import Told, deduce
from indicators.protection.names import Reason
from indicators.protection.planned_tables import FIGURE, Plan, to_plan

MARK = str(Reason.PROTECTED)
ROUNDS = 60
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


class NotProtected(ValueError):
    """Hidden figures that could be worked out; nothing may be published."""

    def __init__(self, cells: pd.DataFrame):
        first = [" × ".join(map(str, row)) for row in cells[list(FIGURE)].head(5).to_numpy()]
        super().__init__(
            f"{len(cells)} hidden figures could be worked out ({'; '.join(first)}, …);"
            " publish rounded figures instead"
        )
        self.cells = cells


def suppress(cells: pd.DataFrame, base: int) -> pd.DataFrame:
    """The planned tables of raw cells (`to_cells`): `SHOWN`, where what is hidden is 'skyddat'.

    No table spans indicators or years, so each year of an indicator is protected by itself.
    Raises BadBase, and NotProtected when hiding more does not help.
    """
    to_base(base)
    years = [year for _, year in cells.groupby(["indicator", "year"])] or [cells]
    return pd.concat([_suppress_year(year, base) for year in years], ignore_index=True)


def _suppress_year(cells: pd.DataFrame, base: int) -> pd.DataFrame:
    plan = to_plan(cells)
    hidden = (plan.values > 0) & (plan.values < base)
    overlap = _to_overlap(plan)
    for _ in range(ROUNDS):
        weak = find_weak(plan, hidden, base)
        before = hidden.copy()
        for one in weak:
            # What was just hidden may do for this one as well; the next audit tells
            companion = _companion(plan, overlap, before, hidden, int(one), base)
            hidden[[companion] if companion >= 0 else []] = True
        if (hidden == before).all():
            break
    check_hidden(plan, hidden, base)
    return _marked(plan, hidden)


def check_hidden(plan: Plan, hidden: Flags, base: int) -> None:
    """NotProtected with all figures whose hidden number has fewer than base - 1 values left."""
    weak = find_weak(plan, hidden, base)
    if len(weak):
        raise NotProtected(plan.figures[plan.figures["number"].isin(weak)][list(FIGURE)])


def find_weak(plan: Plan, hidden: Flags, base: int) -> NDArray[np.int64]:
    """Numbers that are hidden and of which too few values are possible."""
    low, high = to_hidden_intervals(plan, hidden, enough=base - 2)
    return np.flatnonzero(hidden & (high - low < base - 2))


def to_hidden_intervals(plan: Plan, hidden: Flags, enough: float = np.inf) -> tuple[Floats, Floats]:
    """The least and greatest that each number can be, from those that are not hidden.

    An interval that is found to be `enough` wide may be wider still.
    Each hidden number has a counterpart that fills it up to `full`, which no number comes near.
    """
    full = float(10 * plan.values.sum() + 1)
    atoms, count = plan.members.shape[1], int(hidden.sum())
    place = np.cumsum(hidden) - 1
    sums = sparse.vstack([plan.members, plan.twins])
    number = np.append(np.arange(len(hidden)), plan.twin_of)
    filled = np.flatnonzero(hidden[number])
    fills = sparse.csr_array(
        (np.ones(len(filled)), (filled, place[number[filled]])), shape=(len(number), count)
    )
    value = np.where(hidden[number], full, plan.values[number])
    start, end = np.zeros(atoms + count), np.append(np.full(atoms, np.inf), np.full(count, full))
    wanted = np.append(np.zeros(atoms, dtype=bool), np.ones(count, dtype=bool))
    told = Told(start, end, sparse.csr_array(sparse.hstack([sums, fills])), value, value)
    found = deduce(told, wanted, enough)
    low, high = plan.values.copy(), plan.values.copy()
    low[hidden], high[hidden] = full - found.high[atoms:], full - found.low[atoms:]
    return low, high


def _to_overlap(plan: Plan) -> sparse.csr_array:
    """How many atoms each pair of numbers has in common, in both ways that they are sums."""
    shape = (plan.members.shape[0], plan.twins.shape[0])
    ones = np.ones(len(plan.twin_of))
    place = sparse.csr_array((ones, (plan.twin_of, np.arange(len(ones)))), shape=shape)
    atoms = ((plan.members + place @ plan.twins) > 0).astype(float)
    return sparse.csr_array(atoms @ atoms.T)


def _companion(
    plan: Plan, overlap: sparse.csr_array, before: Flags, hidden: Flags, weak: int, base: int
) -> int:
    """The number to hide with a weak one: a neighbour in the smallest sum shown that holds it.

    -1 when none is left, or one has been hidden there since `before`.
    """
    sizes = overlap.diagonal()
    shared = _row(overlap, weak)
    parents = np.flatnonzero((shared == sizes[weak]) & (sizes > sizes[weak]) & ~before)
    beside = {int(one): (_row(overlap, int(one)) == sizes) & (shared == 0) for one in parents}
    # first those that hold no other hidden number, and of them the smallest
    ordered = sorted(beside, key=lambda one: ((beside[one] & before).any(), sizes[one]))
    for parent in ordered:
        if hidden[parent] or (beside[parent] & hidden & ~before).any():
            return -1
        found = np.flatnonzero(beside[parent] & ~hidden & (plan.values > 0))
        if len(found):
            enough = found[plan.values[found] >= base - 1]
            chosen = enough if len(enough) else found
            return int(chosen[np.argmin(plan.values[chosen])])
    return ordered[0] if ordered else -1


def _row(overlap: sparse.csr_array, number: int) -> Floats:
    return np.asarray(overlap[[number]].toarray()[0], dtype=np.float64)


def _marked(plan: Plan, hidden: Flags) -> pd.DataFrame:
    is_hidden = hidden[plan.figures["number"].to_numpy()]
    figures = plan.figures.drop(columns="number").assign(
        value=plan.figures["value"].mask(is_hidden),
        reason=plan.figures["reason"].mask(is_hidden, MARK),
    )
    return pd.concat([figures, plan.gaps], ignore_index=True)
