import numpy as np
import pytest

from indicators.protection.intervals import to_lower, to_upper


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        # exact Poisson limits, as in any table of them (Pearson and Hartley)
        (0, 0.0, 3.689),
        (1, 0.0253, 5.572),
        (2, 0.242, 7.225),
        (5, 1.623, 11.668),
        (9, 4.115, 17.085),
        # Byar's approximation, to be close to the exact 4.795–18.390, 81.36–121.63 and so on
        (10, 4.79, 18.39),
        (100, 81.36, 121.63),
        (1000, 938.97, 1063.96),
    ],
)
def test_known_answers(count, low, high):
    counts = np.array([float(count)])
    assert to_lower(counts)[0] == pytest.approx(low, rel=1e-3, abs=1e-3)
    assert to_upper(counts)[0] == pytest.approx(high, rel=1e-3)


def test_the_ends_grow_with_the_count_and_hold_it_also_where_the_methods_meet():
    counts = np.arange(0, 200, dtype=float)
    low, high = to_lower(counts), to_upper(counts)
    assert (np.diff(low) > 0).all() and (np.diff(high) > 0).all()
    assert ((low <= counts) & (counts < high)).all()


def test_no_count_has_no_interval():
    assert np.isnan(to_lower(np.array([np.nan]))).all()
    assert np.isnan(to_upper(np.array([np.nan]))).all()
