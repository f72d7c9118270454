"""Which periods a kind is reported for: each quarter, or once a year with the fourth."""

from indicators.periods import Quarter, quarters_before
from reporting.kinds import Every, Kind

_QUARTERS = 4  # of a year; the last is the one that bears what is reported once


def is_asked_in(kind: Kind, period: Quarter) -> bool:
    """Whether the kind is reported with the period."""
    return to_period_of(kind, period) == period


def to_period_of(kind: Kind, period: Quarter) -> Quarter:
    """The period that a report of the kind bears: the year's fourth quarter for yearly ones."""
    return Quarter(period.year, _QUARTERS) if kind.every is Every.YEAR else period


def to_period_before(kind: Kind, period: Quarter) -> Quarter | None:
    """The period before, a year back for what is reported once a year; None where time begins."""
    steps = _QUARTERS if kind.every is Every.YEAR else 1
    before = quarters_before(period, steps)
    return before[0] if len(before) == steps else None
