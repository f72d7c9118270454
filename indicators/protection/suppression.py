"""Exact figures instead of rounded ones: small ones are hidden, and others with them.

Only the planned tables are published. Hiding the small figures alone would let them be worked out
from sums, so others are hidden too until an audit, over all that is hidden at once, leaves each
at least base - 1 values. One mark for all: it is never told which were small.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from indicators.floats import Floats
from indicators.protection.base import to_base
from indicators.protection.companions import find_hidden
from indicators.protection.deduction import Told, deduce
from indicators.protection.joint_plan import Earlier, to_joint
from indicators.protection.names import IDENTITY, LEVELS, Reason
from indicators.protection.planned_tables import FIGURE, SHOWN, Plan

MARK = str(Reason.PROTECTED)
Flags = NDArray[np.bool_]


class NotProtected(ValueError):
    """Hidden figures that could be worked out; nothing may be published."""

    def __init__(self, cells: pd.DataFrame):
        first = [" × ".join(map(str, row)) for row in cells[list(FIGURE)].head(5).to_numpy()]
        super().__init__(
            f"{len(cells)} hidden figures could be worked out ({'; '.join(first)}, …);"
            " publish rounded figures instead"
        )
        self.cells = cells


def suppress_quarters(
    cells: pd.DataFrame, base: int, earlier: Sequence[Earlier] = ()
) -> pd.DataFrame:
    """The planned tables of raw cells (`to_cells`): `SHOWN`, where what is hidden is 'skyddat'.

    No table spans indicators or quarters, so each quarter of an indicator is protected by itself.
    There is none by year: a year's sum grows with every quarter that is added, and the difference
    of two of them tells the new quarter, whatever is hidden in it.
    With the `earlier` releases, the newest first, which must have had the same base: a quarter that
    is as it was in the newest is told as it was; in others what was hidden and is not revised
    stays hidden, what was shown is no use to hide, and the audit is of all that they hide together.
    Raises BadBase, and NotProtected when hiding more does not help.
    """
    to_base(base)
    by = ["indicator", "quarter"]
    quarters = list(cells.groupby(by)) or [((None, None), cells)]
    parts = [
        _suppress_one(own, base, _where(earlier, dict(zip(by, key, strict=True))))
        for key, own in quarters
    ]
    return pd.concat(parts, ignore_index=True)


def _where(earlier: Sequence[Earlier], wanted: Mapping[str, object]) -> list[Earlier]:
    """What the earlier releases told of it; not of those that told nothing."""
    found = []
    for one in earlier:
        cells, figures = (
            frame[np.logical_and.reduce([frame[name] == value for name, value in wanted.items()])]
            for frame in (one.cells, one.figures)
        )
        if len(figures):
            found.append(Earlier(cells.reset_index(drop=True), figures.reset_index(drop=True)))
    return found


def _is_same(cells: pd.DataFrame, earlier: Earlier) -> bool:
    columns = [*IDENTITY, *LEVELS, "count", "reason"]
    then = earlier.cells[columns].sort_values(list(IDENTITY), ignore_index=True)
    return cells[columns].sort_values(list(IDENTITY), ignore_index=True).equals(then)


def _suppress_one(cells: pd.DataFrame, base: int, earlier: Sequence[Earlier]) -> pd.DataFrame:
    if earlier and _is_same(cells, earlier[0]):
        return earlier[0].figures.reindex(columns=list(SHOWN))
    joint = to_joint(cells, earlier)
    plan, fixed = joint.plan, joint.shown
    is_new = np.arange(len(plan.values)) < joint.new
    hidden = (is_new & (plan.values > 0) & (plan.values < base) & ~fixed) | joint.hidden
    hidden = find_hidden(plan, hidden, fixed, base - 2)
    check_hidden(plan, hidden, base)
    return _marked(plan, hidden, joint.figures)


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
    start, end = (
        np.zeros(atoms + count),
        np.append(np.full(atoms, np.inf), np.full(count, full - 1)),
    )
    wanted = np.append(np.zeros(atoms, dtype=bool), np.ones(count, dtype=bool))
    told = Told(start, end, sparse.csr_array(sparse.hstack([sums, fills])), value, value)
    found = deduce(told, wanted, enough)
    low, high = plan.values.copy(), plan.values.copy()
    low[hidden], high[hidden] = full - found.high[atoms:], full - found.low[atoms:]
    return low, high


def _marked(plan: Plan, hidden: Flags, count: int) -> pd.DataFrame:
    """The first figures, which are those of the release itself, with what is hidden marked."""
    own = plan.figures.head(count)
    is_hidden = hidden[own["number"].to_numpy()]
    figures = own.drop(columns="number").assign(
        value=own["value"].mask(is_hidden),
        reason=own["reason"].mask(is_hidden, MARK),
    )
    return pd.concat([figures, plan.gaps], ignore_index=True)
