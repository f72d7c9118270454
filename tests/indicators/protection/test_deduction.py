import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from indicators.protection.deduction import Told, deduce
from indicators.protection.solver import Contradiction


def told(low, high, rows=(), least=(), most=()):
    matrix = np.array(rows, dtype=float).reshape(len(rows), len(low))
    return Told(
        np.array(low, dtype=float),
        np.array(high, dtype=float),
        sparse.csr_array(matrix),
        np.array(least, dtype=float),
        np.array(most, dtype=float),
    )


def brute_force(puzzle):
    """Least and greatest of each, by trying every table; None when none fits."""
    ranges = [
        range(int(low), int(high) + 1) for low, high in zip(puzzle.low, puzzle.high, strict=True)
    ]
    tables = np.array(list(itertools.product(*ranges)))
    sums = tables @ puzzle.sums.toarray().T
    fit = tables[((sums >= puzzle.least) & (sums <= puzzle.most)).all(axis=1)]
    return (fit.min(axis=0), fit.max(axis=0)) if len(fit) else None


@st.composite
def puzzles(draw):
    numbers, sums = draw(st.integers(1, 5)), draw(st.integers(0, 5))
    low = [draw(st.integers(0, 3)) for _ in range(numbers)]
    high = [start + draw(st.integers(0, 4)) for start in low]
    truth = [draw(st.integers(*ends)) for ends in zip(low, high, strict=True)]
    rows = [[draw(st.integers(0, 1)) for _ in range(numbers)] for _ in range(sums)]
    exact = [int(np.dot(row, truth)) for row in rows]
    least = [total - draw(st.integers(0, 1)) for total in exact]
    most = [total + draw(st.integers(-1, 1)) for total in exact]  # at times nothing fits
    return told(low, high, rows, least, most)


@settings(max_examples=250, deadline=None)
@given(puzzles())
def test_the_intervals_are_those_of_trying_every_table(puzzle):
    expected = brute_force(puzzle)
    if expected is None:
        with pytest.raises(Contradiction):
            deduce(puzzle)
        return
    found = deduce(puzzle)
    assert found.low.tolist() == expected[0].tolist()
    assert found.high.tolist() == expected[1].tolist()


def test_numbers_in_no_sum_keep_their_bounds_and_cost_nothing():
    found = deduce(told([0, 1], [4, np.inf]))
    assert (found.low.tolist(), found.high.tolist()) == ([0, 1], [4, np.inf])
    assert (found.linked, found.blocks, found.solved) == (0, 0, 0)


def test_a_single_sum_is_worked_out_without_a_solver():
    found = deduce(told([0, 0, 0], [4, 4, np.inf], [[1, 1, 1]], [2], [2]))
    assert found.high.tolist() == [2, 2, 2]
    assert (found.linked, found.blocks, found.solved) == (3, 1, 0)


def test_sums_that_share_no_unknown_number_are_solved_apart():
    rows = [[1, 1, 0, 0], [0, 0, 1, 1]]
    assert deduce(told([0] * 4, [9] * 4, rows, [5, 5], [5, 5])).blocks == 2
    # the shared one is settled, so it ties nothing together
    rows = [[1, 1, 0], [0, 1, 1]]
    assert deduce(told([0, 2, 0], [9, 2, 9], rows, [5, 5], [9, 9])).blocks == 2


def test_without_an_end_the_interval_is_endless():
    rows = [[1, 1, 1], [0, 1, 1]]
    found = deduce(told([0] * 3, [np.inf] * 3, rows, [3, 1], [np.inf, np.inf]))
    assert found.low.tolist() == [0, 0, 0]
    assert np.isinf(found.high).all()


def test_what_fits_as_fractions_alone_does_not_fit():
    rows = [[1, 1, 0], [0, 1, 1], [1, 0, 1]]
    with pytest.raises(Contradiction):
        deduce(told([0] * 3, [1] * 3, rows, [1] * 3, [1] * 3))


def test_a_sum_that_is_more_than_it_is_at_most_does_not_fit():
    with pytest.raises(Contradiction):
        deduce(told([0, 0], [9, 9], [[1, 1]], [2], [1]))
