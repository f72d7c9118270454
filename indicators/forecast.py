"""Where the present pace leads: how many more areas may be established by a day, as a range."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from scipy.special import nbdtr

from indicators.courses import Course
from indicators.pace import count_new, count_stages
from indicators.periods import Quarter, quarters_before
from indicators.stages import NOT_NEEDED

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


def to_lead(
    courses: Sequence[Course],
    on: date,
    first: date,
    established: int,
    areas: int,
    deadline: date | None,
) -> Lead:
    """Where the pace of the courses leads, `established` of the `areas` being there already. Those
    that are ej aktuella do not remain."""
    past, new = to_past(first, on), count_new(courses, on)
    left = areas - established - count_stages(courses, on)[NOT_NEEDED]
    came = sum(new[quarter] for quarter in past)
    return Lead(areas, established, to_forecast(came, past, left, on, deadline))


def to_past(first: date, on: date) -> list[Quarter]:
    """The last four whole quarters by the day, fewer where none came before `first`."""
    now = Quarter.of(on)
    after = now.following if on == now.last else now
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
