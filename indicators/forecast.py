"""Where the present pace leads: how many more areas may be established by a day, as a range."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from scipy.special import nbdtr

from indicators.counted import Counted
from indicators.periods import Quarter, newest_over, quarters_before

QUARTERS = 4
FEWEST_NEW, FEWEST_LEFT = 5, 5
_OUTSIDE = 0.025  # on each side of the range


class Unsaid(StrEnum):
    """Why nothing is said of the future."""

    SHORT = "kort"  # not four whole quarters yet
    FEW_NEW = "fa-nya"
    FEW_LEFT = "fa-kvar"
    NO_DEADLINE = "ingen-frist"


class Forecast(NamedTuple):
    """Of `left` areas, from `low` to `high` more may be established by the day, at the pace of
    `new` areas in the quarters `since`–`until`."""

    day: date
    low: int
    high: int
    new: int
    left: int
    since: Quarter
    until: Quarter


class Lead(NamedTuple):
    """Areas that are counted: how many, how many established, and where the pace leads."""

    areas: int
    established: int
    ahead: Forecast | Unsaid


def to_lead(counted: Counted, on: date, first: date, deadline: date | None) -> Lead:
    """Where the pace leads on the day, of what is followed since the `first` one. Areas that are ej
    aktuella do not remain."""
    past = to_past(first, on)
    left = counted.areas - counted.established - counted.not_needed
    came = sum(counted.new.get(quarter, 0) for quarter in past)
    ahead = to_forecast(came, past, left, on, deadline)
    return Lead(counted.areas, counted.established, ahead)


def to_past(first: date, on: date) -> list[Quarter]:
    """The last four whole quarters by the day, fewer where none came before `first`."""
    after = newest_over(on).following
    return [one for one in quarters_before(after, QUARTERS) if one.first >= first]


def to_forecast(
    new: int, past: list[Quarter], left: int, on: date, deadline: date | None
) -> Forecast | Unsaid:
    """`new` areas were established in the `past` quarters, and `left` may still be: the range for
    the deadline, or why there is none."""
    if deadline is None:
        return Unsaid.NO_DEADLINE
    if len(past) < QUARTERS:
        return Unsaid.SHORT
    if left < FEWEST_LEFT:
        return Unsaid.FEW_LEFT
    if new < FEWEST_NEW:
        return Unsaid.FEW_NEW
    days = (past[-1].last - past[0].first).days + 1
    low, high = to_range(new, days, (deadline - on).days)
    return Forecast(deadline, min(low, left), min(high, left), new, left, past[0], past[-1])


def to_range(count: int, days: int, ahead: int) -> tuple[int, int]:
    """From how many to how many may come in `ahead` days when `count` (1 or more) came in `days`,
    with a certainty of at least 95 %: those that the exact test of two Poisson counts does not tell
    from the same pace. Source: A. R. Thatcher, Relationships between Bayesian and confidence limits
    for predictions, JRSS B 26 (1964)."""
    share = days / (days + ahead)
    low = high = 0
    while nbdtr(low, count, share) <= _OUTSIDE:  # too few so often
        low += 1
    while nbdtr(high, count + 1, share) < 1 - _OUTSIDE:
        high += 1
    return low, high
