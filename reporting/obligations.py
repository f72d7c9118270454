"""Who owes what for a period, and when it is due."""

from collections.abc import Container, Iterable
from datetime import date, timedelta

from indicators.periods import Quarter
from reporting.context import KnownArea
from reporting.kind_periods import is_asked_in
from reporting.kinds import LOCAL, Kind, kinds
from reporting.rows import Unit

FIRST_PERIOD = Quarter(2024, 1)  # the first whole quarter of the structure
_ONCE_STARTED = "deltagande"  # an area whose council holds no meetings owes nothing of them


def to_periods(today: date) -> list[Quarter]:
    """The periods that may be reported and reviewed, the running one last."""
    return Quarter.range(FIRST_PERIOD, Quarter.of(today))


def to_owed(areas: Iterable[KnownArea], period: Quarter, started: Container[str]) -> list[Unit]:
    """The units that the areas must report for the period, area by area in the order of the kinds.

    What is reported once a year is owed with the fourth quarter. `started`: codes of the LPO
    whose council has started or is established on the period's last day.
    """
    if period < FIRST_PERIOD:
        return []
    due = [kind for kind in kinds().values() if is_asked_in(kind, period)]
    return [
        Unit(area.code, kind.code, period)
        for area in areas
        for kind in due
        if area.level in kind.owed_by and _holds(kind, area, started)
    ]


def due_day(period: Quarter) -> date:
    """The last day on which the period's report is on time: a month after the period."""
    first = period.following.first
    return date(first.year, first.month + 1, 1) - timedelta(days=1)


def _holds(kind: Kind, area: KnownArea, started: Container[str]) -> bool:
    return kind.code != _ONCE_STARTED or area.level != LOCAL or area.code in started
