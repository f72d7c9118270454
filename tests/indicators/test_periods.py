from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.periods import BadPeriod, Quarter, newest_over, quarters_before, year_before

DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31))


@given(DAYS)
@example(date(9998, 10, 1))  # there is no quarter after it
def test_a_day_lies_in_its_quarter(day):
    quarter = Quarter.of(day)
    assert quarter.first <= day <= quarter.last
    assert Quarter.parse(str(quarter)) == quarter


@given(DAYS)
def test_quarters_follow_each_other_without_gap(day):
    quarter = Quarter.of(min(day, date(9998, 9, 30)))  # the last quarter has none after it
    assert quarter.last + timedelta(days=1) == quarter.following.first
    assert quarter < quarter.following


def test_a_quarter_is_written_as_year_and_number():
    assert str(Quarter(2026, 3)) == "2026K3"
    assert Quarter(2026, 3).first == date(2026, 7, 1)
    assert Quarter(2026, 3).last == date(2026, 9, 30)


@pytest.mark.parametrize("text", ["", "2026", "2026K5", "2026k3", "2026-K3", "٢٠٢٦K3", "2026K3\n"])
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(BadPeriod, match="2026K3"):
        Quarter.parse(text)


@pytest.mark.parametrize("year,number", [(2026, 0), (2026, 5), (999, 1), (9999, 1)])
def test_a_quarter_that_is_none_can_not_be_made(year, number):
    with pytest.raises(BadPeriod):
        Quarter(year, number)


def test_a_range_holds_both_ends():
    quarters = Quarter.range(Quarter(2025, 4), Quarter(2026, 2))
    assert [str(quarter) for quarter in quarters] == ["2025K4", "2026K1", "2026K2"]
    assert Quarter.range(Quarter(2026, 2), Quarter(2025, 4)) == []


def test_the_quarters_before_end_with_the_nearest_and_begin_with_time():
    assert list(map(str, quarters_before(Quarter(2026, 2), 3))) == ["2025K3", "2025K4", "2026K1"]
    assert quarters_before(Quarter(1000, 2), 5) == [Quarter(1000, 1)]


def test_the_newest_quarter_that_is_over_ends_on_the_day_or_before():
    assert newest_over(date(2026, 3, 31)) == Quarter(2026, 1)
    assert newest_over(date(2026, 6, 29)) == Quarter(2026, 1)
    assert newest_over(date(2026, 1, 1)) == Quarter(2025, 4)


@given(DAYS, st.integers(0, 40))
def test_places_are_as_far_apart_as_the_quarters(day, count):
    quarter = Quarter.of(day)
    before = quarters_before(quarter, count)
    assert not before or quarter.place - before[0].place == len(before)


@pytest.mark.parametrize(("period", "before"), [("2026K3", "2025K3"), ("2026", "2025")])
def test_a_year_before_is_the_same_quarter_or_the_year(period, before):
    assert year_before(period) == before
