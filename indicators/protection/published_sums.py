"""Which innermost cells each figure of a published table is a sum of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from indicators.protection.names import SPLITS, TOTAL

KEYS = ("indicator", "year", *SPLITS)


class UnknownTable(ValueError):
    """A table that the audit can't read."""

    def __init__(self, names: list[str]):
        super().__init__(
            f"a published table lacks {', '.join(names)}; give the columns of a margin"
        )


@dataclass(frozen=True)
class Sums:
    """A row a figure: the cells that it is a sum of (0 and 1, by their place) and its value."""

    members: sparse.csr_array
    values: np.ndarray


def to_sums(table: pd.DataFrame, cells: pd.DataFrame) -> Sums:
    """The figures of a table (columns of a margin; level may be 'part' too) over the cells.

    'totalt' stands for all. Rows without a value tell nothing, and cells without one are in no
    sum. A figure of no cell at all is a sum of none. Raises UnknownTable.
    """
    absent = [name for name in ("level", "code", *KEYS, "value") if name not in table.columns]
    if absent:
        raise UnknownTable(absent)
    told = table[table["value"].notna()].reset_index(drop=True)
    shown = cells.assign(_cell=np.arange(len(cells)))[cells["value"].notna().to_numpy()]
    marks = told["level"].astype(str)
    for name in SPLITS:
        marks = marks + "|" + np.where(told[name] == TOTAL, "", name)
    pairs = [_pairs(told.loc[marks == mark], shown, *_read(mark)) for mark in marks.unique()]
    rows, columns = np.concatenate(pairs, axis=1) if pairs else np.zeros((2, 0), dtype=np.int64)
    members = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(told), len(cells)))
    return Sums(members, told["value"].to_numpy(dtype=float))


def _read(mark: str) -> tuple[str, list[str]]:
    level, *splits = mark.split("|")
    return level, [name for name in splits if name]


def _pairs(told: pd.DataFrame, cells: pd.DataFrame, level: str, split: list[str]) -> np.ndarray:
    by = ["indicator", "year", *split]
    left = told[[*by, "code"]].assign(_row=told.index)
    found = left.merge(
        cells[[*by, level, "_cell"]], left_on=[*by, "code"], right_on=[*by, level], how="inner"
    )
    return found[["_row", "_cell"]].to_numpy(dtype=np.int64).T


def stack(tables: Sequence[tuple[Sums, np.ndarray]], count: int) -> Sums:
    """All of them below each other, with each table's cells renumbered to 0 to count - 1."""
    blocks = [sparse.csr_array((0, count))]
    for one, numbers in tables:
        part = sparse.coo_array(one.members)
        shape = (part.shape[0], count)
        blocks.append(sparse.csr_array((part.data, (part.row, numbers[part.col])), shape=shape))
    values = [np.zeros(0), *(one.values for one, _ in tables)]
    return Sums(sparse.csr_array(sparse.vstack(blocks)), np.concatenate(values))
