"""The range of a forecast, against the test that it turns around, one number after the other."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, poisson

from indicators.forecast import Forecast, Unsaid, to_forecast, to_past, to_range
from indicators.periods import Quarter

ON, BY = date(2026, 3, 31), date(2026, 12, 10)
PAST = [Quarter(2025, 2), Quarter(2025, 3), Quarter(2025, 4), Quarter(2026, 1)]


@given(st.integers(1, 60), st.integers(100, 800), st.integers(0, 800))
def test_the_range_holds_what_is_not_told_from_the_same_pace(count, days, ahead):
    share = days / (days + ahead)
    more = np.arange(700)
    lower, upper = binom.cdf(count, count + more, share), binom.sf(count - 1, count + more, share)
    alike = more[(lower > 0.025) & (upper > 0.025)]
    assert to_range(count, days, ahead) == (alike[0], alike[-1])


@pytest.mark.parametrize(("pace", "ahead"), [(0.03, 90), (0.05, 365), (0.1, 250)])
def test_it_holds_at_least_95_times_in_100(pace, ahead):
    """Over all that may have come in a year at that pace, and all that may come."""
    days, missed = 365, 0.0
    for count in range(1, 120):
        low, high = to_range(count, days, ahead)
        inside = poisson.cdf(high, pace * ahead) - poisson.cdf(low - 1, pace * ahead)
        missed += poisson.pmf(count, pace * days) * (1 - inside)
    assert missed <= 0.05


def test_nothing_ahead_is_nothing_more():
    assert to_range(9, 365, 0) == (0, 0)


@pytest.mark.parametrize(
    ("on", "past"),
    [
        (date(2026, 3, 31), PAST),  # a quarter is whole on its last day
        (date(2026, 6, 29), PAST),
        (date(2024, 9, 30), [Quarter(2024, 1), Quarter(2024, 2), Quarter(2024, 3)]),
        (date(2023, 11, 9), []),
    ],
)
def test_the_pace_is_that_of_the_last_four_whole_quarters(on, past):
    assert to_past(date(2023, 11, 9), on) == past


def test_a_forecast_never_passes_what_is_left():
    found = to_forecast(20, PAST, 6, ON, BY)
    assert found == Forecast(BY, 6, 6, 20, 6, PAST[0], PAST[-1])
    wide = to_forecast(20, PAST, 60, ON, BY)
    assert (wide.low, wide.high) == to_range(20, 365, (BY - ON).days)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ((20, PAST, 60, ON, None), Unsaid.NO_DEADLINE),
        ((20, PAST[1:], 60, ON, BY), Unsaid.SHORT),
        ((20, PAST, 4, ON, BY), Unsaid.FEW_LEFT),
        ((20, PAST, 0, ON, BY), Unsaid.FEW_LEFT),
        ((4, PAST, 60, ON, BY), Unsaid.FEW_NEW),
        ((0, PAST, 60, ON, BY), Unsaid.FEW_NEW),
    ],
)
def test_where_too_little_is_known_nothing_is_said(asked, why):
    assert to_forecast(*asked) is why
    assert isinstance(to_forecast(5, PAST, 5, ON, BY), Forecast)
