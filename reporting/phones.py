"""Finds phone numbers in a text: mobile and landline, Swedish ones from abroad too. Dates, diary
numbers, kommuner's codes and amounts also begin with 0, and are let through."""

import re
from collections.abc import Iterator
from itertools import accumulate

from reporting.signs import DASH, SPACE

_GAP = rf"(?:{SPACE}|[{DASH}]\r?\n|[./_·{DASH}])"
_ABROAD = re.compile(
    rf"(?<![\d+])(?:\+|00)46{_GAP}{{0,2}}(?:\(0\){_GAP}?|0{_GAP}?)?"
    rf"\(?[1-9](?:[)(]?{_GAP}{{0,2}}\d){{6,8}}(?!\d)"
)
_MOBILE = re.compile(
    rf"(?<!\d)\(?07[02369]\)?(?:\r?\n|{_GAP}{{0,3}})\d(?:{_GAP}{{0,3}}\d){{6}}(?!\d)"
)
_NO_PLUS = re.compile(rf"(?<![\d+])46{_GAP}?7[02369]{_GAP}?\d{{7}}(?!\d)")
# 08-123 456 78, 031/12 34 56, (0911) 123 45. A subscriber's number never begins with 0
_SHORT_AREA = "08|0(?:1[0136789]|2[136]|3[1356]|4[0246]|54|6[03]|90)"
_LANDLINE = re.compile(
    rf"(?<![\w+])(?<!\d[.,/{DASH}])"
    rf"\(?(?P<area>{_SHORT_AREA}|(?!{_SHORT_AREA})0[1-69]\d\d)\)?"
    rf"{SPACE}?[/{DASH}]?{SPACE}?"
    rf"(?P<number>[1-9]\d*(?:(?P<gap>{SPACE}|[{DASH}])\d+(?:(?P=gap)\d+)*)?)"
)
_DATE = re.compile(r"\(?\d\d(\D)\d\d\1(?:19|20)\d\d")
_THOUSANDS = re.compile(r"0\d\d(?:\s\d{3})+")
_LENGTHS = {"08": range(6, 9), "010": range(7, 8)}  # of the number after the area code
_LENGTH_BY_AREA = {3: range(5, 9), 4: range(5, 7)}  # by the area code's own length


def find_phones(text: str) -> Iterator[tuple[int, int]]:
    """Where each of them begins and ends; some may come twice."""
    if not any(sign in text for sign in ("0", "+", "46")):
        return
    yield from (one.span() for one in _ABROAD.finditer(text))
    yield from (one.span() for one in _MOBILE.finditer(text))
    yield from (one.span() for one in _NO_PLUS.finditer(text))
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
