"""What to hide beside small figures, so that no hidden one can be worked out.

Two tables with the same shown figures, in which a hidden one differs by `width`, are proof that it
keeps width + 1 values. So such a table is asked for, one hidden figure at a time, at the least
cost of what must be hidden for it to be possible; each table is a proof for all that differ in it.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from indicators.floats import Floats
from indicators.protection.planned_tables import Plan

COST = {"lpo": 1.0, "kommun": 0.2, "polisomrade": 2.0, "lan": 2.0, "polisregion": 2.0, "riket": 4.0}
WHOLE = 4.0  # times as dear: an area's figure of all sexes and ages, where it is split by them
Flags = NDArray[np.bool_]
_OPTIMAL = 0
_FREE = 1e-3  # cost of what is hidden already: a little, so that tables differ no more than needed


def find_hidden(plan: Plan, hidden: Flags, fixed: Flags, width: int) -> Flags:
    """`hidden` and what must be hidden with it for each to keep `width` + 1 values above zero.

    What is `fixed` or zero is never hidden. Where nothing helps a figure, its own flag is all there
    is: the audit tells.
    """
    search = _Search(plan, hidden, fixed, width)
    tried = np.zeros(len(hidden), dtype=bool)
    while True:
        weak = np.flatnonzero(search.is_weak() & ~tried)
        if not len(weak):
            return search.hidden
        number = int(weak[np.argmin(plan.values[weak])])
        tried[number] = True
        search.help(number)


class _Search:
    """Tables that differ from the true one: by how much at most each number goes up and down."""

    def __init__(self, plan: Plan, hidden: Flags, fixed: Flags, width: int):
        self.values, self.hidden, self.fixed = plan.values, hidden.copy(), fixed
        self.width, self.count, self.atoms = width, len(plan.values), plan.members.shape[1]
        self.up, self.down = np.zeros(self.count), np.zeros(self.count)
        self.cost = _to_costs(plan)
        rise = sparse.eye_array(self.count)
        moved = sparse.hstack([plan.members, -rise, rise])
        none = sparse.csr_array((plan.twins.shape[0], self.count))
        twins = sparse.hstack([plan.twins - plan.members[plan.twin_of], none, none])
        self.sums = LinearConstraint(sparse.csc_array(sparse.vstack([moved, twins])), 0, 0)

    def is_weak(self) -> Flags:
        """Which hidden numbers no table has been found for yet."""
        return np.asarray(self.hidden & (self.up + self.down < self.width), dtype=bool)

    def help(self, number: int) -> None:
        """Hide what must be hidden for the number, if anything."""
        for only_hidden in (True, False):
            for sign in (1, -1):
                gone = self.down if sign > 0 else self.up
                if self.is_weak()[number]:
                    self._move(number, sign, self.width - gone[number], only_hidden)

    def _move(self, number: int, sign: int, by: float, only_hidden: bool) -> None:
        """Find the cheapest table in which the number is `by` more or less, and hide for it."""
        can = self.hidden if only_hidden else ~self.fixed & (self.values > 0)
        rises = np.where(can, float(self.width), 0.0)
        falls = np.minimum(rises, np.maximum(self.values - 1, 0))
        most, least = np.append(rises, falls), np.zeros(2 * self.count)
        place, other = number, self.count + number
        if sign < 0:
            place, other = other, place
        if most[place] < by:
            return
        least[place], most[other] = by, 0
        free = np.full(self.atoms, np.inf)
        cost = np.where(self.hidden, _FREE, self.cost)
        found = milp(
            np.concatenate([np.zeros(self.atoms), cost, cost]),
            integrality=np.append(np.ones(self.atoms), np.zeros(2 * self.count)),
            bounds=Bounds(np.append(-free, least), np.append(free, most)),
            constraints=self.sums,
        )
        if found.status == _OPTIMAL:
            up, down = np.split(found.x[self.atoms :], 2)
            self._note(np.round(up - down))

    def _note(self, moved: Floats) -> None:
        self.hidden |= moved != 0
        self.up, self.down = np.maximum(self.up, moved), np.maximum(self.down, -moved)


def _to_costs(plan: Plan) -> Floats:
    """A number's cost is that of all figures that show it; a little more for larger ones."""
    figures = plan.figures
    cost = figures["level"].map(COST).to_numpy(dtype=float)
    is_split = (figures["sex"] != "totalt").any()
    whole = ((figures["sex"] == "totalt") & (figures["age_group"] == "totalt")).to_numpy()
    upper = figures["level"].isin(["polisregion", "riket"]).to_numpy()
    cost = np.where(whole & upper & is_split, WHOLE * cost, cost)
    sums = np.bincount(figures["number"], cost, minlength=len(plan.values))
    return np.asarray(sums * (1 + np.log1p(plan.values) / 10), dtype=np.float64)
