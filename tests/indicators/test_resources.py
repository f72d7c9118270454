"""Resources: sums of what is told, and need beside use where both are."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.resources import to_need, to_sums

AUTHORITIES, REGIONS = ("a", "b", "c"), ("x", "y", "z")
VALUE = st.none() | st.integers(0, 400).map(lambda n: n / 4)
ROWS = st.dictionaries(
    st.tuples(st.sampled_from(AUTHORITIES), st.sampled_from(REGIONS)), st.tuples(VALUE, VALUE)
)


def frame(rows):
    table = pd.DataFrame(
        [(*key, *values) for key, values in rows.items()],
        columns=["myndighet", "area", "kronor", "behov_kronor"],
    )
    return table.astype({"kronor": "Float64", "behov_kronor": "Float64"})


def test_zero_is_a_figure_and_missing_is_none():
    sums = to_sums(frame({("a", "x"): (0, None), ("b", "x"): (None, 1)}), "kronor", AUTHORITIES)
    assert sums["regions"].tolist() == [1, 0, 0]
    assert sums["total"][0] == 0 and sums["total"][1:].isna().all()


def test_need_and_use_are_of_the_same_regions():
    before = frame({("a", "x"): (1, 10), ("a", "y"): (1, 10)})
    now = frame({("a", "x"): (8, None), ("a", "z"): (50, None)})
    row = to_need(now, before, "kronor", AUTHORITIES).iloc[0]
    assert (row["need"], row["used"], row["regions"]) == (10, 8, 1)


def test_without_a_year_before_there_is_no_need():
    found = to_need(frame({("a", "x"): (8, 9)}), frame({}), "kronor", AUTHORITIES)
    assert found["regions"].tolist() == [0, 0, 0] and found["need"].isna().all()


@settings(max_examples=40)
@given(now=ROWS, before=ROWS)
def test_sums_are_those_of_plain_loops(now, before):
    sums = to_sums(frame(now), "kronor", AUTHORITIES)
    need = to_need(frame(now), frame(before), "kronor", AUTHORITIES)
    for place, authority in enumerate(AUTHORITIES):
        given_by, both, total, used, needed = 0, 0, 0.0, 0.0, 0.0
        for region in REGIONS:
            value = now.get((authority, region), (None, None))[0]
            wanted = before.get((authority, region), (None, None))[1]
            if value is not None:
                given_by, total = given_by + 1, total + value
            if value is not None and wanted is not None:
                both, used, needed = both + 1, used + value, needed + wanted
        assert sums["regions"][place] == given_by and need["regions"][place] == both
        assert pd.isna(sums["total"][place]) if not given_by else sums["total"][place] == total
        assert pd.isna(need["used"][place]) if not both else need["used"][place] == used
        assert pd.isna(need["need"][place]) if not both else need["need"][place] == needed
