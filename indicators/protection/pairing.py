"""A first rounding without bias: cells meet in pairs, nearest first, and one of the two is settled.

Each cell begins with its chance of being rounded up, count / base. When two meet, one takes as
much of the other's chance as makes either of them 0 or 1; a coin that favours neither decides
which. So the chance of every cell stays what it was, and the sum of the pair is unchanged: a
group where all but one have met is less than one base from its true sum. (Deville and Tillé's
pivotal method, walked up the hierarchy.)
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indicators.floats import Floats
from indicators.protection.keys import Words, to_coins

Ints = NDArray[np.int64]
_CLOSE = 1e-9


def round_in_pairs(chances: Floats, groups: Sequence[Ints], words: Words) -> NDArray[np.bool_]:
    """Which cells are rounded up. `groups`: the group of each cell, from the finest grouping."""
    left = chances.copy()
    turn = 0
    for group in groups:
        while True:
            first, second = _pairs(np.flatnonzero((left > 0) & (left < 1)), group, words)
            if not len(first):
                break
            _meet(left, first, second, to_coins(words[first], words[second], turn))
            turn += 1
    alone = np.flatnonzero((left > 0) & (left < 1))
    left[alone] = to_coins(words[alone], words[alone], turn) < left[alone]
    return left > 0.5


def _pairs(unsettled: Ints, group: Ints, words: Words) -> tuple[Ints, Ints]:
    """Neighbours within the groups, in keyed order; the last of an odd group is left over."""
    order = unsettled[np.lexsort((words[unsettled, 0], group[unsettled]))]
    codes = group[order]
    place = to_places(codes)
    has_next = np.append(codes[1:] == codes[:-1], False)[: len(codes)]
    first = np.flatnonzero((place % 2 == 0) & has_next)
    return order[first], order[first + 1]


def to_places(codes: Ints) -> Ints:
    """The place (from 0) of each within its run of equal codes."""
    if not len(codes):
        return np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.append(True, codes[1:] != codes[:-1]))
    return np.arange(len(codes)) - np.repeat(starts, np.diff(np.append(starts, len(codes))))


def _meet(left: Floats, first: Ints, second: Ints, coins: Floats) -> None:
    total = left[first] + left[second]
    over = total > 1 + _CLOSE
    high, low = np.where(over, 1.0, total), np.where(over, total - 1, 0.0)
    spread = high - low
    # the chance that the first gets `high`, so that its mean stays what it was
    wins = coins < (left[first] - low) / spread
    left[first] = np.where(wins, high, low)
    left[second] = np.where(wins, low, high)
    for settled in (first, second):
        near = np.round(left[settled])
        left[settled] = np.where(np.abs(left[settled] - near) < _CLOSE, near, left[settled])
