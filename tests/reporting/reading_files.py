"""Files to read, made as people make them, and their reading."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from indicators.periods import Quarter
from reporting.context import Context
from reporting.kinds import kinds
from reporting.reading import Found, read_file
from reporting.remarks import Remark, Severity
from reporting.rows import Row, Unit
from tests.reporting.contexts import PERIOD, make_context

LPO = "lpo-lulea-boden"
START = ("Områdeskod", "Område", "Period")


@lru_cache(maxsize=4)
def context() -> Context:
    """Four LPO of Nord, and Nord."""
    return make_context(4, earlier=0)


def context_of(period: Quarter) -> Context:
    """The same for any period."""
    return replace(context(), period=period)


def read(data: bytes, default: Quarter = PERIOD) -> Found:
    return read_file(data, context_of, default)


def headings_of(kind: str) -> list[str]:
    return [*START, *(field.label for field in kinds()[kind].fields)]


def to_book(sheets: dict[str, list[list[Any]]]) -> Workbook:
    """A workbook with the rows."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def to_bytes(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def xlsx(sheets: dict[str, list[list[Any]]]) -> bytes:
    return to_bytes(to_book(sheets))


def book_of(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def filled(kind: str, *rows: dict[str, Any], area: Any = LPO) -> bytes:
    """A workbook with one sheet of the kind; each row is field's name, or heading → value."""
    return xlsx({kinds()[kind].title: table(kind, *rows, area=area)})


def table(kind: str, *rows: dict[str, Any], area: Any = LPO) -> list[list[Any]]:
    """Headings and rows."""
    names = [*START, *(field.name for field in kinds()[kind].fields)]
    usual = {"Områdeskod": area}
    return [headings_of(kind), *([{**usual, **row}.get(name) for name in names] for row in rows)]


def errors(found: Found) -> list[Remark]:
    return [remark for remark in found.remarks if remark.severity is Severity.ERROR]


def codes(found: Found) -> set[str]:
    """The codes of the errors."""
    return {remark.code for remark in errors(found)}


def told(found: Found) -> set[str]:
    """The codes of the information."""
    return {one.code for one in found.remarks if one.severity is Severity.INFORMATION}


def rows_of(found: Found, kind: str, area: str = LPO, period: Quarter = PERIOD) -> tuple[Row, ...]:
    return found.units[Unit(area, kind, period)]


def value(written: Any, field: str, kind: str) -> Any:
    """What the field's value is when this is written in it; the error's code if it is one."""
    found = read(filled(kind, {**SOUND[kind], field: written}))
    if codes(found):
        return " ".join(sorted(codes(found)))
    area, period = next(iter(found.units))[::2]
    return rows_of(found, kind, area, period)[0].values.get(field)


# A row that nothing is said of
SOUND = {
    "indikatorer": {"indikator": "indikator-1", "k_12_14": 3, "preliminar": "nej"},
    "atgarder": {"atgard": "SSPF", "k_12_14": 3},
    "handelser": {"stadium": "uppstartat", "dag": "2026-08-20"},
    "mal": {"mal": "mal-1", "utfall": 2, "bedomning": "på väg", "Områdeskod": "pr-nord"},
    "samverkan": {"samverkansform": "SSPF", "kommun": "Kiruna", "Period": "2025"},
    "hinder": {"kategori": "Sekretess", "niva": "inom", "beskrivning": "Olika syn."},
    "deltagande": {"aktor": "Skolan", "form": "medlem", "hallna": 4, "deltagit": 3},
}
