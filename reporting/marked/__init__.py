"""The uploaded file again, with what is to be mended marked in it and listed first."""

from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO

from openpyxl import Workbook

from reporting.marked.cells import mark_cells
from reporting.marked.opening import open_copies
from reporting.marked.remark_list import write_list
from reporting.remarks import Remark

__all__ = ["to_marked"]


def to_marked(data: bytes, remarks: Sequence[Remark]) -> bytes:
    """An XLSX copy of the uploaded XLSX or CSV in which each remarked cell is coloured and tells
    in a comment what is wrong; the first sheet lists all remarks. Of a file that can't be opened
    only the list. Macros, linked workbooks and addresses on the web are not carried along.
    """
    for book in open_copies(data):
        # What openpyxl can open it can't always write; then the next one is plainer
        with suppress(Exception):
            return _to_bytes(book, remarks)
    return _to_bytes(Workbook(), remarks)


def _to_bytes(book: Workbook, remarks: Sequence[Remark]) -> bytes:
    write_list(book, remarks, mark_cells(book, remarks))
    file = BytesIO()
    book.save(file)
    return file.getvalue()
