"""What a document is made of, whatever file it becomes: text as text, tables as frames, pictures as
SVG. Each table and picture has a key of its own, by which the text refers to it."""

import re
from datetime import date
from typing import NamedTuple

import pandas as pd


class Strong(str):
    """A part of a line in bold."""


class Ref(str):
    """A part of a line that names a table or a picture by its key: 'tabell 3' where it is read."""


Line = tuple[str, ...]  # parts of a text: plain, Strong or Ref


class Heading(NamedTuple):
    """A heading: 1 is a chapter, 2 and 3 what is below it."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """Running text."""

    line: Line


class Bullets(NamedTuple):
    """A list, a line a point."""

    lines: tuple[Line, ...]


class Quote(NamedTuple):
    """Text that somebody else has written, as it was published."""

    line: Line


class Notice(NamedTuple):
    """Text that must not be missed: that data is made up, that something is missing."""

    line: Line


class Table(NamedTuple):
    """A table. Columns of `frame` are the headings in Swedish; a text cell is shown as it is, a
    number in Swedish signs by `decimals` (column → how many, 0 where not named); `note` stands
    below it, above one that takes more than a sheet: source, day, what signs mean."""

    key: str
    caption: str
    frame: pd.DataFrame
    note: str = ""
    decimals: tuple[tuple[str, int], ...] = ()


class Picture(NamedTuple):
    """A map or a chart as SVG, with what it shows in words (`alt`) for who can't see it."""

    key: str
    caption: str
    svg: str
    alt: str
    note: str = ""


class Chart(NamedTuple):
    """A chart as Vega-Lite (JSON) that becomes a `Picture` when it is drawn; the rest as there."""

    key: str
    caption: str
    spec: str
    alt: str
    note: str = ""


Block = Heading | Paragraph | Bullets | Quote | Notice | Table | Picture | Chart


class Document(NamedTuple):
    """A whole document. `stamp` is the only day that is not of the data, and is given as input;
    `lines` stand below the title: the choice, the release, the day."""

    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    stamp: date
    author: str = ""
    is_example: bool = False


_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|~$:&])")

_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")  # never at the end of a line


def to_line(markdown: str) -> Line:
    """A sentence as the pages say it (bold between ** and signs escaped) in parts."""
    parts: list[str] = []
    for place, text in enumerate(_BOLD.split(markdown)):
        plain = _THOUSANDS.sub("\u00a0", _ESCAPED.sub(r"\1", text))
        if plain:
            parts.append(Strong(plain) if place % 2 else plain)
    return tuple(parts)
