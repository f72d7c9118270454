import numpy as np
import pandas as pd
import pytest
from scipy.stats import poisson

from indicators.signals.funnel import INNER, OUTER, to_dispersion, to_limits, to_lines, to_places

EXPECTED = np.arange(1, 50.001, 0.01)


def areas(values, persons=10_000, below=0, above=0):
    frame = pd.DataFrame({"value": values, "persons": persons, "below": below, "above": above})
    return frame.astype({"value": "Int64", "persons": "Float64", "below": "Int64"})


def alike(areas_count=95, mean=40, seed=0):
    return np.random.default_rng(seed).poisson(mean, areas_count)


def test_chance_is_outside_as_often_as_published():
    """Seaton and Manktelow (2012), table of the 95 % prediction limits, 1–50 expected: median,
    least and largest probability below 0.0186, 0, 0.0250 and above 0.0201, 0.0052, 0.0250."""
    low, high = to_limits(EXPECTED, INNER)
    below = poisson.cdf(np.ceil(low) - 1, EXPECTED)
    above = poisson.sf(np.floor(high), EXPECTED)
    found = [[np.median(one), one.min(), one.max()] for one in (below, above)]
    published = [[0.0186, 0, 0.0250], [0.0201, 0.0052, 0.0250]]
    np.testing.assert_allclose(found, published, atol=0.00015)


@pytest.mark.parametrize("share", [INNER, OUTER])
def test_limits_are_smooth_hold_the_middle_and_never_let_chance_out_too_often(share):
    low, high = to_limits(EXPECTED, share)
    assert (np.diff(high) >= 0).all() and np.diff(high).max() < 0.06
    assert (np.diff(low) >= -1e-9).all() and np.diff(low).max() < 0.06
    assert (low < EXPECTED).all() and (high > EXPECTED).all()
    assert poisson.sf(np.floor(high), EXPECTED).max() <= (1 - share) / 2 + 1e-9


def test_wider_limits_hold_the_narrower():
    low, high = to_limits(EXPECTED, INNER)
    lower, higher = to_limits(EXPECTED, OUTER)
    wide_low, wide_high = to_limits(EXPECTED, OUTER, 2.0)
    assert (lower <= low).all() and (higher >= high).all()
    assert (wide_low <= lower + 1).all() and (wide_high >= higher).all()


def test_areas_that_differ_by_chance_alone_have_no_dispersion():
    ratios = [to_dispersion(alike(seed=seed), np.full(95, 1e4), 0.004) for seed in range(60)]
    assert sum(ratio > 1 for ratio in ratios) <= 2


def test_areas_that_differ_more_are_allowed_for():
    chance = np.random.default_rng(1)
    values = chance.poisson(40 * chance.lognormal(0, 0.4, 95))
    assert to_dispersion(values, np.full(95, 1e4), 0.004) > 3


@pytest.mark.parametrize("values", [[], [3] * 9, [np.nan] * 20])
def test_of_few_areas_no_dispersion_is_told(values):
    counts = np.asarray(values, dtype=float)
    assert to_dispersion(counts, np.full(len(counts), 1e4), 0.01) == 1.0


def test_all_zeros_are_inside():
    placed, rate, dispersion = to_places(areas([0] * 12))
    assert set(placed["place"]) == {"inom"}
    assert (rate, dispersion) == (0.0, 1.0)
    assert to_lines(np.full(12, 1e4), rate, dispersion).empty


def test_an_area_far_from_the_others_is_outside():
    placed, rate, _dispersion = to_places(areas([*alike(94), 120]))
    assert placed["place"].iloc[-1] == "over"
    assert rate == pytest.approx(placed["value"].sum() / 950_000)
    placed, *_others = to_places(areas([*alike(94), 5]))
    assert placed["place"].iloc[-1] == "under"


def test_what_rounding_may_have_moved_across_is_not_outside():
    values = [*alike(94), 62]
    assert to_places(areas(values))[0]["place"].iloc[-1] in ("over", "nara-over")
    assert to_places(areas(values, below=[0] * 94 + [20]))[0]["place"].iloc[-1] == "inom"


def test_an_area_without_figure_has_no_place_and_counts_in_nothing():
    values = pd.array([*alike(20), None, 30], dtype="Int64")
    persons = pd.array([10_000.0] * 20 + [10_000.0, None], dtype="Float64")
    placed, rate, _dispersion = to_places(areas(values, persons))
    assert placed["place"].isna().tolist() == [False] * 20 + [True] * 2
    assert rate == pytest.approx(sum(alike(20)) / 200_000)


def test_one_area_is_the_whole_and_inside():
    placed, _rate, dispersion = to_places(areas([7]))
    assert placed["place"].tolist() == ["inom"] and dispersion == 1.0


def test_the_drawn_limits_span_the_areas():
    persons = np.array([900.0, 20_000.0, np.nan])
    lines = to_lines(persons, 0.004, 1.0)
    assert lines["persons"].min() < 900 and lines["persons"].max() > 20_000
    assert set(lines["share"]) == {INNER, OUTER}
