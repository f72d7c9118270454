"""Finds what points out a person in a text: personnummer, e-mail addresses, phone numbers.

Rather one number too many than one too few, but never a year, a date, an amount or a diary number:
whoever is stopped without cause learns to write around the stop.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import Literal, NamedTuple

from words import _

Found = Literal["personnummer", "e-post", "telefon"]
SHORTEST = 6  # nothing shorter can be any of them
MASK = "•"
# Signs that a text can hold without their being seen: soft hyphens, zero-width spaces, directions
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_DASH = r"\-‐‑‒–—−"  # the hyphens that people and word processors use
_SPACE = r"[^\S\r\n]"  # a number does not go on over the end of a line
_GAP = rf"(?:{_SPACE}|[./{_DASH}])"
_PERSON = re.compile(
    r"(?<!\d)(?:(?P<century>18|19|20)?(?P<day>\d{6})"
    r"|(?P<century2>18|19|20)(?P<year>\d\d)-(?P<month>\d\d)-(?P<date>\d\d)(?=[-+]))"
    rf"(?:{_SPACE}|[+{_DASH}]){{0,3}}(?P<last>\d{{4}})(?!\d)"
)
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}[@＠](?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_ABROAD = re.compile(
    rf"(?<![\d+])(?:\+|00)46{_GAP}{{0,2}}(?:\(0\){_GAP}?|0{_GAP}?)?"
    rf"\(?[1-9](?:[)(]?{_GAP}{{0,2}}\d){{6,8}}(?!\d)"
)
_MOBILE = re.compile(rf"(?<!\d)\(?07[02369]\)?(?:{_GAP}{{0,3}}\d){{7}}(?!\d)")
# 08-123 456 78, 031/12 34 56, (0911) 123 45. A subscriber's number never begins with 0
_SHORT_AREA = "08|0(?:1[0136789]|2[136]|3[1356]|4[0246]|54|6[03]|90)"
_LANDLINE = re.compile(
    rf"(?<![\w+])(?<!\d[.,/{_DASH}])"
    rf"\(?(?P<area>{_SHORT_AREA}|(?!{_SHORT_AREA})0[1-69]\d\d)\)?"
    rf"{_SPACE}?[/{_DASH}]?{_SPACE}?"
    rf"(?P<number>[1-9]\d*(?:(?P<gap>{_SPACE}|[{_DASH}])\d+(?:(?P=gap)\d+)*)?)"
)
_DATE = re.compile(r"\(?\d\d(\D)\d\d\1(?:19|20)\d\d")
_THOUSANDS = re.compile(r"0\d\d(?:\s\d{3})+")
_LENGTHS = {"08": range(6, 9), "010": range(7, 8)}  # of the number after the area code
_LENGTH_BY_AREA = {3: range(5, 9), 4: range(5, 7)}  # by the area code's own length


class Personal(NamedTuple):
    """What was found and where: text[start:end]."""

    kind: Found
    start: int
    end: int


def find_personal(text: str) -> list[Personal]:
    """Everything in the text that points out a person, in its order; the time is linear.

    Personnummer and samordningsnummer count only with a real day and the right control digit.
    Signs that are not seen (soft hyphens, zero-width spaces) hide nothing.
    """
    if len(text) < SHORTEST:
        return []
    if text.isascii() or not _UNSEEN.search(text):
        return sorted(_find(text), key=lambda one: one.start)
    seen = [place for place, sign in enumerate(text) if not _UNSEEN.match(sign)]
    found = _find("".join(text[place] for place in seen))
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
            for one in _PERSON.finditer(text)
            if _is_person(one)
        ]
    if "@" in text or "＠" in text:
        found += [Personal("e-post", *one.span()) for one in _ADDRESS.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    for start, end in _find_phones(text):
        if not any(start < stop and begin < end for begin, stop in taken):
            taken.append((start, end))
            found.append(Personal("telefon", start, end))
    return found


def _is_person(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    day = parts["day"] or f"{parts['year']}{parts['month']}{parts['date']}"
    century = parts["century"] or parts["century2"]
    centuries = [century] if century else ["19", "20"]
    return any(_is_day(one, day) for one in centuries) and _is_luhn(day + parts["last"])


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


def _find_phones(text: str) -> Iterator[tuple[int, int]]:
    if "0" not in text and "+" not in text:
        return
    yield from (one.span() for one in _ABROAD.finditer(text))
    yield from (one.span() for one in _MOBILE.finditer(text))
    yield from (one.span() for one in _LANDLINE.finditer(text) if _is_landline(one, text))


def _is_landline(match: re.Match[str], text: str) -> bool:
    """Whether as many groups of digits as a number may have follow on the area code, and the whole
    is no date, no diary number and no amount written in thousands."""
    groups = re.split(r"\D", match["number"])
    sizes = list(accumulate(len(group) for group in groups))
    lengths = _LENGTHS.get(match["area"]) or _LENGTH_BY_AREA[len(match["area"])]
    if not any(size in lengths for size in sizes) or (len(groups) > 1 and sizes[0] == 1):
        return False
    if _DATE.match(match[0]) or re.match(r"/\d", text[match.end() :][:2]):
        return False
    amount_before = re.search(r"\d\s$", text[max(0, match.start() - 2) : match.start()])
    return not (amount_before and _THOUSANDS.fullmatch(match[0]))
