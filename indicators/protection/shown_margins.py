"""Which margins a reader is shown: each level × sex or both × age or all × quarter or year."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from indicators.protection.names import LEVELS, SPLITS
from indicators.protection.pairing import Ints


def to_splits() -> Iterator[tuple[str, ...]]:
    """Every choice of what a margin is split by beside its level; a year is always."""
    for some in itertools.product((True, False), repeat=len(SPLITS)):
        yield tuple(itertools.compress(SPLITS, some))


def to_margins(codes: Mapping[str, Ints], levels: Sequence[str] = LEVELS) -> tuple[Ints, int]:
    """The number of the margin that each cell lies in, a column a kind of margin, and how many.

    `codes` are numbers of the levels (-1 = in none) and the splits, for the cells of one year.
    Cells in no margin of a kind have the count of margins there. A kind is left out when all its
    margins are single cells, or when it is the same as another.
    """
    columns: dict[bytes, Ints] = {}
    for level, split in itertools.product(levels, to_splits()):
        _, numbers = np.unique(combine(codes, (level, *split)), return_inverse=True)
        if numbers.max(initial=-1) + 1 < len(numbers):
            columns.setdefault(numbers.tobytes(), np.where(codes[level] < 0, -1, numbers))
    return _stacked(list(columns.values()), len(codes["sex"]))


def combine(codes: Mapping[str, Ints], names: Sequence[str]) -> Ints:
    """A number for each cell, the same where all the named codes (-1 = none) are."""
    combined = np.zeros(len(codes["sex"]), dtype=np.int64)
    for name in names:
        combined = combined * (codes[name].max(initial=0) + 2) + codes[name] + 1
    return combined


def _stacked(columns: Sequence[Ints], cells: int) -> tuple[Ints, int]:
    size, shifted = 0, []
    for column in columns:
        shifted.append(np.where(column < 0, -1, column + size))
        size += int(column.max(initial=-1)) + 1
    margins = np.stack(shifted, axis=1) if shifted else np.zeros((cells, 0), dtype=np.int64)
    return np.where(margins < 0, size, margins), size
