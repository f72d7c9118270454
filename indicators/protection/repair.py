"""Sums brought closer on all margins at once, by swaps of one cell rounded up and one down.

Only cells with the same raw count change places, so of each count as many are rounded up as
before: no count is favoured. A single cell may lean one way, where that is what its sums need.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indicators.protection.pairing import Ints, to_places

Flags = NDArray[np.bool_]
ROUNDS = 40
_FIRST_SHARE = 0.25  # of the useful swaps that are made at once; they get in each other's way


class Balance:
    """How far each margin of a block is from its true sum, for the cells that may be rounded.

    `margins` has a row a cell and a column a kind of margin; its numbers are below `size`, or
    equal to it where the cell is on no margin of that kind. `free` are the cells that may move.
    """

    def __init__(self, counts: Ints, up: Flags, free: Flags, margins: Ints, size: int, base: int):
        self.counts, self.up, self.free = counts, up.copy(), free
        self.margins, self.size, self.base = margins, size, base
        errors = np.where(up, base, 0) - counts
        self.off = self._sum(np.arange(len(counts)), errors)

    def _sum(self, cells: Ints, amounts: Ints) -> Ints:
        width = self.margins.shape[1]
        sums = np.bincount(
            self.margins[cells].ravel(), np.repeat(amounts, width), minlength=self.size + 1
        )
        sums[self.size] = 0
        return sums.astype(np.int64)

    def find_swaps(self, zone: Ints, ties: NDArray[np.uint64]) -> tuple[Ints, Ints]:
        """Cells to round down and up instead, within zones, the most useful swap first."""
        pull = self.off[self.margins].sum(axis=1)
        group = zone * (self.base + 1) + self.counts
        ups, downs = (np.flatnonzero(self.free & side) for side in (self.up, ~self.up))
        ups = ups[np.lexsort((ties[ups], -pull[ups], group[ups]))]
        downs = downs[np.lexsort((ties[downs], pull[downs], group[downs]))]
        ups, downs = _match(ups, downs, group)
        differ = (self.margins[ups] != self.margins[downs]).sum(axis=1)
        gain = pull[ups] - pull[downs] - self.base * differ
        order = np.argsort(-gain, kind="stable")
        order = order[gain[order] > 0]
        return ups[order], downs[order]

    def swap(self, ups: Ints, downs: Ints) -> bool:
        """Make the swaps, when all of them together bring the sums closer."""
        step = np.full(len(ups), self.base)
        after = self.off + self._sum(downs, step) - self._sum(ups, step)
        if (after * after).sum() >= (self.off * self.off).sum():
            return False
        self.off = after
        self.up[ups], self.up[downs] = False, True
        return True


def repair(balance: Balance, zones: Sequence[Ints], ties: NDArray[np.uint64]) -> Flags:
    """Which cells are rounded up after at most `ROUNDS` rounds; `zones` take turns."""
    share, idle = _FIRST_SHARE, 0
    for turn in range(ROUNDS):
        ups, downs = balance.find_swaps(zones[turn % len(zones)], ties)
        many = max(1, int(share * len(ups))) if len(ups) else 0
        while many and not balance.swap(ups[:many], downs[:many]):
            many //= 2
            share /= 2
        share = min(0.5, share * 1.5)
        idle = 0 if many else idle + 1
        if idle == len(zones):
            break
    return balance.up


def _match(ups: Ints, downs: Ints, group: Ints) -> tuple[Ints, Ints]:
    """The first of each group with the first, the second with the second, and so on."""
    many = len(group) + 1
    _, left, right = np.intersect1d(
        group[ups] * many + to_places(group[ups]),
        group[downs] * many + to_places(group[downs]),
        assume_unique=True,
        return_indices=True,
    )
    return ups[left], downs[right]
