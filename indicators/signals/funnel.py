"""Areas against the whole: control limits that are wide where few live, as a funnel.

Limits are prediction limits of the Poisson distribution, drawn smooth between whole counts so that
chance is never more often outside than is said, and widened where areas differ more than chance
lets them (over-dispersion: multiplicative, winsorised z-scores).
Sources: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in
Medicine 24 (2005); S. E. Seaton and B. N. Manktelow, The probability of being identified as an
outlier, BMC Medical Research Methodology 12:98 (2012).
"""

import numpy as np
import pandas as pd
from scipy.stats import norm, poisson

from indicators.floats import Floats, to_floats

INNER, OUTER = 0.95, 0.998  # share of areas that chance alone keeps inside
WINSORISED = 0.1  # share of the z-scores at each end that are drawn in
FEWEST = 10  # areas, for a dispersion to be told from chance
POINTS = 80  # of the drawn limits


def to_whole_rate(counts: Floats, persons: Floats) -> float:
    """The rate of all areas together, events a person; NaN where nobody lives."""
    whole = float(np.nansum(persons))
    return float(np.nansum(counts)) / whole if whole > 0 else float("nan")


def to_dispersion(counts: Floats, persons: Floats, rate: float) -> float:
    """How many times more areas vary than chance lets them, at least 1 (variance ratio).

    1 too when it isn't more than chance may give: within two standard errors of 1.
    """
    known = ~np.isnan(counts) & (persons > 0)
    expected = rate * persons[known]
    if not known.sum() >= FEWEST or not rate > 0:
        return 1.0
    # the square root makes the scores of small counts nearly normal
    scores = 2 * (np.sqrt(counts[known]) - np.sqrt(expected))
    low, high = np.quantile(scores, [WINSORISED, 1 - WINSORISED])
    ratio = float(np.mean(np.clip(scores, low, high) ** 2))
    return ratio if ratio > 1 + 2 * np.sqrt(2 / len(expected)) else 1.0


def to_limits(expected: Floats, share: float, dispersion: float = 1.0) -> tuple[Floats, Floats]:
    """Lower and upper limit of the count (never below 0) that keep `share` of areas inside."""
    tail = (1 - share) / 2
    if dispersion > 1:
        spread = float(norm.ppf(1 - tail)) * np.sqrt(dispersion)
        # of the square root, whose standard deviation is a half whatever the count
        root = np.sqrt(expected)
        return np.maximum(root - spread / 2, 0) ** 2, (root + spread / 2) ** 2
    return np.maximum(_to_exact(expected, tail), 0), _to_exact(expected, 1 - tail) + 1


def _to_exact(expected: Floats, probability: float) -> Floats:
    """Between the least count that chance reaches with the probability, and the one before it."""
    count = poisson.ppf(probability, expected)
    reached, before = poisson.cdf(count, expected), poisson.cdf(count - 1, expected)
    with np.errstate(invalid="ignore", divide="ignore"):
        part = (reached - probability) / (reached - before)
    return np.asarray(count - part, np.float64)


def to_places(areas: pd.DataFrame) -> tuple[pd.DataFrame, float, float]:
    """Each area's place in the funnel, the whole's rate, and the dispersion allowed for.

    `areas` has value, persons, below and above of `protection.based`. Gets expected (count) and
    place: 'over', 'under' (outside the outer limits), 'nara-over', 'nara-under' (outside the inner
    ones), 'inom', NA without a figure. What rounding may have moved across a limit is not outside.
    """
    counts, persons = to_floats(areas["value"]), to_floats(areas["persons"])
    rate = to_whole_rate(np.where(np.isnan(persons), np.nan, counts), _where(counts, persons))
    dispersion = to_dispersion(counts, persons, rate)
    expected = rate * persons
    least = counts - to_floats(areas["below"])
    most = counts + to_floats(areas["above"])
    place = np.full(len(areas), "inom", dtype=object)
    place[np.isnan(counts) | np.isnan(expected)] = None
    for share, over, under in ((INNER, "nara-over", "nara-under"), (OUTER, "over", "under")):
        low, high = to_limits(expected, share, dispersion)
        place[least > high] = over
        place[most < low] = under
    return areas.assign(expected=expected, place=place), rate, dispersion


def to_lines(persons: Floats, rate: float, dispersion: float) -> pd.DataFrame:
    """The limits to draw, from the fewest to the most persons: persons, share, low, high (counts
    per person)."""
    known = persons[persons > 0]
    if not len(known) or not rate > 0:
        return pd.DataFrame(columns=["persons", "share", "low", "high"])
    at = np.geomspace(known.min() * 0.9, known.max() * 1.05, POINTS)
    frames = []
    for share in (INNER, OUTER):
        low, high = to_limits(rate * at, share, dispersion)
        frames.append(
            pd.DataFrame({"persons": at, "share": share, "low": low / at, "high": high / at})
        )
    return pd.concat(frames, ignore_index=True)


def _where(counts: Floats, persons: Floats) -> Floats:
    return np.where(np.isnan(counts), np.nan, persons)
