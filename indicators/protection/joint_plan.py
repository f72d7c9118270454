"""Planned tables of a release together with those before it: what all of them tell at once.

An atom that is the same in two is one number, since a reader may know that it was not revised.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from indicators.protection.names import Reason
from indicators.protection.planned_tables import FIGURE, Plan, to_marks, to_plan


@dataclass(frozen=True)
class Earlier:
    """A release before: its raw cells, and its figures as they were shown (`FIGURE`, value,
    reason)."""

    cells: pd.DataFrame
    figures: pd.DataFrame


@dataclass(frozen=True)
class Joint:
    """`plan` has the new release's numbers first (`new` of them), then those of the earlier ones
    that are not among them; its figures are of all, the new ones (`figures` of them) first.
    `shown` and `hidden` tell of each number what the earlier releases did with it: one that any of
    them has shown is shown."""

    plan: Plan
    new: int
    figures: int
    shown: NDArray[np.bool_]
    hidden: NDArray[np.bool_]


def to_joint(cells: pd.DataFrame, earlier: Sequence[Earlier] = ()) -> Joint:
    """The plan of the raw cells, with those of the earlier releases if there are any."""
    plan = to_plan(cells)
    new, figures = len(plan.values), len(plan.figures)
    shown = hidden = np.zeros(new, dtype=bool)
    for one in earlier:
        if one.cells["count"].notna().any():
            plan, own = _joined(plan, to_plan(one.cells))
            told = _to_told(own, one.figures, len(plan.values))
            shown, hidden = (_either(*pair) for pair in zip((shown, hidden), told, strict=True))
    return Joint(plan, new, figures, shown, hidden & ~shown)


def _joined(new: Plan, old: Plan) -> tuple[Plan, pd.DataFrame]:
    """The two as one plan, and the old one's figures with their numbers in it."""
    count = len(new.values)
    columns, atoms = _to_columns(new.atoms, old.atoms)
    members = _spread(old.members, columns, len(atoms))
    number = _to_numbers(_spread(new.members, np.arange(len(new.atoms)), len(atoms)), members)
    fresh = np.flatnonzero(number >= count)
    figures = old.figures.assign(number=number[old.figures["number"].to_numpy()])
    plan = Plan(
        pd.concat([new.figures, figures], ignore_index=True),
        new.gaps,
        _stacked(new.members, members[fresh], len(atoms)),
        np.append(new.values, old.values[fresh]),
        _stacked(new.twins, _spread(old.twins, columns, len(atoms)), len(atoms)),
        np.append(new.twin_of, number[old.twin_of]),
        atoms,
    )
    return plan, figures


def _either(before: NDArray[np.bool_], told: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What holds in either; `told` is of more numbers."""
    wide = told.copy()
    wide[: len(before)] |= before
    return wide


def _to_columns(new: pd.DataFrame, old: pd.DataFrame) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """The column of each old atom, and all atoms: one that is as it was is the new one."""
    place = pd.Series(np.arange(len(new)), index=pd.MultiIndex.from_frame(new[["name", "value"]]))
    found = place.reindex(pd.MultiIndex.from_frame(old[["name", "value"]])).to_numpy(dtype=float)
    is_own = np.isnan(found)
    columns = np.where(is_own, len(new) + np.cumsum(is_own) - 1, found).astype(np.int64)
    return columns, pd.concat([new, old[is_own]], ignore_index=True)


def _to_numbers(new: sparse.csr_array, old: sparse.csr_array) -> NDArray[np.int64]:
    """The number of each old sum: that of the new one of the same atoms, else one after all."""
    known = {mark: number for number, mark in enumerate(to_marks(new))}
    for mark in to_marks(old):
        known.setdefault(mark, len(known))
    return np.array([known[mark] for mark in to_marks(old)], dtype=np.int64)


def _to_told(
    figures: pd.DataFrame, told: pd.DataFrame, count: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which numbers the earlier release showed, and which it hid. What it is not known to have
    hidden it is taken to have shown."""
    reason = figures[list(FIGURE)].merge(told[[*FIGURE, "reason"]], how="left")["reason"]
    was_hidden = (reason == str(Reason.PROTECTED)).to_numpy(dtype=bool)
    shown, hidden = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    numbers = figures["number"].to_numpy()
    shown[numbers[~was_hidden]] = True
    hidden[numbers[was_hidden]] = True
    return shown, hidden & ~shown


def _spread(sums: sparse.csr_array, columns: NDArray[np.int64], count: int) -> sparse.csr_array:
    given = sparse.coo_array(sums)
    shape = (sums.shape[0], count)
    return sparse.csr_array(
        sparse.coo_array((given.data, (given.row, columns[given.col])), shape=shape)
    )


def _stacked(new: sparse.csr_array, old: sparse.csr_array, count: int) -> sparse.csr_array:
    wide = _spread(new, np.arange(new.shape[1]), count)
    return sparse.csr_array(sparse.vstack([wide, old]))
