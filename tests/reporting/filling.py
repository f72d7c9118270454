"""Fills a template in as a person would: sees headings and names, and writes in the white cells."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from reporting import headings
from reporting.context import Context
from reporting.kinds import Field, Kind, Type, kinds, option_labels
from reporting.register import Listing
from reporting.rows import Row, Units
from reporting.values import Gap, Value


def fill(template: bytes, units: Units, context: Context) -> bytes:
    """The template with the units' rows written where they belong; an empty unit as ’inget’."""
    book = load_workbook(BytesIO(template))
    for unit, rows in units.items():
        kind = kinds()[unit.kind]
        sheet = book[kind.title]
        for row in rows:
            number = _find_row(sheet, kind, unit.area, row, context)
            for field in kind.fields:
                if field.name in row.values:
                    shown = to_written(field, row.values[field.name], context)
                    write(sheet, number, field.label, shown)
        if not rows:
            number = _find_row(sheet, kind, unit.area, None, context)
            write(sheet, number, kind.fields[0].label, headings.nothing())
    return to_bytes(book)


def set_cells(data: bytes, cells: Mapping[tuple[str, str], Any]) -> bytes:
    """The workbook with some cells changed: (sheet, place as E7) → value."""
    book = load_workbook(BytesIO(data))
    for (sheet, place), value in cells.items():
        book[sheet][place].value = value
    return to_bytes(book)


def write(sheet: Any, row: int, heading: str, value: Any) -> None:
    """Writes under the heading. AssertionError where the sheet's protection forbids it."""
    cell = sheet.cell(row, to_columns(sheet)[heading])
    assert not cell.protection.locked, f"{sheet.title} {cell.coordinate} is locked"
    cell.value = value


@lru_cache(maxsize=16)
def to_columns(sheet: Any) -> dict[str, int]:
    """Heading → column; a heading is never written to. To find the row looks through all cells."""
    row = sheet[headings.HEADING_ROW]
    return {cell.value: cell.column for cell in row if cell.value is not None}


def to_rows(sheet: Any) -> Iterator[dict[str, Any]]:
    """The rows under the headings: heading → cell."""
    columns = to_columns(sheet)
    for number in range(headings.HEADING_ROW + 1, sheet.max_row + 1):
        yield {heading: sheet.cell(number, column) for heading, column in columns.items()}


def to_written(field: Field, value: Value, context: Context) -> Any:
    """What a person writes for the value."""
    if isinstance(value, Gap):
        return ".." if value is Gap.MISSING else "."
    if field.type is Type.KOMMUN:
        return context.kommuner[str(value)]
    if field.type is not Type.CHOICE:
        return value
    if field.options not in set(Listing):
        return option_labels(field.options)[str(value)]
    entry = context.register.find(field.options, str(value))
    assert entry is not None
    return entry.name


def to_bytes(book: Workbook) -> bytes:
    """The saved file."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _find_row(sheet: Any, kind: Kind, area: str, row: Row | None, context: Context) -> int:
    """The listed row of the area and choice, or the first empty one, with its area chosen."""
    first = kind.fields[0]
    for cells in to_rows(sheet):
        code, choice = cells[headings.area_code()], cells[first.label]
        if kind.listing is None and code.value is None and cells[headings.area()].value is None:
            write(sheet, code.row, headings.area(), context.areas[area].name)
            return code.row
        if kind.listing is None or code.value != area:
            continue
        if row is None or choice.value == to_written(first, row.values[first.name], context):
            return code.row
    raise AssertionError(f"no row for {area} in {sheet.title}")
