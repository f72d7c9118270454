"""The XML of one sheet, cell by cell as it streams by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reporting.reading.grid import (
    Cell,
    Line,
    Merge,
    is_blank,
    to_column,
)
from reporting.reading.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    Room,
    to_too_many_columns,
    to_too_many_rows,
)
from reporting.reading.stored import Styles, to_cell
from reporting.reading.xml import LONGEST, Attributes, Handler

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_MAX_EMPTY_ROWS = 200_000  # rows that hold nothing but how they look


@dataclass
class SheetHandler(Handler):
    """Gathers the sheet's lines and merged cells."""

    name: str
    strings: Sequence[str]
    styles: Styles
    room: Room
    lines: list[Line] = field(default_factory=list)
    merged: list[Merge] = field(default_factory=list)
    _row: int = 0
    _rows: int = 0
    _column: int = 0
    _cells: dict[int, Cell] = field(default_factory=dict)
    _cell: Attributes = field(default_factory=dict)
    _formula: bool = False
    _stored: bool = False
    _listens: bool = False
    _skips: bool = False
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Opens a row, a cell or a value in it."""
        if name == "c":
            self._open_cell(attributes)
        elif name in ("v", "t"):
            self._listens = not self._skips
            self._stored = True
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._skips = True
        elif name == "row":
            self._open_row(attributes)
        elif name == "mergeCell" and len(self.merged) < MAX_ROWS:
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """Closes it."""
        if name == "c":
            self._close_cell()
        elif name in ("v", "t"):
            self._listens = False
        elif name == "rPh":
            self._skips = False
        elif name == "row" and self._cells:
            self.lines.append(Line(self._row, self._cells))
            self._cells = {}
            self.room.take_line()
            if len(self.lines) > MAX_ROWS:
                raise to_too_many_rows(self.name)

    def text(self, text: str) -> None:
        """What stands in the value, up to the longest a cell may hold."""
        if self._listens and self._length < LONGEST:
            self._pieces.append(text[:LONGEST])
            self._length += len(text)

    def _open_row(self, attributes: Attributes) -> None:
        self._rows += 1
        if self._rows > _MAX_EMPTY_ROWS:
            raise to_too_many_rows(self.name)
        written = attributes.get("r", "")
        number = int(written) if _WHOLE.fullmatch(written) else self._row + 1
        # Rows come in order; one that does not is put after those before it
        self._row = max(number, self._row + 1)
        self._column, self._cells = 0, {}

    def _open_cell(self, attributes: Attributes) -> None:
        place = _PLACE.fullmatch(attributes.get("r", ""))
        self._column = to_column(place[1]) if place else self._column + 1
        self._cell = attributes
        self._formula = self._stored = self._listens = self._skips = False
        self._pieces, self._length = [], 0

    def _close_cell(self) -> None:
        if not (self._stored or self._formula or self._cell.get("t") == "e"):
            return  # nothing but how it looks
        value = to_cell(
            self._cell,
            "".join(self._pieces),
            self.strings,
            self.styles,
            formula=self._formula,
            stored=self._stored,
        )
        if is_blank(value):
            return
        if self._column > MAX_COLUMNS:
            raise to_too_many_columns(self.name)
        self.room.take(value)
        self._cells[self._column] = value

    def _merge(self, ref: str) -> None:
        first, _colon, last = ref.partition(":")
        start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if start and end:
            top, bottom = int(start[2]), int(end[2])
            self.merged.append(Merge(top, to_column(start[1]), bottom, to_column(end[1])))
