"""What holds on each day: the same as looking for the last word before it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from indicators.held import to_held, to_held_since

FIRST = date(2024, 1, 1)
NUMBERS = st.integers(0, 9)


@given(st.lists(st.tuples(st.sampled_from("ab"), NUMBERS, NUMBERS)), st.lists(NUMBERS, unique=True))
def test_the_last_word_before_a_day_holds_on_it(told, numbers):
    ordered = sorted(
        ((key, value, FIRST + timedelta(days=day)) for key, value, day in told),
        key=lambda row: row[2],
    )
    days = [FIRST + timedelta(days=number) for number in sorted(numbers)]
    for day, held in zip(days, to_held(ordered, days), strict=True):
        for key in "ab":
            words = [value for k, value, first in ordered if k == key and first <= day]
            assert held.get(key) == (words[-1] if words else None)


def test_what_holds_on_one_day_is_not_changed_by_what_comes_later():
    days = [FIRST, FIRST + timedelta(days=1)]
    assert to_held([("a", 1, days[0]), ("a", 2, days[1])], days) == [{"a": 1}, {"a": 2}]


def test_an_unbroken_value_has_held_since_it_began_whatever_else_the_day_said():
    first, second, third = (FIRST + timedelta(days=number) for number in range(3))
    told = [("a", "x", first), ("a", "y", second), ("a", "x", second), ("a", "y", third)]
    held = to_held_since(told, [first, second, third])
    assert [one["a"] for one in held] == [("x", first), ("x", first), ("y", third)]


def test_what_goes_on_is_told_by_a_part_of_the_value_and_the_newest_is_shown():
    days = [FIRST, FIRST + timedelta(days=1)]
    told = [("a", ("x", 1), days[0]), ("a", ("x", 2), days[1])]
    held = to_held_since(told, days, lambda value: value[0])
    assert held[1]["a"] == (("x", 2), days[0])
