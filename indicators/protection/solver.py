"""The least and greatest whole number that each unknown can be, by integer programs (HiGHS)."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from indicators.floats import Floats

_OPTIMAL = 0


class Contradiction(ValueError):
    """No numbers at all fit what is told."""

    def __init__(self) -> None:
        super().__init__("what is published contradicts itself; check the tables that were given")


def solve(
    sums: sparse.csr_array,
    least: Floats,
    most: Floats,
    low: Floats,
    high: Floats,
    wanted: NDArray[np.bool_],
    enough: float = np.inf,
) -> tuple[Floats, Floats, int]:
    """(least, greatest, programs solved) of each number with low–high whose sums are least–most.

    Of numbers that are not wanted, and from where an interval is `enough` wide, only what happened
    to be seen. A number with no highest bound must be in no sum that has one: then it has no end.
    Every solution found is a witness for all numbers at once, so most need no program of their
    own: first all are pushed as far as they go together, then what is left one by one.
    """
    block = _Block(LinearConstraint(sums, least, most), low, high, wanted, enough)
    for sign in (1.0, -1.0):
        block.push_together(sign)
        for number in np.flatnonzero(block.is_open(sign)):
            if block.is_open(sign)[number]:
                block.push_one(int(number), sign)
    return block.seen_low, np.where(np.isinf(high), high, block.seen_high), block.solved


class _Block:
    def __init__(
        self,
        constraint: LinearConstraint,
        low: Floats,
        high: Floats,
        wanted: NDArray[np.bool_],
        enough: float,
    ):
        self.constraint, self.low, self.high, self.enough = constraint, low, high, enough
        self.seen_low, self.seen_high = np.full(len(low), np.inf), np.full(len(low), -np.inf)
        self.known = {1.0: ~wanted, -1.0: ~wanted}  # or of no interest
        self.solved = 0

    def is_open(self, sign: float) -> NDArray[np.bool_]:
        """Which numbers may still go further: up (1) or down (-1)."""
        up = (self.seen_high < self.high) & np.isfinite(self.high)
        goes_on = up if sign > 0 else self.seen_low > self.low
        narrow = self.seen_high - self.seen_low < self.enough
        return np.asarray(goes_on & ~self.known[sign] & narrow, dtype=bool)

    def push_together(self, sign: float) -> None:
        """Push all that are open the same way, as long as some of them come to their bound."""
        chosen = self.is_open(sign)
        while chosen.any():
            self._push(chosen.astype(float), sign)
            left = self.is_open(sign)
            if left.sum() == chosen.sum():
                return
            chosen = left

    def push_one(self, number: int, sign: float) -> None:
        """Find how far one number goes, exactly."""
        goal = np.zeros(len(self.low))
        goal[number] = 1.0
        self._push(goal, sign)
        self.known[sign][number] = True

    def _push(self, goal: Floats, sign: float) -> None:
        """Note the solution that goes furthest. Contradiction when there is none at all."""
        self.solved += 1
        found = milp(
            -sign * goal,
            integrality=np.ones(len(goal)),
            bounds=Bounds(self.low, self.high),
            constraints=self.constraint,
            options={"mip_rel_gap": 0},
        )
        if found.status != _OPTIMAL:
            raise Contradiction
        numbers = np.round(found.x)
        self.seen_low = np.minimum(self.seen_low, numbers)
        self.seen_high = np.maximum(self.seen_high, numbers)
