"""Numbers as people write them in Sweden."""

import math
import re
from datetime import date, time, timedelta

from reporting.reading.grid import Cell, Plain, Special
from reporting.reading.problem import Problem
from reporting.reading.spelling import clean
from words import _

MOST = 1_000_000_000
_NUMBER = re.compile(r"[+]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,20})(?:[.,][0-9]{1,15})?", re.ASCII)
_NEGATIVE = re.compile(r"[-\u2212\u2013] ?[0-9][0-9 .,]*")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)


def to_count(cell: Cell) -> int:
    """A whole number from 0. Problem when it is none."""
    number = _to_number(cell, whole=True)
    if not float(number).is_integer():
        raise Problem(
            "not-whole",
            _("Antalet är inget heltal."),
            _("Skriv ett heltal från 0, till exempel 1 234."),
        )
    return int(number)


def to_amount(cell: Cell) -> float:
    """A number from 0. Problem when it is none."""
    return float(_to_number(cell, whole=False))


def _to_number(cell: Cell, *, whole: bool) -> int | float:
    """The number; `whole`: no hint speaks of decimals."""
    if isinstance(cell, Special) and cell.percent:
        raise _to_percent()
    value = cell.value if isinstance(cell, Special) else cell
    number = _written(value, whole) if isinstance(value, str) else _typed(value, whole)
    if not math.isfinite(number):
        raise _to_bad(whole)
    if number < 0:
        raise _to_negative()
    if number > MOST:
        raise Problem(
            "too-large",
            _("Talet är större än en miljard."),
            _("Kontrollera talet: något kan ha skrivits ihop."),
        )
    # Excel shows 15 digits; what comes after them is an artefact of adding. No negative zero
    return number if isinstance(number, int) else float(f"{number:.15g}") + 0.0


def _typed(value: Plain, whole: bool) -> int | float:
    if isinstance(value, bool) or value is None:
        raise _to_bad(whole)
    if isinstance(value, date | time | timedelta):
        raise Problem(
            "date-as-number",
            _("Cellen är en dag eller tid, inte ett tal."),
            _("Välj cellformatet Tal eller Allmänt och skriv talet på nytt."),
        )
    assert not isinstance(value, str)  # noqa: S101 - for the types alone
    return value


def _written(text: str, whole: bool) -> int | float:
    text = clean(text)
    if text.endswith("%"):
        raise _to_percent()
    if _NEGATIVE.fullmatch(text):
        raise _to_negative()
    if _THOUSANDS.fullmatch(text):
        raise Problem(
            "ambiguous-number",
            _("Punkten kan betyda tusental eller decimaler."),
            _("Skriv tusental med mellanslag (1 234).")
            if whole
            else _("Skriv tusental med mellanslag (1 234) och decimaler med komma (1,5)."),
        )
    if not _NUMBER.fullmatch(text):
        raise _to_bad(whole)
    plain = text.replace(" ", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def _to_bad(whole: bool) -> Problem:
    example = _("1 234") if whole else _("1 234 eller 1,5")
    right = _(
        "Skriv bara talet, till exempel {example}. Skriv .. om uppgiften saknas och 0 för noll."
    )
    return Problem("not-a-number", _("Det här är inget tal."), right.format(example=example))


def _to_negative() -> Problem:
    return Problem("negative", _("Talet är mindre än noll."), _("Skriv ett tal från 0 och uppåt."))


def _to_percent() -> Problem:
    return Problem(
        "percent", _("Här står en andel i procent."), _("Skriv antalet, utan procenttecken.")
    )
