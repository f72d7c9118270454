"""A series over time: what in it chance would hardly make. Shewhart charts, p and u.

Three rules: a point outside three standard deviations (avvikare), eight in a row on one side of the
middle (skifte), six in a row that each rise or each fall (trend). Where the series varies more than
the distribution lets it, the limits are widened by its own variation from point to point (Laney).
Sources: L. P. Provost and S. Murray, The Health Care Data Guide (2011); D. B. Laney, Improved
control charts for attributes, Quality Engineering 14 (2002).
"""

import itertools
from typing import NamedTuple

import numpy as np
import pandas as pd

from indicators.floats import Floats, to_floats

WIDTH = 3.0
SHIFT, TREND = 8, 6  # points in a row
FEWEST = 8  # points, for a middle to be told of
_MOVING = 1.128  # mean range of two normal values, in standard deviations


class Signal(NamedTuple):
    """A rule that holds: 'avvikare', 'skifte', 'trend'; of which points, first and last; whether
    they lie above the middle (or rise)."""

    rule: str
    first: int
    last: int
    up: bool


class Chart(NamedTuple):
    """The middle, the limits of each point (rates, NaN where there is none), and the signals."""

    middle: float
    low: Floats
    high: Floats
    signals: tuple[Signal, ...]


def to_chart(series: pd.DataFrame, *, of_persons: bool) -> Chart | None:
    """The chart of a series in order of time; None when fewer than `FEWEST` points have a rate.

    `series` has value, persons, below, above. `of_persons`: each person counts once (p-chart,
    binomial); else events are counted (u-chart, Poisson). A missing point ends a run; one that
    rounding may have moved across the middle neither ends nor adds to it.
    """
    count, persons, below, above = (
        to_floats(series[name]) for name in ("value", "persons", "below", "above")
    )
    persons = np.where(persons > 0, persons, np.nan)
    rate = count / persons
    known = ~np.isnan(rate)
    if known.sum() < FEWEST:
        return None
    middle = float(count[known].sum() / persons[known].sum())
    spread = np.sqrt(middle * (1 - middle if of_persons else 1) / persons)
    spread = spread * _to_widening((rate - middle) / np.where(spread > 0, spread, np.nan))
    low, high = np.maximum(middle - WIDTH * spread, 0), middle + WIDTH * spread
    least, most = (count - below) / persons, (count + above) / persons
    sides = np.where(least > middle, 1.0, np.where(most < middle, -1.0, 0.0))
    signals = [
        *(Signal("avvikare", at, at, up=True) for at in np.flatnonzero(least > high).tolist()),
        *(Signal("avvikare", at, at, up=False) for at in np.flatnonzero(most < low).tolist()),
        *_to_shifts(np.where(known, sides, np.nan)),
        *_to_trends(rate, (below + above) / persons),
    ]
    ordered = tuple(sorted(s._replace(first=int(s.first), last=int(s.last)) for s in signals))
    return Chart(middle, np.where(known, low, np.nan), np.where(known, high, np.nan), ordered)


def _to_widening(scores: Floats) -> float:
    """How much wider than chance the points vary from one to the next, at least 1."""
    moves = np.abs(np.diff(scores))
    known = moves[~np.isnan(moves)]
    return max(1.0, float(known.mean()) / _MOVING) if len(known) else 1.0


def _to_shifts(sides: Floats) -> list[Signal]:
    """Runs on one side: a 0 is passed over, a NaN ends the run."""
    found: list[Signal] = []
    points: list[int] = []
    for at, side in enumerate([*sides, np.nan]):
        if side == 0:
            continue
        if points and side != sides[points[0]]:
            if len(points) >= SHIFT:
                found.append(Signal("skifte", points[0], points[-1], up=bool(sides[points[0]] > 0)))
            points = []
        if not np.isnan(side):
            points.append(at)
    return found


def _to_trends(rate: Floats, slack: Floats) -> list[Signal]:
    """Runs that rise or fall all the way, by more in all than rounding may have added."""
    found = []
    steps = np.sign(np.diff(rate))
    at = 0
    for step, run in itertools.groupby(steps, key=lambda one: None if np.isnan(one) else one):
        length = len(list(run))
        first, last = at, at + length
        moved = abs(rate[last] - rate[first])
        if step and length + 1 >= TREND and moved > slack[first] + slack[last]:
            found.append(Signal("trend", first, last, up=bool(step > 0)))
        at += length
    return found
