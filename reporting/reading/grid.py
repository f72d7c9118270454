"""A sheet as it was found in a file, before anybody has asked what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from reporting.reading.spelling import clean

Plain = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Special:
    """A cell that is more than its value: computed by a formula, an error, or shown in percent."""

    value: Plain
    formula: bool = False
    error: bool = False
    percent: bool = False


Cell = Plain | Special


class Line(NamedTuple):
    """A row that holds something: its number and its cells by column, both from 1."""

    number: int
    cells: Mapping[int, Cell]


class Merge(NamedTuple):
    """Merged cells, corners included, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A sheet. `name` is empty for a CSV file."""

    name: str
    lines: tuple[Line, ...]
    merged: tuple[Merge, ...] = ()
    hidden: bool = False


def to_text(cell: Cell) -> str:
    """What a person would say stands in the cell, without spaces around it."""
    value = cell.value if isinstance(cell, Special) else cell
    if value is None:
        return ""
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.strip() if isinstance(value, str) else str(value)


def is_blank(cell: Cell) -> bool:
    """Whether nothing that can be seen stands in the cell. An error or a formula without a value
    is not nothing."""
    if isinstance(cell, Special) and (cell.error or cell.value is None):
        return False
    return not clean(to_text(cell))


def to_letter(column: int) -> str:
    """The letters of the column: 1 → A, 28 → AB; empty below 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def to_column(letters: str) -> int:
    """The column's number: A → 1, AB → 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
