"""What can be deduced of unknown whole numbers from their bounds and some of their sums."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from indicators.floats import Floats
from indicators.protection.solver import Contradiction, solve

_PASSES = 50  # of tightening; each is a valid deduction, so stopping early only costs solving


@dataclass(frozen=True)
class Told:
    """`low`–`high` (inf = no bound) of each number, and `least`–`most` of each sum of some of them.

    `sums` is a sparse matrix of 0 and 1, a row a sum and a column a number.
    """

    low: Floats
    high: Floats
    sums: sparse.csr_array
    least: Floats
    most: Floats


@dataclass(frozen=True)
class Deduced:
    """The least and greatest value each number can have, exactly, and what it cost to find out."""

    low: Floats
    high: Floats
    linked: int  # numbers that some sum tells of
    blocks: int  # of numbers and sums that hang together
    solved: int  # integer programs


def deduce(told: Told, wanted: NDArray[np.bool_] | None = None, enough: float = np.inf) -> Deduced:
    """The interval of every number, exact over whole numbers. Contradiction when there is none.

    Numbers in no sum keep their bounds. Blocks that no sum ties together are solved apart, and a
    block of a single sum needs no solver. Of what is not `wanted` the interval may be too
    wide; one that is found to be `enough` wide may be wider still.
    """
    asked = np.ones(len(told.low), dtype=bool) if wanted is None else wanted
    low, high = _tighten(told)
    _check_possible(told, low, high)
    open_rows, blocks = _to_blocks(told, low, high)
    solved = 0
    for rows, numbers in blocks:
        if len(rows) > 1:
            part = _part(told, low, high, rows, numbers)
            least, most, cost = solve(*part, asked[numbers], enough)
            known = numbers[asked[numbers]]
            low[known], high[known] = least[asked[numbers]], most[asked[numbers]]
            solved += cost
    return Deduced(low, high, len(np.unique(open_rows.indices)), len(blocks), solved)


def _tighten(told: Told) -> tuple[Floats, Floats]:
    """Bounds narrowed by one sum at a time until nothing happens; exact where sums share none."""
    low, high = told.low.copy(), told.high.copy()
    rows, columns = told.sums.nonzero()
    for _ in range(_PASSES):
        before = low.copy(), high.copy()
        np.minimum.at(high, columns, told.most[rows] - (told.sums @ low)[rows] + low[columns])
        endless = np.isinf(high)
        room = told.sums @ np.where(endless, 0.0, high)
        others = (told.sums @ endless.astype(float))[rows] - endless[columns]
        least = told.least[rows] - room[rows] + np.where(endless, 0.0, high)[columns]
        np.maximum.at(low, columns, np.where(others > 0, -np.inf, least))
        if (low == before[0]).all() and (high == before[1]).all():
            break
    return low, high


def _check_possible(told: Told, low: Floats, high: Floats) -> None:
    if (low > high).any() or (told.least > told.most).any():
        raise Contradiction
    if (told.sums @ low > told.most).any():
        raise Contradiction
    endless = told.sums @ np.isinf(high).astype(float) > 0
    if (~endless & (told.sums @ np.where(np.isinf(high), 0.0, high) < told.least)).any():
        raise Contradiction


Blocks = list[tuple[NDArray[np.int64], NDArray[np.int64]]]


def _to_blocks(told: Told, low: Floats, high: Floats) -> tuple[sparse.csr_array, Blocks]:
    """(rows, numbers) of each set of sums tied together by numbers that are not settled."""
    unsettled = (low < high).astype(float)
    rows = sparse.csr_array(told.sums.multiply(unsettled[np.newaxis, :]))
    rows.eliminate_zeros()
    whole = sparse.block_array([[None, rows], [rows.T, None]])
    _, label = connected_components(whole, directed=False)
    count = rows.shape[0]
    alive = np.flatnonzero(np.diff(rows.indptr) > 0)
    numbers = np.unique(rows.indices)
    by_row, by_number = label[alive], label[count + numbers]
    found: Blocks = []
    for block in np.unique(by_row):
        found.append((alive[by_row == block], numbers[by_number == block]))
    return rows, found


def _part(
    told: Told, low: Floats, high: Floats, rows: NDArray[np.int64], numbers: NDArray[np.int64]
) -> tuple[sparse.csr_array, Floats, Floats, Floats, Floats]:
    """The block by itself, what is settled moved over to the other side."""
    own = told.sums[rows]
    settled = low.copy()
    settled[numbers] = 0
    fixed = own @ settled
    matrix = sparse.csr_array(own[:, numbers])
    return matrix, told.least[rows] - fixed, told.most[rows] - fixed, low[numbers], high[numbers]
