from indicators.periods import Quarter
from indicators.signals.breaks import Break, to_segments

YEAR = Quarter.range(Quarter(2024, 3), Quarter(2025, 2))


def test_a_whole_series_is_one_stretch():
    assert to_segments(YEAR, [True] * 4, []) == [0, 0, 0, 0]


def test_a_break_begins_another():
    assert to_segments(YEAR, [True] * 4, [Break(Quarter(2025, 1), "indelning")]) == [0, 0, 1, 1]


def test_a_break_before_the_first_quarter_is_none():
    assert to_segments(YEAR, [True] * 4, [Break(Quarter(2024, 3), "indelning")]) == [0] * 4


def test_what_is_missing_is_not_joined():
    known = [True, False, True, True]
    numbers = to_segments(YEAR, known, [])
    assert len({*numbers[:3]}) == 3 and numbers[2] == numbers[3]


def test_quarters_that_are_not_there_are_not_joined():
    assert to_segments([Quarter(2024, 1), Quarter(2024, 3)], [True, True], []) == [0, 1]


def test_nothing_has_no_stretches():
    assert to_segments([], [], []) == []
