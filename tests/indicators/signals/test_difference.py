import numpy as np
import pytest

from indicators.signals.difference import Count, may_be_chance


def test_a_known_answer():
    """Of 8 and 20 over equal bases the exact two-sided p is 0.0357; of 9 and 20 it is 0.0614."""
    assert not may_be_chance(Count(20, 1000), Count(8, 1000))
    assert may_be_chance(Count(20, 1000), Count(9, 1000))


def test_which_is_named_first_does_not_matter():
    assert not may_be_chance(Count(8, 1000), Count(20, 1000))


def test_the_base_is_counted_in():
    assert may_be_chance(Count(40, 2000), Count(20, 1000))
    assert not may_be_chance(Count(40, 1000), Count(20, 1000))


def test_what_rounding_may_add_is_taken_away_first():
    assert may_be_chance(Count(20, 1000, below=4), Count(8, 1000))
    assert may_be_chance(Count(20, 1000), Count(8, 1000, above=4))


@pytest.mark.parametrize("pair", [(0, 0), (0, 3), (5, 5)])
def test_little_is_chance(pair):
    assert may_be_chance(*(Count(value, 1000) for value in pair))


def test_chance_alone_is_seldom_called_a_difference():
    chance = np.random.default_rng(3)
    pairs = chance.poisson(30, (2000, 2))
    called = [not may_be_chance(Count(a, 1000), Count(b, 1000)) for a, b in pairs]
    assert 0.02 < np.mean(called) <= 0.05
