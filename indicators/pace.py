"""How fast areas come along: areas per stage, newly established, waiting times, what has stalled.

All of it is counted on `indicators.courses`, each day over the areas that exist on that day.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from indicators.courses import Course, Heard
from indicators.periods import Quarter
from indicators.stages import (
    DORMANT,
    ESTABLISHED,
    MAPPING,
    NOT_NEEDED,
    NOT_STARTED,
    PLANNED,
    RANK,
    STARTED,
)

STEPS = (MAPPING, PLANNED, STARTED, ESTABLISHED)  # beyond 'ej påbörjat'
ON_THE_WAY = (NOT_STARTED, MAPPING, PLANNED, STARTED)
STILL_DAYS = 180  # without an event, from which an area on the way has stalled


class Stop(NamedTuple):
    """A quarter and the day on which it is looked at: its last, or the day chosen within it."""

    quarter: Quarter
    day: date


class Wait(NamedTuple):
    """Days from an area's first step to established, or so far when it has not `reached` it."""

    days: int
    reached: bool


class Stalled(NamedTuple):
    """An area on the way of which nothing was told for so many days, and what came last."""

    course: Course
    days: int
    last: Heard


def to_stops(first: date, on: date) -> list[Stop]:
    """Every quarter from the first day's to the day's own, which is looked at on the day."""
    quarters = Quarter.range(Quarter.of(first), Quarter.of(on))
    return [Stop(quarter, min(quarter.last, on)) for quarter in quarters]


def to_existing(courses: Iterable[Course], on: date) -> list[Course]:
    """The areas that exist on the day."""
    return [course for course in courses if course.holds(on)]


def count_stages(courses: Iterable[Course], on: date) -> Counter[str | None]:
    """Stage → number of the day's areas; None = no data, which is a class of its own."""
    return Counter(course.stage_on(on) for course in to_existing(courses, on))


def to_established_on(course: Course, on: date) -> date | None:
    """The day on which the area was established for the first time, None when not by the day.
    One before the area's own first day was that of an older division."""
    turn = course.first_at((ESTABLISHED,), on)
    return turn.day if turn else None


def count_new(courses: Iterable[Course], on: date) -> Counter[Quarter]:
    """Quarter → areas that were established for the first time in it, each of the division that
    held then: what an older division had established is not new again."""
    days = ((course, to_established_on(course, on)) for course in courses)
    return Counter(Quarter.of(day) for course, day in days if day and course.holds(day))


def to_waits(courses: Iterable[Course], on: date) -> list[Wait]:
    """The wait of each of the day's areas that has taken a first step, its days 0 or more.

    One whose first known step is established waited for nobody knows how long, and is left out.
    One that is ej aktuellt, or of which there is no data any more, waited until that day.
    """
    waits = []
    for course in to_existing(courses, on):
        first = course.first_at(STEPS, on)
        if first is None or first.stage == ESTABLISHED:
            continue
        reached = to_established_on(course, on)
        waits.append(Wait(((reached or _to_end(course, on)) - first.day).days, reached is not None))
    return waits


def _to_end(course: Course, on: date) -> date:
    """The day until which an area that is not established has waited."""
    last = course.turns_by(on)[-1]
    return last.day if last.stage in (None, NOT_NEEDED) else on


def to_median(waits: Sequence[Wait]) -> int | None:
    """Days within which half are established, those on the way counted as long as they have waited
    (Kaplan–Meier); None when half never is. Source: E. L. Kaplan and P. Meier, Nonparametric
    estimation from incomplete observations, JASA 53 (1958)."""
    left = Fraction(1)
    for days in sorted({wait.days for wait in waits if wait.reached}):
        waiting = sum(wait.days >= days for wait in waits)
        reached = sum(wait.reached and wait.days == days for wait in waits)
        left *= 1 - Fraction(reached, waiting)
        if left <= Fraction(1, 2):
            return days
    return None


def find_stalled(courses: Iterable[Course], on: date, limit: int = STILL_DAYS) -> list[Stalled]:
    """The day's areas on the way of which nothing was told for `limit` days or more, the longest
    first. Established, vilande and ej aktuellt wait for nothing, and no data is its own class."""
    found = []
    for course in to_existing(courses, on):
        last = course.heard_by(on)
        if last is None or course.stage_on(on) not in ON_THE_WAY:
            continue
        days = (on - last.day).days
        if days >= limit:
            found.append(Stalled(course, days, last))
    return sorted(found, key=lambda one: (-one.days, one.course.code))


def to_order(courses: Iterable[Course], on: date, stalled: Sequence[Stalled]) -> list[Course]:
    """The areas by what needs attention: the stalled, longest first; no data; vilande; those on the
    way, the least far first; ej aktuellt; established, the latest first."""
    still = {one.course.code: one.days for one in stalled}
    places: dict[str | None, int] = dict.fromkeys(ON_THE_WAY, 3)
    places |= {None: 1, DORMANT: 2, NOT_NEEDED: 4}

    def place(course: Course) -> tuple[int, int, int, str]:
        stage, last = course.stage_on(on), course.turns_by(on)
        rank = RANK[stage] if stage in ON_THE_WAY else 0
        since = -last[-1].day.toordinal() if last else 0
        if course.code in still:
            return 0, -still[course.code], 0, course.code
        return places.get(stage, 5), rank, since, course.code

    return sorted(courses, key=place)
