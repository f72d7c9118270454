"""How much a file may hold, and what is said of one that holds more."""

from dataclasses import dataclass

from reporting.reading.grid import Cell, Special
from reporting.reading.problem import Problem
from words import _

MAX_ROWS = 20_000  # with something in them, in a sheet
MAX_LINES = 30_000  # the same, in all sheets of a file
MAX_COLUMNS = 200
MAX_CELLS = 400_000  # with something in them, in a file
MAX_SIGNS = 3_000_000  # in all cells of a file, a text as many times as it stands there
MAX_SHEETS = 200


@dataclass
class Room:
    """How many cells, signs in them, and lines of them the file may still hold."""

    left: int = MAX_CELLS
    signs: int = MAX_SIGNS
    lines: int = MAX_LINES

    def take(self, cell: Cell) -> None:
        """One more. Problem when there is no room."""
        value = cell.value if isinstance(cell, Special) else cell
        self.left -= 1
        if self.left < 0:
            raise to_too_many_cells()
        self.signs -= len(value) if isinstance(value, str) else 0
        if self.signs < 0:
            raise to_too_much_text()

    def take_line(self) -> None:
        """One more line of cells. Problem when there is no room."""
        self.lines -= 1
        if self.lines < 0:
            raise to_too_many_rows("", MAX_LINES)


def to_too_many_rows(sheet: str, most: int = MAX_ROWS) -> Problem:
    """The sheet, or without a name the file, is longer than any report."""
    where = _("Bladet ’{sheet}’").format(sheet=sheet) if sheet else _("Filen")
    return Problem(
        "too-many-rows",
        _("{where} har fler än {most} rader.").format(where=where, most=most),
        _("Ta bort rader som inte hör till rapporten, eller dela filen i flera."),
    )


def to_too_many_columns(sheet: str) -> Problem:
    """The sheet is wider than any report."""
    where = _("Bladet ’{sheet}’").format(sheet=sheet) if sheet else _("Filen")
    return Problem(
        "too-many-columns",
        _("{where} har fler än {most} kolumner.").format(where=where, most=MAX_COLUMNS),
        _("Ta bort kolumner som inte hör till rapporten."),
    )


def to_too_many_cells() -> Problem:
    """The file holds more than any report."""
    return Problem(
        "too-many-cells",
        _("Filen har fler än {most} ifyllda celler.").format(most=MAX_CELLS),
        _("Ta bort blad som inte hör till rapporten, eller dela filen i flera."),
    )


def to_too_much_text() -> Problem:
    """The file's texts are longer than any report's."""
    return Problem(
        "too-much-text",
        _("Filen har mer än {most} miljoner tecken text.").format(most=MAX_SIGNS // 1_000_000),
        _("Korta texterna, ta bort det som inte hör till rapporten, eller dela filen i flera."),
    )


def to_too_many_sheets() -> Problem:
    """The workbook has more sheets than any report."""
    return Problem(
        "too-many-sheets",
        _("Filen har fler än {most} blad.").format(most=MAX_SHEETS),
        _("Ta bort blad som inte hör till rapporten, eller dela filen i flera."),
    )
