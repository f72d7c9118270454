"""Whether two rates differ by more than chance and rounding may make them.

The exact test of two Poisson counts: given their sum, the first is binomial. Source: J.
Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series,
Biometrika 31 (1940).
"""

from typing import Any, NamedTuple

from scipy.stats import binom

LEVEL = 0.05


class Count(NamedTuple):
    """A count, what it is counted over, and how many fewer or more it may be by rounding."""

    value: float
    persons: float
    below: float = 0
    above: float = 0


def to_count(row: Any) -> Count:
    """The count of a row with those columns (of `protection.based`) that has a figure."""
    return Count(*(float(row[name]) for name in Count._fields))


def may_be_chance(one: Count, other: Count) -> bool:
    """Whether chance, at the 5 % level, may be all there is between the two rates."""
    high, low = sorted((one, other), key=lambda count: count.value / count.persons, reverse=True)
    least = max(high.value - high.below, 0)
    most = low.value + low.above
    if least / high.persons <= most / low.persons:
        return True
    share = high.persons / (high.persons + low.persons)
    return bool(2 * binom.sf(least - 1, round(least + most), share) >= LEVEL)
