"""Measures: rates per 1,000, and which areas lie apart from all of them together."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.measures import HIGHER, LOWER, SAME, per_thousand, to_places
from indicators.protection.intervals import to_lower, to_upper
from indicators.protection.names import SHOWN
from indicators.protection.rates import to_rates

ROUNDED = 4  # what each count may be off


def rated(rows):
    """(entry, code, value, persons) → rates per 1,000 with their intervals."""
    given_rows = pd.DataFrame(rows, columns=["entry", "code", "value", "persons"]).assign(
        level="polisregion", below=ROUNDED, above=ROUNDED
    )
    known = given_rows["value"].notna()
    of = given_rows.assign(
        value=given_rows["value"].astype("Int64"),
        persons=given_rows["persons"].astype("Float64"),
        reason=pd.Series("ok", index=given_rows.index).where(known, "saknas"),
    )
    return per_thousand(to_rates(of, {}))


def test_a_rate_is_a_tenth_of_that_per_10_000_with_its_interval():
    row = rated([("a", "x", 50, 10_000)]).iloc[0]
    assert row["per_1000"] == 5
    assert (row["low"], row["high"]) == pytest.approx(
        (to_lower(np.array([46.0]))[0] / 10, to_upper(np.array([54.0]))[0] / 10)
    )


def test_what_is_missing_has_no_rate_and_no_place():
    rows = rated([("a", "x", None, 10_000), ("a", "y", 50, 10_000)])
    assert rows["per_1000"].isna().tolist() == [True, False]
    assert to_places(rows).tolist() == [None, SAME]


def test_only_what_lies_wholly_apart_is_told_apart():
    rows = rated([("a", "x", 400, 10_000), ("a", "y", 100, 10_000), ("a", "z", 240, 10_000)])
    assert to_places(rows).tolist() == [HIGHER, LOWER, SAME]


def test_kinds_are_beside_their_own_kind_alone():
    rows = rated([("a", "x", 400, 10_000), ("b", "x", 10, 10_000)])
    assert to_places(rows).tolist() == [SAME, SAME]


@pytest.mark.parametrize("value", [0, 7])
def test_where_all_are_equal_none_is_apart(value):
    assert set(to_places(rated([("a", code, value, 5000) for code in "xyz"]))) == {SAME}


def test_nothing_at_all_is_no_rows():
    assert to_places(rated([])).empty


COUNT = st.none() | st.integers(0, 60).map(lambda n: n * 5)
ROWS = st.lists(st.tuples(st.sampled_from("ab"), COUNT, st.integers(20, 5000)), max_size=8)


@settings(max_examples=40)
@given(ROWS)
def test_the_places_are_those_of_plain_loops(given_rows):
    rows = [(entry, str(n), value, young) for n, (entry, value, young) in enumerate(given_rows)]
    found = rated(rows)
    places = to_places(found)
    for number, (entry, _code, value, young) in enumerate(rows):
        if value is None or young < 30:
            assert places[number] is None
            continue
        count = persons = 0
        for other, _other, also, there in rows:
            if other == entry and also is not None and there >= 30:
                count, persons = count + also, persons + there
        together = count / persons * 1000
        low = to_lower(np.array([max(value - ROUNDED, 0.0)]))[0] / young * 1000
        high = to_upper(np.array([value + float(ROUNDED)]))[0] / young * 1000
        expected = LOWER if high < together else HIGHER if low > together else SAME
        assert places[number] == expected
        assert found["per_1000"][number] == pytest.approx(value / young * 1000)
        assert str(found["rate_reason"][number]) in map(str, SHOWN)
