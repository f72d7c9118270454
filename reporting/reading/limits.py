"""How much a file may hold, and what is said of one that holds more."""

from dataclasses import dataclass

from reporting.reading.problem import Problem
from words import _

MAX_ROWS = 20_000  # with something in them, in a sheet
MAX_COLUMNS = 200
MAX_CELLS = 400_000  # with something in them, in a file


@dataclass
class Room:
    """How many cells the file may still hold."""

    left: int = MAX_CELLS

    def take(self) -> None:
        """One more. Problem when there is no room."""
        self.left -= 1
        if self.left < 0:
            raise to_too_many_cells()


def to_too_many_rows(sheet: str) -> Problem:
    """The sheet is longer than any report."""
    where = _("Bladet ’{sheet}’").format(sheet=sheet) if sheet else _("Filen")
    return Problem(
        "too-many-rows",
        _("{where} har fler än {most} rader.").format(where=where, most=MAX_ROWS),
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
