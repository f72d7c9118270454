"""Finds what points out a person in a text: personnummer, e-mail addresses, phone numbers.

Rather one number too many than one too few, but never a year, a date, an amount or a diary number:
whoever is stopped without cause learns to write around the stop.
"""

import re
from datetime import date
from typing import Literal, NamedTuple

from reporting.phones import find_phones
from reporting.signs import DASH, SPACE, UNSEEN, to_plain
from words import _

Found = Literal["personnummer", "e-post", "telefon"]
SHORTEST = 6  # nothing shorter can be any of them
MASK = "•"
_UNSEEN = re.compile(f"[{UNSEEN}]")
# Between the day and the last four: at a hyphen anything goes
_AT_DASH = rf"\s{{0,4}}[+{DASH}]\s{{0,4}}"
_BETWEEN = rf"(?P<gap>{_AT_DASH}|(?:{SPACE}|[+./_:·{DASH}]){{0,3}})"
_LAST = rf"(?P<last>\d{{4}}|(?<=[+{DASH}])\d\d{SPACE}\d\d)(?!\d)"
_PERSON = re.compile(rf"(?<!\d)(?P<century>18|19|20)?(?P<day>\d{{6}}){_BETWEEN}{_LAST}")
# The day written as one. Two digits for the year, or spaces, may be any numbers beside each other
_PARTED = re.compile(
    r"(?<!\d)(?P<century>18|19|20)?(?P<year>\d\d)"
    rf"(?P<part>{SPACE}|[./_{DASH}])(?P<month>\d\d)(?P=part)(?P<date>\d\d)"
    rf",?{_BETWEEN}{_LAST}(?![./{DASH}]\d)"
)
_HAS_DASH = re.compile(rf"[+{DASH}]")
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d", re.ASCII)
_REPORTED = 2018  # whoever is born this year or later is a child yet: a day then is a day of work
# An address from its @ on, and what stands before it
_LOCAL = r"[\w.!#$%&'*+/=?^`{|}~-]"
_ADDRESS = re.compile(rf"(?<={_LOCAL})@(?:[\w-]{{1,63}}\.){{1,8}}[^\W\d_]{{2,24}}")
_BEFORE = re.compile(rf"{_LOCAL}{{1,64}}\Z")


class Personal(NamedTuple):
    """What was found and where: text[start:end]."""

    kind: Found
    start: int
    end: int


def find_personal(text: str) -> list[Personal]:
    """Everything in the text that points out a person, in its order; the time is linear.

    Personnummer and samordningsnummer count only with a real day and the right control digit.
    Signs that are not seen (soft hyphens, zero-width spaces) hide nothing, nor do wide digits.
    """
    if len(text) < SHORTEST:
        return []
    if not _UNSEEN.search(text):
        return sorted(_find(to_plain(text)), key=lambda one: one.start)
    seen = [place for place, sign in enumerate(text) if not _UNSEEN.match(sign)]
    found = _find(to_plain("".join(text[place] for place in seen)))
    at = [Personal(one.kind, seen[one.start], seen[one.end - 1] + 1) for one in found]
    return sorted(at, key=lambda one: one.start)


def mask(text: str) -> str:
    """The text with every letter and digit of what points out a person as a dot (•)."""
    signs = list(text)
    for one in find_personal(text):
        for place in range(one.start, one.end):
            signs[place] = MASK if signs[place].isalnum() else signs[place]
    return "".join(signs)


def to_label(kind: Found) -> str:
    """What a kind of find is called, in the definite form."""
    return {
        "personnummer": _("ett personnummer eller samordningsnummer"),
        "e-post": _("en e-postadress"),
        "telefon": _("ett telefonnummer"),
    }[kind]


def _find(text: str) -> list[Personal]:
    found: list[Personal] = []
    if any(sign.isdigit() for sign in text):
        found += [
            Personal("personnummer", *one.span())
            for pattern in (_PERSON, _PARTED)
            for one in pattern.finditer(text)
            if _is_person(one)
        ]
    if "@" in text:
        found += [
            Personal("e-post", _to_start(text, one.start()), one.end())
            for one in _ADDRESS.finditer(text)
        ]
    taken = [(one.start, one.end) for one in found]
    for start, end in find_phones(text):
        if not any(start < stop and begin < end for begin, stop in taken):
            taken.append((start, end))
            found.append(Personal("telefon", start, end))
    return found


def _to_start(text: str, at: int) -> int:
    """Where the address whose @ stands there begins."""
    first = max(0, at - 64)
    before = _BEFORE.search(text[first:at])
    return first + before.start() if before else at


def _is_person(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    day = parts.get("day") or f"{parts['year']}{parts['month']}{parts['date']}"
    last = re.sub(r"\D", "", parts["last"])
    centuries = [parts["century"]] if parts["century"] else ["19", "20"]
    if not any(_is_day(one, day) for one in centuries) or not _is_luhn(day + last):
        return False
    return bool(_HAS_DASH.search(parts["gap"])) or not _is_other(parts, last)


def _is_other(parts: dict[str, str | None], last: str) -> bool:
    """Whether digits without a hyphen before the last four may well be something else: a diary
    number with its year, numbers beside each other, a day of these years with a time or a year."""
    if "part" not in parts:
        return "/" in str(parts["gap"]) and bool(_YEAR.fullmatch(last))
    if not parts["century"] or str(parts["part"]).isspace():
        return True
    year = int(f"{parts['century']}{parts['year']}")
    return bool(_YEAR.fullmatch(last) or (year >= _REPORTED and _TIME.fullmatch(last)))


def _is_day(century: str, day: str) -> bool:
    """Whether it is a day; of a samordningsnummer 60 is added to it."""
    number = int(day[4:])
    try:
        date(int(century + day[:2]), int(day[2:4]), number - 60 if number > 60 else number)
    except ValueError:
        return False
    return True


def _is_luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
