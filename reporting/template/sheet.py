"""The sheet of a kind: title, headings, the rows to fill in, and what was reported before."""

import textwrap
from typing import Any

from openpyxl.utils import get_column_letter

from reporting import headings
from reporting.context import Context
from reporting.kind_periods import to_period_of
from reporting.kinds import Field, Kind, Type
from reporting.template import look
from reporting.template.lines import Line, to_lines, to_previous_fields
from reporting.template.lists import Lists
from reporting.template.validations import to_list, to_validation
from reporting.values import Gap, Value
from reporting.written import SIGNS, option_name
from words import _

FIRST_ROW = headings.HEADING_ROW + 1
_AREA_COLUMNS = 3
_WIDTHS = {Type.COUNT: 11, Type.AMOUNT: 15, Type.DAY: 14, Type.KOMMUN: 20, Type.TEXT: 40}
_CHOICE_WIDTH, _LISTED_WIDTH, _AREA_WIDTHS = 20, 34, (16, 24, 11)
_FILTER_BUTTON = 3  # characters that it hides of a heading
_LINE_HEIGHT = 15.5  # points


def write_sheet(sheet: Any, kind: Kind, context: Context, lists: Lists, example: str) -> None:
    """Fills the empty sheet; `example` is the line that marks example data, '' for real."""
    previous, lines = to_previous_fields(kind), to_lines(kind, context)
    _write_top(sheet, kind, example)
    _write_headings(sheet, kind, previous)
    for row, line in enumerate(lines, start=FIRST_ROW):
        _write_line(sheet, row, line, kind, previous, context)
    last = FIRST_ROW + len(lines) - 1
    _validate(sheet, kind, lists, last)
    _arrange(sheet, kind, len(previous), last)


def to_shown(field: Field, value: Value | None, context: Context) -> str | int | float | Any:
    """What stands in a cell for the value: names for codes, signs for gaps, numbers and days as
    such, None for what was not answered."""
    if isinstance(value, Gap):
        return SIGNS[value]
    if field.type in (Type.CHOICE, Type.KOMMUN) and value is not None:
        return option_name(field, str(value), context.register, context.kommuner)
    return value


def _write_top(sheet: Any, kind: Kind, example: str) -> None:
    look.put(sheet.cell(1, 1), kind.title, look.TITLE)
    signs = _(
        "Fyll i de vita cellerna. 0 betyder noll, .. att uppgiften saknas och . att frågan inte"
        " går att ställa. Är inget att rapportera: skriv ”inget” i kolumnen {column}."
    ).format(column=kind.fields[0].label)
    sheet.cell(2, 1, f"{kind.explanation} {signs}")
    if example:
        look.put(sheet.cell(3, 1), example, look.EXAMPLE)


def _write_headings(sheet: Any, kind: Kind, previous: tuple[Field, ...]) -> None:
    texts = [headings.area_code(), headings.area(), headings.period()]
    texts += [one.label for one in kind.fields]
    widths = [*_AREA_WIDTHS, *(_to_width(one, kind) for one in kind.fields)]
    texts += [headings.previous(one.label) for one in previous]
    widths += [_WIDTHS[Type.COUNT]] * len(previous)
    height = 1
    for column, (text, base) in enumerate(zip(texts, widths, strict=True), start=1):
        is_own = column <= _AREA_COLUMNS + len(kind.fields)
        style = look.HEADING if is_own else look.HEADING_PREVIOUS
        look.put(sheet.cell(headings.HEADING_ROW, column), text, style)
        width = max(base, *(len(word) + _FILTER_BUTTON for word in text.split()))
        sheet.column_dimensions[get_column_letter(column)].width = width + 1
        height = max(height, len(textwrap.wrap(text, width - _FILTER_BUTTON)))
    sheet.row_dimensions[headings.HEADING_ROW].height = _LINE_HEIGHT * height + 4


def _to_width(field: Field, kind: Kind) -> int:
    if field.type is Type.CHOICE:
        return _LISTED_WIDTH if field is kind.fields[0] else _CHOICE_WIDTH
    return _WIDTHS[field.type]


def _write_line(
    sheet: Any, row: int, line: Line, kind: Kind, previous: tuple[Field, ...], context: Context
) -> None:
    free = look.FILL + Type.CHOICE
    area = ("", "") if line.area is None else (line.area.code, line.area.name)
    for column, text in enumerate(area, start=1):
        look.put(sheet.cell(row, column), text or None, look.LOCKED if text else free)
    look.put(sheet.cell(row, 3), str(to_period_of(kind, context.period)), look.LOCKED)
    column = _AREA_COLUMNS
    for place, field in enumerate(kind.fields):
        column += 1
        shown = to_shown(field, line.values.get(field.name), context)
        if line.nothing and place == 0:
            shown = headings.nothing()
        is_closed = field.name in line.closed
        look.put(
            sheet.cell(row, column), shown, look.CLOSED if is_closed else look.FILL + field.type
        )
    for field in previous:
        column += 1
        shown = to_shown(field, line.previous.get(field.name), context)
        look.put(sheet.cell(row, column), shown, look.PREVIOUS + field.type)


def _validate(sheet: Any, kind: Kind, lists: Lists, last: int) -> None:
    if kind.listing is None:
        areas = to_list(lists.areas(kind.code), strict=True)
        areas.add(f"B{FIRST_ROW}:B{last}")
        sheet.add_data_validation(areas)
    for place, field in enumerate(kind.fields):
        letter = get_column_letter(_AREA_COLUMNS + 1 + place)
        name = lists.of(field, is_first=place == 0)
        validation = to_validation(field, name, f"{letter}{FIRST_ROW}")
        if validation is not None:
            validation.add(f"{letter}{FIRST_ROW}:{letter}{last}")
            sheet.add_data_validation(validation)


def _arrange(sheet: Any, kind: Kind, previous: int, last: int) -> None:
    """What is frozen, filtered, printed and locked."""
    own = _AREA_COLUMNS + len(kind.fields)
    end = get_column_letter(own + previous)
    # Where a choice is given, it stays in sight beside the figures
    sheet.freeze_panes = f"{'E' if kind.listing else 'D'}{FIRST_ROW}"
    sheet.auto_filter.ref = f"A{headings.HEADING_ROW}:{end}{last}"
    sheet.print_title_rows = f"{headings.HEADING_ROW}:{headings.HEADING_ROW}"
    sheet.print_area = f"A1:{get_column_letter(own)}{last}"
    look.set_up_page(sheet)
    sheet.page_setup.orientation = "landscape"
    protection = sheet.protection
    protection.sheet = True  # without a password: it guards against slips only
    # False = not forbidden
    protection.formatColumns = protection.formatRows = protection.autoFilter = False
    protection.insertRows = kind.listing is not None
