"""Periods as people write them."""

import re
from datetime import date
from functools import lru_cache

from indicators.periods import BadPeriod, Quarter
from reporting.kind_periods import to_period_of
from reporting.kinds import Every, Kind
from reporting.reading.grid import Cell, to_text
from reporting.reading.problem import Problem
from reporting.reading.spelling import split
from words import _

_YEAR_FIRST = re.compile(r"([0-9]{4})(?:k|q|kv|kvartal)?([1-4])", re.ASCII)
_QUARTER_FIRST = re.compile(r"(?:k|q|kv|kvartal|kvartalet)([1-4])(?:ar)?([0-9]{4})", re.ASCII)
_NUMBER_FIRST = re.compile(r"([1-4])(?:a|e)?(?:kv|kvartal|kvartalet)(?:ar)?([0-9]{4})", re.ASCII)
_YEAR = re.compile(r"(?:ar|helar)?([0-9]{4})", re.ASCII)


def to_period(cell: Cell, kind: Kind, default: Quarter, today: date) -> Quarter:
    """The period of a row; `default` where nothing is written. What is reported once a year has
    its year's fourth quarter. Problem when it is none, or has not begun."""
    text = to_text(cell)
    yearly = kind.every is Every.YEAR
    period = _parse(text, yearly) if text else to_period_of(kind, default)
    if period.first > today:
        raise Problem(
            "future-period",
            _("Perioden {period} har inte börjat än.").format(period=period),
            _("Skriv en period som har börjat, till exempel {period}.").format(
                period=Quarter.of(today)
            ),
        )
    return period


@lru_cache(maxsize=1_000)
def _parse(text: str, yearly: bool) -> Quarter:
    parts = split(text[:40])
    together = "".join(parts)
    year, number = "", ""
    if match := _YEAR_FIRST.fullmatch(together):
        year, number = match[1], match[2]
        # 20263 in one word may be anything
        if together.isdigit() and len(parts) == 1:
            raise _to_bad(yearly)
    elif match := (_QUARTER_FIRST.fullmatch(together) or _NUMBER_FIRST.fullmatch(together)):
        year, number = match[2], match[1]
    elif (match := _YEAR.fullmatch(together)) and yearly:
        year, number = match[1], "4"
    if not year or (yearly and number != "4"):
        raise _to_bad(yearly)
    try:
        return Quarter(int(year), int(number))
    except BadPeriod:
        raise _to_bad(yearly) from None


def _to_bad(yearly: bool) -> Problem:
    if yearly:
        return Problem(
            "bad-period",
            _("Perioden är inget år, och det här rapporteras en gång om året."),
            _("Skriv året, till exempel 2026, eller dess fjärde kvartal, 2026K4."),
        )
    return Problem(
        "bad-period",
        _("Perioden är inget kvartal."),
        _("Skriv år och kvartal, till exempel 2026K3."),
    )
