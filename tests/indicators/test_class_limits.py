import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.class_limits import CLASSES, to_class, to_limits


def test_classes_hold_about_equally_many():
    values = np.random.default_rng(0).gamma(2, 5, 1000)
    limits = to_limits(values)
    counts = np.bincount([to_class(one, limits) for one in values], minlength=CLASSES)
    assert len(limits) == CLASSES - 1 and counts.min() > 170


def test_zeros_and_gaps_decide_no_limit():
    values = np.array([1.0, 2, 3, 4, 5])
    assert to_limits(np.concatenate([values, np.zeros(100), [np.nan] * 50])) == to_limits(values)


@pytest.mark.parametrize("values", [[], [0, 0], [np.nan], [0.04]])
def test_without_a_value_to_show_there_are_no_limits(values):
    assert to_limits(np.array(values, dtype=float)) == ()


def test_one_value_has_one_limit():
    assert to_limits(np.array([7.0, 7.0])) == (7.0,)
    assert [to_class(one, (7.0,)) for one in (0, 6.9, 7)] == [0, 0, 1]


@given(st.lists(st.floats(0, 500) | st.just(float("nan")), max_size=60))
def test_limits_rise_and_every_value_has_a_class(values):
    limits = to_limits(np.array(values, dtype=float))
    assert list(limits) == sorted(set(limits)) and len(limits) < CLASSES
    assert all(0 <= to_class(one, limits) <= len(limits) for one in values if not np.isnan(one))
