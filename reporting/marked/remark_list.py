"""The sheet that lists every remark, with a link to its cell."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from reporting import headings
from reporting.marked.cells import COLOURS, Places
from reporting.remarks import Remark, Severity
from reporting.template import look
from words import _, plural

_HEADING_ROW = 4
_WIDTHS = (14, 26, 8, 10, 28, 60, 60)
_LINKED = (2, 3, 4)  # columns that lead to the cell
_BLUE = "FF0B5394"


def write_list(book: Workbook, remarks: Sequence[Remark], places: Places) -> None:
    """Puts the sheet first in the book and shows it when the book is opened."""
    look.add_styles(book)
    sheet = book.create_sheet(headings.to_mend(), 0)
    look.put(sheet.cell(1, 1), headings.to_mend(), look.TITLE)
    look.put(sheet.cell(2, 1), _to_summary(remarks))
    for column, text in enumerate(_to_headings(), start=1):
        look.put(sheet.cell(_HEADING_ROW, column), text, look.HEADING)
    order = {severity: place for place, severity in enumerate(COLOURS)}
    numbers = sorted(range(len(remarks)), key=lambda number: order[remarks[number].severity])
    for row, number in enumerate(numbers, start=_HEADING_ROW + 1):
        _write_remark(sheet, row, remarks[number], places.get(number))
    for letter, width in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:G{max(_HEADING_ROW + len(remarks), _HEADING_ROW + 1)}"
    sheet.page_setup.orientation = "landscape"
    look.set_up_page(sheet)
    book.active = 0
    for one in book.worksheets:  # else what is written goes into several sheets at once
        one.sheet_view.tabSelected = one is sheet


def to_label(severity: Severity) -> str:
    """The severity in words."""
    words = {
        Severity.ERROR: _("Fel"),
        Severity.WARNING: _("Varning"),
        Severity.INFORMATION: _("Upplysning"),
    }
    return words[severity]


def _to_headings() -> tuple[str, ...]:
    return (
        _("Allvar"),
        _("Blad"),
        _("Rad"),
        _("Kolumn"),
        _("Som det står"),
        _("Vad som är fel"),
        _("Vad som vore rätt"),
    )


def _to_summary(remarks: Sequence[Remark]) -> str:
    errors = sum(remark.severity is Severity.ERROR for remark in remarks)
    warnings = sum(remark.severity is Severity.WARNING for remark in remarks)
    return _(
        "{errors} och {warnings}. Rätta felen i bladen, spara och ladda upp filen igen."
    ).format(
        errors=plural("{n} fel", "{n} fel", errors),
        warnings=plural("{n} varning", "{n} varningar", warnings),
    )


def _write_remark(sheet: Any, row: int, remark: Remark, cell: Any) -> None:
    place = remark.place
    values = (
        to_label(remark.severity),
        place.sheet or (cell.parent.title if cell is not None else ""),
        place.row or None,
        remark.column,
        remark.written,
        remark.wrong,
        remark.right,
    )
    for column, value in enumerate(values, start=1):
        look.put(sheet.cell(row, column), value or None, look.PLAIN)
    sheet.cell(row, 1).fill = PatternFill("solid", fgColor=COLOURS[remark.severity])
    if cell is None:
        return
    where = f"{quote_sheetname(cell.parent.title)}!{cell.coordinate}"
    for column in _LINKED:
        linked = sheet.cell(row, column)
        if linked.value is not None:
            linked.hyperlink = Hyperlink(ref=linked.coordinate, location=where)
            linked.font = Font(color=_BLUE, underline="single")
