"""How cells look, and how text from people is put in them: as text, never as a formula."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from math import isfinite
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from reporting.kinds import Type
from words import _

# Prefixes of style names; the rest is the name of a type. What may be filled in is white
FILL, PREVIOUS = "bob-fyll-", "bob-forra-"
TITLE, PLAIN, EXAMPLE = "bob-titel", "bob-text", "bob-exempel"
HEADING, HEADING_PREVIOUS = "bob-rubrik", "bob-rubrik-forra"
LOCKED, CLOSED = "bob-last", "bob-stangd"
# Numbers as they were written: a format that rounds would hide 1,5 where a whole number belongs
_FORMATS = {Type.COUNT: "General", Type.AMOUNT: "General", Type.DAY: "yyyy-mm-dd"}
Written = str | int | float | date | time | timedelta | None
_LINE = Side(style="thin", color="FFBFC5CC")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
# What XML cannot hold, and halves of signs that no encoding can
_NOT_WRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767  # characters in a cell
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def add_styles(book: Workbook) -> None:
    """Gives the book the product's styles, to be used by their names. It may have some already."""
    for style in _styles():
        if style.name not in book.named_styles:
            book.add_named_style(style)


def put(cell: Any, value: Written, style: str = "") -> None:
    """Writes the value into the cell in the style, if any is named."""
    if style:
        cell.style = style
    if isinstance(value, float) and not isfinite(value):
        value = str(value)
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = clean(value)
    cell.data_type = "s"  # what begins with = or # would else be a formula or an error
    if cell.value.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True  # so that it stays text when somebody edits it


def clean(text: str) -> str:
    """The text without signs that no spreadsheet can hold, and no longer than a cell."""
    return _NOT_WRITABLE.sub("", text)[:_LONGEST]


def set_up_page(sheet: Any) -> None:
    """A4, as wide as the paper, with the sheet's name and the page's number under it."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = _("Sida {page} av {pages}").format(page="&P", pages="&N")


def _styles() -> Iterator[NamedStyle]:
    yield _style(TITLE, font=Font(bold=True, size=16, color="FF0B5394"))
    yield _style(PLAIN, alignment=Alignment(vertical="top", wrap_text=True))
    yield _style(EXAMPLE, font=Font(bold=True, color="FF9C0006"))
    yield _heading(HEADING, "FF0B5394")
    yield _heading(HEADING_PREVIOUS, "FF5F6368")
    yield _style(LOCKED, "FFF1F4F8", Type.TEXT, border=_BOX)
    yield _style(CLOSED, "FFC9CDD2", border=_BOX)
    for one in Type:
        yield _style(FILL + one, kind=one, border=_BOX, protection=Protection(locked=False))
        grey = Font(color="FF4A4F55")
        yield _style(PREVIOUS + one, "FFEDEEF0", one, border=_BOX, font=grey)


def _heading(name: str, colour: str) -> NamedStyle:
    return _style(
        name,
        colour,
        font=Font(bold=True, color="FFFFFFFF"),
        alignment=Alignment(vertical="center", wrap_text=True),
        border=_BOX,
    )


def _style(name: str, colour: str = "", kind: Type | None = None, **parts: Any) -> NamedStyle:
    if colour:
        parts["fill"] = PatternFill("solid", fgColor=colour)
    if kind is not None:
        is_number = kind in (Type.COUNT, Type.AMOUNT)
        side = "right" if is_number else "left"
        parts["number_format"] = _FORMATS.get(kind, "@")
        parts["alignment"] = Alignment(side, "top", wrap_text=kind is Type.TEXT)
    return NamedStyle(name=name, **parts)
