"""How uncertain a count is by chance alone: 95 % intervals, as UK public health profiles make them.

Exact (Poisson, by the gamma distribution) below ten, Byar's approximation from there on.
Source: Public Health England, Technical Guide: Confidence Intervals (2018).
"""

import numpy as np

from indicators.floats import Floats

Z = 1.959963984540054  # of 95 %
FEW = 10
_TAIL = 0.025


def to_lower(counts: Floats) -> Floats:
    """Lower end of each count (persons, from 0; NaN stays)."""
    few, many = np.clip(counts, 1, FEW), np.maximum(counts, FEW)
    exact = np.where(counts > 0, _to_quantile(few, _TAIL), 0.0 * counts)
    return np.where(counts < FEW, exact, _byar(many, -Z))


def to_upper(counts: Floats) -> Floats:
    """Upper end of each count (persons, from 0; NaN stays)."""
    few, many = np.clip(counts, 0, FEW), np.maximum(counts, FEW)
    return np.where(counts < FEW, _to_quantile(few + 1, 1 - _TAIL), _byar(many + 1, Z))


def _to_quantile(counts: Floats, probability: float) -> Floats:
    from scipy.special import gammaincinv  # a tenth of a second that no start needs to wait for

    return np.asarray(gammaincinv(counts, probability))


def _byar(counts: Floats, z: float) -> Floats:
    return np.asarray(counts * (1 - 1 / (9 * counts) + z / (3 * np.sqrt(counts))) ** 3)
