"""Obstacles counted: what nobody has told of is not the same as none."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.obstacles import to_cells, to_counts, to_quarters

CATEGORIES, REGIONS, LEVELS = ("a", "b"), ("x", "y", "z"), ("inom", "mellan")
COLUMNS = ["kategori", "region", "niva", "period"]
ROW = st.tuples(
    st.sampled_from(CATEGORIES),
    st.sampled_from(REGIONS),
    st.sampled_from(LEVELS),
    st.sampled_from(["2026K1", "2026K2"]),
)


def frame(rows):
    return pd.DataFrame(rows, columns=COLUMNS, dtype="str")


def test_a_region_that_has_said_nothing_to_report_has_zero_and_one_that_is_silent_has_none():
    cells = to_cells(frame([("a", "x", "inom", "2026K1")]), ["x", "y"], CATEGORIES, REGIONS)
    found = cells.set_index(["kategori", "region"])["count"]
    assert (found["a", "x"], found["b", "x"], found["a", "y"]) == (1, 0, 0)
    assert pd.isna(found["a", "z"])


def test_a_quarter_with_reports_and_no_obstacle_is_zero_and_one_without_reports_is_not_there():
    found = to_quarters(frame([]), ["2026K2"], LEVELS)
    assert found.to_numpy().tolist() == [["2026K2", "inom", 0], ["2026K2", "mellan", 0]]
    assert to_quarters(frame([]), [], LEVELS).empty


@settings(max_examples=40)
@given(st.lists(ROW, max_size=12))
def test_counts_are_those_of_plain_loops(rows):
    given_rows = frame(rows)
    cells = to_cells(given_rows, [row[1] for row in rows], CATEGORIES, REGIONS)
    for cell in cells.itertuples():
        seen = number = 0
        for category, region, _level, _period in rows:
            seen += region == cell.region
            number += (category, region) == (cell.kategori, cell.region)
        assert (None if pd.isna(cell[3]) else cell[3]) == (number if seen else None)
    quarters = to_quarters(given_rows, [row[3] for row in rows], LEVELS)
    assert quarters["count"].sum() == len(rows) == to_counts(given_rows, ("niva",))["count"].sum()
    for one in quarters.itertuples():
        assert one[3] == sum(row[2:] == (one.niva, one.period) for row in rows)
