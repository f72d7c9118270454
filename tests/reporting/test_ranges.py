import pytest

from indicators.periods import Quarter
from reporting.kinds import CELLS, kinds
from reporting.ranges import Range, to_quarters_before, to_ranges
from reporting.rows import Row
from reporting.values import Gap

NOW = Quarter(2026, 3)
MEETINGS = kinds()["deltagande"]


def held(*values):
    """The quarters before now, the nearest first."""
    quarters = to_quarters_before(NOW, len(values))
    rows = [
        (Row({"aktor": "a", "hallna": value}),) if value is not None else () for value in values
    ]
    return dict(zip(quarters, rows, strict=True))


def of(earlier, field="hallna"):
    return to_ranges(earlier, MEETINGS, NOW).get((("a",), field), Range())


def test_the_range_is_the_least_and_the_greatest_of_four_quarters():
    assert of(held(4, 7, 2, 5)) == Range(4, 2, 7, 4)


def test_the_fifth_quarter_back_does_not_count():
    assert of(held(4, 7, 2, 5, 90)) == Range(4, 2, 7, 4)


def test_what_is_not_before_the_period_does_not_count():
    rows = (Row({"aktor": "a", "hallna": 90}),)
    assert of({NOW: rows, NOW.following: rows, **held(4)}) == Range(4, 4, 4, 1)


@pytest.mark.parametrize("gap", Gap)
def test_a_gap_is_the_last_value_but_no_number(gap):
    assert of(held(gap, 7, 2)) == Range(gap, 2, 7, 2)


def test_without_the_quarter_before_there_is_no_last_value():
    assert of(held(None, 7)) == Range(None, 7, 7, 1)


def test_zero_is_a_number():
    assert of(held(0)) == Range(0, 0, 0, 1)


def test_what_was_never_reported_has_no_range():
    assert of({}) == Range(None, None, None, 0)
    assert of(held(3), "deltagit") == Range()


def test_a_text_has_a_last_value_and_no_range():
    earlier = {to_quarters_before(NOW, 1)[0]: (Row({"aktor": "a", "anteckning": "Sent"}),)}
    assert of(earlier, "anteckning") == Range("Sent", None, None, 0)


def test_a_total_that_was_not_stored_is_the_sum_of_its_cells():
    row = Row({"atgard": "a"} | dict.fromkeys(CELLS, 2))
    earlier = {to_quarters_before(NOW, 1)[0]: (row,)}
    ranges = to_ranges(earlier, kinds()["atgarder"], NOW)
    assert ranges[("a",), "totalt"] == Range(12, 12, 12, 1)
    assert ranges[("a",), "kvinnor"] == Range(6, 6, 6, 1)


def test_the_period_before_of_what_is_yearly_is_a_year_back():
    rows = (Row({"myndighet": "a", "kronor": 5.5}),)
    earlier = {Quarter(2025, 4): rows}
    found = to_ranges(earlier, kinds()["resurser"], Quarter(2026, 4))
    assert found[("a",), "kronor"] == Range(5.5, 5.5, 5.5, 1)


def test_quarters_before_are_counted_over_the_turn_of_the_year():
    before = [str(one) for one in to_quarters_before(Quarter(2026, 2), 4)]
    assert before == ["2026K1", "2025K4", "2025K3", "2025K2"]
