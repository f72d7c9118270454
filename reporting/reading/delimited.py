"""CSV: its signs, its delimiter, its rows. They become one sheet without a name."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO, TextIOWrapper
from itertools import islice

from reporting.reading.grid import Line, Sheet, is_blank
from reporting.reading.guard import to_no_spreadsheet
from reporting.reading.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    Room,
    to_too_many_columns,
    to_too_many_rows,
)
from reporting.reading.problem import Problem
from words import _

DELIMITERS = (";", "\t", ",")
_LONGEST_LINE = 1_000_000  # signs
_LOOK_AT = 300  # rows in which a heading is looked for
NAMES = {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252"}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Swedish letters as other encodings show them: old Mac and DOS, and UTF-8 read as Windows-1252
_SPOILT = re.compile("[A-Za-z][†„”Ž™ŒŠš‡\x8f][a-z]|Ã[¥¤¶…„–]|\ufffd")
_SWEDISH = re.compile(r"[\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6\u00e9]")
_NEVER = re.compile("[\x00-\x08\x0e-\x1f]")


def read_delimited(data: bytes, score: Callable[[Sequence[str]], int]) -> tuple[Sheet, str]:
    """The file as a sheet (its first row is row 1), and the encoding it had, as people call it.
    `score` says how much a row looks like headings. Problem when it can't be read."""
    encoding, start = _to_encoding(data)
    delimiter = _find_delimiter(data, encoding, start, score)
    room, lines = Room(), []
    for number, row in enumerate(_split(data, encoding, delimiter), start=1):
        cells = {column: cell for column, cell in enumerate(row, 1) if cell and not is_blank(cell)}
        if max(cells, default=0) > MAX_COLUMNS:
            raise to_too_many_columns("")
        for cell in cells.values():
            room.take(cell)
        if cells:
            lines.append(Line(number, cells))
    return Sheet("", tuple(lines)), NAMES.get(encoding, "UTF-16")


def _to_encoding(data: bytes) -> tuple[str, str]:
    """The encoding, as Python calls it, and the text's beginning. Problem when it is no text or
    its letters are spoilt."""
    text, encoding = _decode(data)
    if _NEVER.search(text):
        raise to_no_spreadsheet()
    spoilt = _SPOILT.search(text)
    if spoilt and ("\ufffd" in spoilt[0] or "Ã" in spoilt[0] or not _SWEDISH.search(text)):
        raise _to_spoilt()
    return encoding, text[:2000]


def _decode(data: bytes) -> tuple[str, str]:
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16"), "utf-16"
        if data[1:400:2].count(0) * 3 > len(data[1:400:2]):
            return data.decode("utf-16-le"), "utf-16-le"
        if data[:400:2].count(0) * 3 > len(data[:400:2]):
            return data.decode("utf-16-be"), "utf-16-be"
    except UnicodeDecodeError:
        raise to_no_spreadsheet() from None
    for encoding in NAMES:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise _to_spoilt()


def _find_delimiter(
    data: bytes, encoding: str, start: str, score: Callable[[Sequence[str]], int]
) -> str:
    """The one that gives the row most like headings: a decimal comma deceives nobody then."""
    if told := re.match(r"\s*\"?sep=([;,|\t])\"?\s*$", start[:20], re.MULTILINE | re.IGNORECASE):
        return told[1]
    best, most = "", 0
    for delimiter in DELIMITERS:
        found = max((score(row) for row in _first_rows(data, encoding, delimiter)), default=0)
        if found > most:
            best, most = delimiter, found
    return best or max(DELIMITERS, key=start.count)


def _first_rows(data: bytes, encoding: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(_to_lines(data, encoding), delimiter=delimiter)
    try:
        yield from islice(rows, _LOOK_AT)
    except csv.Error:
        return


def _to_lines(data: bytes, encoding: str) -> Iterator[str]:
    """The text's lines, one at a time. csv.Error when one is longer than any report's."""
    text = TextIOWrapper(BytesIO(data), encoding, newline="")
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise csv.Error
        yield line


def _split(data: bytes, encoding: str, delimiter: str) -> Iterator[list[str]]:
    """All rows. Problem with the row where a quotation mark has gone astray, or when too many."""
    number = 0
    try:
        for row in csv.reader(_to_lines(data, encoding), delimiter=delimiter, strict=True):
            number += 1
            if number > MAX_ROWS:
                raise to_too_many_rows("")
            yield row
    except csv.Error:
        raise Problem(
            "broken-csv",
            _(
                "Rad {row} går inte att dela i kolumner: ett citattecken är inte avslutat, eller "
                "en text är för lång."
            ).format(row=number + 1),
            _("Sätt citattecken både före och efter texten, och skriv dem inne i texten dubbelt."),
        ) from None


def _to_spoilt() -> Problem:
    return Problem(
        "wrong-encoding",
        _("Filens bokstäver går inte att läsa: den är sparad med en annan teckenkodning."),
        _("Spara den som CSV UTF-8 eller som Excel-arbetsbok (.xlsx) och läs in den igen."),
    )
