"""The uploaded file as a book to mark. A file can be made to cost far more to open for changes
than to read, so it is weighed first; what is too heavy or too odd is written anew: its values,
but not its looks."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.formula import ArrayFormula

from reporting import headings
from reporting.marked.cells import unmark
from reporting.reading import xml
from reporting.reading.delimited import read_delimited
from reporting.reading.grid import Sheet, Special
from reporting.reading.guard import open_package
from reporting.reading.headings import score
from reporting.reading.package import Package
from reporting.reading.problem import Problem
from reporting.reading.spelling import fold
from reporting.reading.workbook import read_workbook
from reporting.template.look import put
from words import _, in_every_language

# Elements, and cells of merged and linked areas: about 4 s and 80 MB. A full region's is 50,000
MAX_WEIGHT = 200_000
_NOT_IN_NAMES = re.compile(r"[\\*?:/\[\]\x00-\x1f]")
# Formulas that reach outside the book: another workbook, another program, the web
_REACHES_OUT = re.compile(
    r"\[\d+\]|\||\b(HYPERLINK|WEBSERVICE|RTD|CALL|REGISTER\.ID|DDE|IMAGE|FILTERXML)\s*\(",
    re.IGNORECASE,
)


def open_copies(data: bytes) -> Iterator[Workbook]:
    """Books to mark, the best first: the file's own without earlier marks and without what reaches
    outside it, a plain one with its values, and one without sheets, which always comes."""
    with suppress(Problem):
        package = open_package(data)
        if package is None:
            yield _rebuild([read_delimited(data, score)[0]])
        else:
            # A file can be odd in any number of ways, and the list must still come
            with suppress(Exception):
                yield from _load(data)
            yield _rebuild(read_workbook(package, tuple(map(fold, _to_lists()))))
    yield _rebuild([])


@dataclass
class _Weight(xml.Handler):
    weight: int = 0

    def start(self, name: str, attributes: xml.Attributes) -> None:
        self.weight += 1
        if name in ("mergeCell", "hyperlink") and attributes.get("ref"):
            self.weight += _to_size(attributes["ref"])


def _load(data: bytes) -> Iterator[Workbook]:
    """The book as it was, unless it is too heavy. Raises whatever openpyxl does."""
    package, weight = Package(data), _Weight()
    for name in package.names():
        if name.lower().endswith(".xml"):
            xml.read(package.chunks(name), weight)
        if weight.weight > MAX_WEIGHT:
            return
    book = load_workbook(BytesIO(data), keep_vba=False, keep_links=False)
    _clean(book)
    yield book


def _to_size(ref: str) -> int:
    """How many cells the area has; more than any book may have when it makes no sense."""
    try:
        left, top, right, bottom = range_boundaries(ref)
        return int((right - left + 1) * (bottom - top + 1))
    except (ValueError, TypeError):
        return MAX_WEIGHT + 1


def _to_lists() -> tuple[str, ...]:
    """What the list of remarks of an earlier copy may be called: it can be of any language."""
    return in_every_language(headings.to_mend)


def _clean(book: Workbook) -> None:
    for sheet in book.worksheets:
        if sheet.title in _to_lists():
            del book[sheet.title]  # of an earlier copy
            continue
        # Only the cells that are there: the area that they span may be the whole sheet
        for cell in list(sheet._cells.values()):
            unmark(cell)
            _disarm(cell)
        rules = sheet.data_validations
        rules.dataValidation = [rule for rule in rules.dataValidation if not _reaches_out(rule)]
    for name in [name for name, one in book.defined_names.items() if _has_link(one.attr_text)]:
        del book.defined_names[name]


def _disarm(cell: Any) -> None:
    """Takes the address from a link and makes text of a formula that reaches outside the book."""
    if cell.hyperlink is not None and cell.hyperlink.target:
        cell.hyperlink = None
    if cell.data_type != "f":
        return
    formula = cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value
    if _has_link(formula):
        put(cell, str(formula))


def _reaches_out(rule: Any) -> bool:
    return _has_link(rule.formula1) or _has_link(rule.formula2)


def _has_link(formula: Any) -> bool:
    return bool(_REACHES_OUT.search(str(formula or "")))


def _rebuild(sheets: Iterable[Sheet]) -> Workbook:
    """A plain book with the sheets' values, texts as texts and formulas as what they came to. No
    sheets when they hold too much: then the list alone has to do."""
    book = Workbook()
    book.remove(book.active)
    shown = [sheet for sheet in sheets if not sheet.hidden]
    if sum(len(line.cells) for sheet in shown for line in sheet.lines) > MAX_WEIGHT:
        return book
    for sheet in shown:
        made = book.create_sheet(_NOT_IN_NAMES.sub("_", sheet.name)[:31] or _("Inlämnad fil"))
        for line in sheet.lines:
            for column, cell in line.cells.items():
                value = cell.value if isinstance(cell, Special) else cell
                put(made.cell(line.number, column), value)
    return book
