"""Days as people write them: the year first, or day and month with the year apart."""

import re
from datetime import date, datetime

from reporting.reading.grid import Cell, Special
from reporting.reading.problem import Problem
from reporting.reading.spelling import clean, fold
from words import _

FIRST_YEAR, LAST_YEAR = 2000, 2100
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.\u2013])([0-9]{1,2})\2([0-9]{1,2})", re.ASCII)
_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})", re.ASCII)
_SWEDISH = re.compile(r"([0-9]{1,2})/([0-9]{1,2}) ?[ -] ?([0-9]{4})", re.ASCII)
_IN_WORDS = re.compile(r"(?:den )?([0-9]{1,2}):?[ea]? ?([^\W\d_]+)\.? ([0-9]{4})")
_MIDNIGHT = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.0*)?)?$", re.ASCII)
_YEAR_LAST = re.compile(r"[0-9]{1,2}[-/. ]+[0-9]{1,2}[-/. ]+(?:[0-9]{4}|[0-9]{2})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WHOLE_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip
# English months that are not spelled as the Swedish ones
_ENGLISH = {"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8,
            "october": 10, "oct": 10}  # fmt: skip


def to_day(cell: Cell) -> date:
    """The day. Problem when it is none, or may be read in two ways."""
    value = cell.value if isinstance(cell, Special) else cell
    if isinstance(value, datetime):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, date):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _to_bad()
    return _to_written(_MIDNIGHT.sub("", clean(str(value))))


def _to_written(text: str) -> date:
    if match := _YEAR_FIRST.fullmatch(text):
        return _checked(int(match[1]), int(match[3]), int(match[4]))
    if match := _TOGETHER.fullmatch(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if match := _SWEDISH.fullmatch(text):
        return _checked(int(match[3]), int(match[2]), int(match[1]))
    if match := _IN_WORDS.fullmatch(text):
        return _checked(int(match[3]), _to_month(match[2]), int(match[1]))
    if _YEAR_LAST.fullmatch(text):
        raise Problem(
            "ambiguous-day",
            _("Det går inte att veta vad som är dag och vad som är månad."),
            _how(),
        )
    raise _to_bad()


def _to_month(word: str) -> int:
    name = fold(word)
    if name in _ENGLISH:
        return _ENGLISH[name]
    if name in _WHOLE_MONTHS:
        return _WHOLE_MONTHS.index(name) + 1
    return _MONTHS.index(name) + 1 if name in _MONTHS else _short(name)


def _short(name: str) -> int:
    """`sept` and other ways to cut a month."""
    found = [n for n, whole in enumerate(_WHOLE_MONTHS, 1) if whole.startswith(name)]
    if len(name) < 3 or len(found) != 1:
        raise _to_bad()
    return found[0]


def _checked(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Problem("no-such-day", _("Dagen finns inte."), _how()) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Problem(
            "bad-year",
            _("Året är orimligt."),
            _("Skriv en dag mellan år {first} och {last}.").format(
                first=FIRST_YEAR, last=LAST_YEAR
            ),
        )
    return found


def _to_bad() -> Problem:
    return Problem("not-a-day", _("Det här är ingen dag."), _how())


def _how() -> str:
    return _("Skriv året först: 2026-11-01. Det går också med 1 november 2026 eller 1/11 2026.")
