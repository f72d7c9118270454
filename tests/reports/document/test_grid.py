"""Cells as text: zero is 0, a number is in Swedish signs, a word is itself."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from reports.document.grid import to_grid
from tests.reports.document.samples import FIGURES, PLACES, SEEN


def one_cell(value, decimals=0):
    frame = pd.DataFrame({"A": pd.Series([value], dtype=object)})
    return to_grid(PLACES._replace(frame=frame, decimals=(("A", decimals),))).rows[0][0]


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (-0.0, 1, "0,0"),
        (-0.04, 1, "0,0"),
        (1234567, 0, "1\u00a0234\u00a0567"),
        (-12.5, 2, "−12,50"),
        (np.int64(5), 0, "5"),
        (np.float64(0.98), 2, "0,98"),
        ("0", 3, "0"),
        ("färre än 5", 0, "färre än 5"),
        (date(2026, 11, 1), 0, "2026-11-01"),
        (pd.Timestamp(2026, 11, 1, 13), 0, "2026-11-01"),
        ("rad\r\ntvå\x07", 0, "rad\ntvå"),
    ],
)
def test_a_cell_is_read_as(value, decimals, text):
    assert one_cell(value, decimals) == text


def test_each_column_has_its_decimals_and_figures_are_told_from_words():
    grid = to_grid(PLACES)
    assert [list(row) for row in grid.rows] == SEEN
    assert grid.headings == tuple(FIGURES.columns)
    assert grid.figures == (False, True, True, False)


def test_columns_by_the_same_name_are_two():
    frame = pd.DataFrame([[1, 2]], columns=["A", "A"])
    assert to_grid(PLACES._replace(frame=frame, decimals=())).rows == (("1", "2"),)


def test_shares_and_spans_that_are_already_written_are_figures():
    frame = pd.DataFrame({"A": ["62 %", "5–9", "skyddat"], "B": ["2026 K3", "2026 K2", "x"]})
    assert to_grid(PLACES._replace(frame=frame, decimals=())).figures == (True, False)


def test_the_frame_is_left_as_it_was():
    before = FIGURES.copy(deep=True)
    to_grid(PLACES)
    pd.testing.assert_frame_equal(FIGURES, before)
