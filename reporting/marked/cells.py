"""Colours and comments in the cells that something is wrong with."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string

from reporting.remarks import Remark, Severity
from reporting.template.look import clean
from words import _

# Light enough for black text on them (more than 12:1)
COLOURS = {
    Severity.ERROR: "FFF8C9C9",
    Severity.WARNING: "FFFFE699",
    Severity.INFORMATION: "FFCFE2F3",
}
_ORDER = tuple(COLOURS)  # the worst first
_MAX_ROWS, _MAX_COLUMNS = 1_048_576, 16_384
_MAX_COMMENTS = 2_000  # each is drawn as a shape; all remarks stand in the list anyway
_LONGEST = 2_000  # characters in a comment
_BEFORE = "\n\n– – –\n"  # what a person had written in the cell's comment before
Places = dict[int, Any]  # the remark's number in the sequence → its cell


def author() -> str:
    """Who signs the comments, so that they are known again when the copy is uploaded."""
    return _("Lägesbild bob")


def mark_cells(book: Workbook, remarks: Sequence[Remark]) -> Places:
    """Marks the cells, and tells which they are."""
    places: Places = {}
    by_cell: dict[tuple[str, str], list[Remark]] = {}
    for number, remark in enumerate(remarks):
        cell = _find_cell(book, remark)
        if cell is not None:
            places[number] = cell
            by_cell.setdefault((cell.parent.title, cell.coordinate), []).append(remark)
    cells = {(cell.parent.title, cell.coordinate): cell for cell in places.values()}
    for count, (key, own) in enumerate(by_cell.items()):
        _mark(cells[key], own, with_comment=count < _MAX_COMMENTS)
    return places


def unmark(cell: Any) -> None:
    """Takes away what an earlier copy marked; what a person wrote herself stays."""
    comment = cell.comment
    if comment is None or comment.author != author():
        return
    own = comment.text.partition(_BEFORE)[2]
    cell.comment = Comment(own, "") if own else None
    if cell.fill.fgColor.rgb in COLOURS.values():
        cell.fill = PatternFill()


def _find_cell(book: Workbook, remark: Remark) -> Any:
    """The remark's cell: of its row the first when no column is told. None without a place."""
    sheet = _find_sheet(book, remark.place.sheet)
    row = remark.place.row
    if sheet is None or not 1 <= row <= _MAX_ROWS:
        return None
    try:
        column = column_index_from_string(remark.column) if remark.column else 1
    except ValueError:
        return None
    if column > _MAX_COLUMNS:
        return None
    return _to_corner(sheet, sheet.cell(row, column))


def _find_sheet(book: Workbook, name: str) -> Any:
    sheets = book.worksheets
    if not name:  # CSV has one sheet, without a name
        return sheets[0] if len(sheets) == 1 else None
    return next((sheet for sheet in sheets if sheet.title == name), None)


def _to_corner(sheet: Any, cell: Any) -> Any:
    """The cell, or where cells are merged the first of them: it alone is shown."""
    if not isinstance(cell, MergedCell):
        return cell
    merged = (one for one in sheet.merged_cells.ranges if cell.coordinate in one)
    corner = next(merged, None)
    return cell if corner is None else sheet.cell(corner.min_row, corner.min_col)


def _mark(cell: Any, remarks: list[Remark], *, with_comment: bool) -> None:
    worst = min((remark.severity for remark in remarks), key=_ORDER.index)
    cell.fill = PatternFill("solid", fgColor=COLOURS[worst])
    font: Font = copy(cell.font)
    font.color = "FF000000"
    cell.font = font
    if not with_comment or isinstance(cell, MergedCell):
        return
    text = clean("\n\n".join(_to_text(remark) for remark in remarks))[:_LONGEST]
    if cell.comment is not None:
        text += _BEFORE + clean(cell.comment.text)
    lines = sum(len(line) // 40 + 1 for line in text.splitlines())
    cell.comment = Comment(text, author(), height=min(18 * lines + 20, 400), width=300)


def _to_text(remark: Remark) -> str:
    if not remark.right:
        return remark.wrong
    return _("{wrong}\nGör så här: {right}").format(wrong=remark.wrong, right=remark.right)
