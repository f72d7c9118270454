"""The XML of a workbook's parts beside its sheets."""

import re
from dataclasses import dataclass, field

from openpyxl.styles.numbers import BUILTIN_FORMATS

from reporting.reading.limits import (
    MAX_CELLS,
    MAX_SHEETS,
    MAX_SIGNS,
    to_too_many_cells,
    to_too_many_sheets,
    to_too_much_text,
)
from reporting.reading.package import MAX_PARTS, to_bomb
from reporting.reading.xml import LONGEST, Attributes, Handler, unescape

_MAX_STYLES = 70_000  # Excel's own limit is 64,000
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass
class Book(Handler):
    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    is_1904: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            link = next((attributes[key] for key in attributes if key.endswith("}id")), "")
            state = attributes.get("state", "visible")
            if len(self.sheets) >= MAX_SHEETS:
                raise to_too_many_sheets()
            self.sheets.append((attributes.get("name", ""), state, link))
        elif name == "workbookPr":
            self.is_1904 = attributes.get("date1904", "0") in ("1", "true")


@dataclass
class Links(Handler):
    """Relations: id → (kind, target)."""

    found: dict[str, tuple[str, str]] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            if len(self.found) >= MAX_PARTS:
                raise to_bomb()
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = (kind, attributes.get("Target", ""))


@dataclass
class Strings(Handler):
    texts: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _listens: bool = False
    _skips: bool = False
    _left: int = MAX_SIGNS

    def start(self, name: str, _attributes: Attributes) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._skips = True
        self._listens = name == "t" and not self._skips

    def end(self, name: str) -> None:
        self._listens = False
        if name == "rPh":
            self._skips = False
        elif name == "si":
            self.texts.append(unescape("".join(self._pieces)[:LONGEST]))
            if len(self.texts) > MAX_CELLS:
                raise to_too_many_cells()

    def text(self, text: str) -> None:
        if self._listens:
            self._left -= len(text)
            if self._left < 0:
                raise to_too_much_text()
            self._pieces.append(text)


@dataclass
class Formats(Handler):
    """Number formats of one's own by number, and the format of each style in order."""

    own: dict[str, str] = field(default_factory=dict)
    styles: list[str] = field(default_factory=list)
    _inside: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "cellXfs":
            self._inside = True
        elif name == "numFmt":
            self.own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:300]
        elif name == "xf" and self._inside and len(self.styles) < _MAX_STYLES:
            self.styles.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def to_format(self, number: str) -> str:
        """The format's pattern, without what it only prints."""
        built_in = BUILTIN_FORMATS.get(int(number), "") if number.isdecimal() else ""
        return _QUOTED.sub("", self.own.get(number, built_in))
