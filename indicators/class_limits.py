"""Classes of a map that are the same on every day, so that a colour always means the same."""

import warnings

import numpy as np

from indicators.floats import Floats

CLASSES = 5


def to_limits(values: Floats, classes: int = CLASSES) -> tuple[float, ...]:
    """Where each class but the first begins, to one decimal, ascending.

    Classes hold about equally many of the values above zero, over all days at once; fewer classes
    where the values don't differ enough, none where there is no value above zero. NaN is no value.
    """
    known = values[~np.isnan(values) & (values > 0)]
    if not len(known):
        return ()
    # a second of import, that only who looks at a map of counts shall pay
    from mapclassify import Quantiles

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there are fewer classes than asked for
        bins = Quantiles(known, k=classes).bins if np.ptp(known) else known[:1]
    # the last limit is the highest value, in the last class itself
    return tuple(sorted({float(round(one, 1)) for one in bins[: classes - 1] if round(one, 1) > 0}))


def to_class(value: float, limits: tuple[float, ...]) -> int:
    """The place of the class that the value, rounded as it is shown, lies in."""
    return sum(round(value, 1) >= limit for limit in limits)
