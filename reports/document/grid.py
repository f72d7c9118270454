"""The cells of a table as text: numbers in Swedish signs, a word wherever there is no figure."""

import re
from collections.abc import Sequence
from datetime import date
from math import isfinite
from numbers import Real
from typing import NamedTuple

import pandas as pd

from reports.document.blocks import Table
from reports.document.checks import WrongDocument
from reports.document.plain import to_one_line, to_plain
from ui import formats

# A figure that somebody has already written: 1 234, −3,5, 62 %, 5–9
FIGURE = re.compile(r"[+−-]?\d[\d\s.,–]*(\s?%|\s?‰)?")


class NoWord(WrongDocument):
    """A cell with nothing in it: missing, protected, not applicable and zero are four things, and
    which it is must be said in a word."""


class WrongCell(WrongDocument):
    """A cell that is neither text, number nor day."""


class NoColumns(WrongDocument):
    """A table without columns, or `decimals` of a column that is not there."""


class Grid(NamedTuple):
    """A table as text: headings, rows, and which columns are figures (set to the right)."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[bool, ...]


def to_grid(table: Table) -> Grid:
    """The table's cells as they are read."""
    frame, decimals = table.frame, dict(table.decimals)
    headings = [str(one) for one in frame.columns]
    if not headings or not decimals.keys() <= set(headings):
        raise NoColumns(f"{table.key}: {sorted(decimals.keys() - set(headings))}")
    columns = [
        _to_column(table.key, heading, frame.iloc[:, place].to_list(), decimals.get(heading, 0))
        for place, heading in enumerate(headings)
    ]
    return Grid(
        tuple(to_one_line(one) for one in headings),
        tuple(zip(*columns, strict=True)),
        tuple(_is_figures(one) for one in columns),
    )


def _to_column(key: str, heading: str, cells: Sequence[object], decimals: int) -> list[str]:
    found = []
    for row, cell in enumerate(cells, 1):
        text = _to_text(cell, decimals)
        if text is None:
            raise WrongCell(f"{key}, {heading}, row {row}: {type(cell).__name__}")
        if not text.strip():
            raise NoWord(f"{key}, {heading}, row {row}")
        found.append(text)
    return found


def _to_text(cell: object, decimals: int) -> str | None:
    """The cell as it is read; empty where there is nothing, None where it can't be told."""
    if isinstance(cell, str):
        return to_plain(cell)
    if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:  # noqa: PLR0124
        return ""
    if isinstance(cell, Real) and not isinstance(cell, bool) and isfinite(cell):
        return formats.exact(float(cell), decimals)
    return formats.short_day(date(*cell.timetuple()[:3])) if isinstance(cell, date) else None


def _is_figures(cells: Sequence[str]) -> bool:
    """Whether more of the cells are figures than are words."""
    return sum(bool(FIGURE.fullmatch(one)) for one in cells) * 2 > len(cells)
