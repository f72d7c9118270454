import numpy as np
import pandas as pd
import pytest

from indicators.signals.run_rules import Signal, to_chart


def chart(values, persons=10_000, below=0, above=0, of_persons=False):
    frame = pd.DataFrame({"value": values, "persons": persons, "below": below, "above": above})
    return to_chart(frame.astype({"value": "Float64"}), of_persons=of_persons)


def rules(values, **more):
    return [(one.rule, one.first, one.last, one.up) for one in chart(values, **more).signals]


STEADY = [100, 104, 97, 101, 95, 103, 99, 102, 96, 103]


def test_a_steady_series_says_nothing():
    assert rules(STEADY) == []


def test_the_limits_are_three_standard_deviations_of_the_distribution():
    """u-chart: 100 events on 10,000, limits 100 ± 3·√100. p-chart: 3·√(100·0.99)."""
    events = chart([100] * 10)
    assert events.middle == 0.01
    assert events.low[0] * 1e4 == pytest.approx(70) and events.high[0] * 1e4 == pytest.approx(130)
    persons = chart([100] * 10, of_persons=True)
    assert persons.high[0] * 1e4 == pytest.approx(100 + 3 * np.sqrt(99))


def test_the_limits_are_wider_where_fewer_live():
    found = chart([100, 25] * 5, persons=[10_000, 2_500] * 5)
    width = found.high - found.low
    assert width[1] == pytest.approx(2 * width[0])


def test_a_series_that_varies_more_than_chance_has_wider_limits():
    wild = [60, 140] * 5
    assert rules(wild) == []
    assert chart(wild).high[0] > chart([100] * 10).high[0]


def test_a_point_outside_is_an_outlier():
    assert ("avvikare", 5, 5, True) in rules([*STEADY[:5], 160, *STEADY[5:], *STEADY])
    assert ("avvikare", 5, 5, False) in rules([*STEADY[:5], 50, *STEADY[5:], *STEADY])


def test_eight_in_a_row_on_one_side_is_a_shift_and_seven_is_none():
    low, high = [95, 97, 94, 96, 95, 97, 94, 96], [105, 103, 106, 104, 105, 103, 106, 104]
    assert rules(low + high) == [("skifte", 0, 7, False), ("skifte", 8, 15, True)]
    assert rules(low[:7] + high[:7]) == []


def test_six_that_rise_are_a_trend_and_five_are_none():
    up = [90, 95, 99, 104, 107, 111]
    assert ("trend", 2, 7, True) in rules([110, 112, *up, 100, 99])
    assert rules([110, 112, 95, 99, 104, 107, 111, 100, 99]) == []
    down = list(reversed(up))
    assert ("trend", 2, 7, False) in rules([91, 89, *down, 100, 99])


def test_equal_neighbours_are_no_trend():
    assert rules([90, 95, 99, 99, 104, 107, 100, 98, 103]) == []


def test_a_missing_point_ends_a_run():
    low, high = [95, 97, 94, 96, 95, 97, 94, 96], [105, 103, 106, 104, 105, 103, 106, 104]
    assert rules([*low[:4], None, *low[4:], *high[:4], None, *high[4:]]) == []


def test_what_rounding_may_have_moved_across_the_middle_is_passed_over():
    low, high = [95, 97, 94, 96, 95, 97, 94, 96], [105, 103, 106, 104, 105, 103, 106, 104]
    assert rules(low + high, below=8, above=8) == []


def test_a_trend_that_rounding_may_have_made_is_none():
    up = [110, 112, 90, 95, 99, 104, 107, 111, 100, 99]
    assert ("trend", 2, 7, True) in rules(up, below=0, above=4)
    assert rules(up, below=8, above=8) == []


@pytest.mark.parametrize("values", [[], [1] * 7, [None] * 20])
def test_few_points_have_no_chart(values):
    assert chart(values) is None


def test_all_zeros_say_nothing():
    found = chart([0] * 12)
    assert found.middle == 0 and found.signals == ()


def test_a_signal_is_plain_numbers():
    one = next(iter(chart([*STEADY, 200]).signals))
    assert one == Signal("avvikare", 10, 10, up=True)
    assert type(one.first) is int


def test_chance_alone_seldom_signals():
    chance = np.random.default_rng(2)
    called = [bool(rules(chance.poisson(100, 12))) for _ in range(400)]
    assert np.mean(called) < 0.08
