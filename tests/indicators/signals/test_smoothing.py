import numpy as np
import pytest

from indicators.signals.smoothing import to_smooth


def test_a_known_answer():
    """Marshall's estimator by hand, of ten areas: nine of 10 in 1,000 and one of 40."""
    counts, persons = np.array([10.0] * 9 + [40.0]), np.full(10, 1000.0)
    mean = 130 / 10_000
    variance = np.mean((counts / persons - mean) ** 2) - mean / 1000
    weight = variance / (variance + mean / 1000)
    expected = mean + weight * (counts / persons - mean)
    np.testing.assert_allclose(to_smooth(counts, persons), expected)


def test_the_fewer_that_live_there_the_more_it_is_drawn_towards_the_whole():
    counts = np.array([10.0] * 8 + [4.0, 400.0])
    persons = np.array([1000.0] * 8 + [100.0, 10_000.0])
    smooth = to_smooth(counts, persons)
    mean = counts.sum() / persons.sum()
    assert abs(smooth[8] - mean) < abs(smooth[9] - mean) < 0.04


def test_missing_stays_missing_and_counts_in_nothing():
    counts = np.array([10.0, 12.0] * 6 + [np.nan, 9.0])
    persons = np.array([1000.0] * 12 + [1000.0, np.nan])
    smooth = to_smooth(counts, persons)
    assert np.isnan(smooth[-2:]).all() and not np.isnan(smooth[:-2]).any()
    np.testing.assert_array_equal(smooth[:-2], to_smooth(counts[:-2], persons[:-2]))


def test_all_zeros_stay_zeros():
    assert to_smooth(np.zeros(12), np.full(12, 1000.0)).tolist() == [0.0] * 12


@pytest.mark.parametrize("size", [0, 1, 9])
def test_few_areas_are_not_smoothed(size):
    assert np.isnan(to_smooth(np.ones(size), np.full(size, 1000.0))).all()
