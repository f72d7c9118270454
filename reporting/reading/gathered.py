"""The units as they are put together from rows that may stand anywhere in the file."""

from dataclasses import dataclass, field

from reporting.kinds import Kind
from reporting.reading.notes import Notes
from reporting.reading.problem import Problem
from reporting.rows import Place, Row, Unit, identity
from words import _


@dataclass
class Gathered:
    """Rows by unit, and where it is said that there is nothing to report."""

    rows: dict[Unit, list[Row]] = field(default_factory=dict)
    _places: dict[tuple[Unit, tuple[str, ...]], Place] = field(default_factory=dict)
    _nothing: dict[Unit, Place] = field(default_factory=dict)

    def add_nothing(self, unit: Unit, place: Place, *, said: bool) -> None:
        """There is nothing to report; `said` in so many words, else by the area alone."""
        self.rows.setdefault(unit, [])
        if said:
            self._nothing.setdefault(unit, place)

    def add(self, unit: Unit, told_by: tuple[str, ...] | None, row: Row) -> None:
        """One more row. Problem when one with its identity (`told_by`) came before, which is kept;
        None is an identity that could not be read."""
        rows = self.rows.setdefault(unit, [])
        if told_by is not None:
            first = self._places.setdefault((unit, told_by), row.place)
            if first != row.place:
                raise _to_duplicate(first, row.place, told_by)
        rows.append(row)

    def close(self, notes: Notes) -> dict[Unit, tuple[Row, ...]]:
        """The units. Notes those that have rows although it is said that there is nothing."""
        for unit, place in self._nothing.items():
            if self.rows[unit]:
                problem = Problem(
                    "nothing-and-rows",
                    _("Här står att det inte finns något att rapportera, men det finns rader."),
                    _("Ta bort den här raden, eller de andra raderna för området."),
                )
                notes.error(problem, place=place, unit=unit)
        return {unit: tuple(rows) for unit, rows in self.rows.items()}


def to_identity(kind: Kind, row: Row, unread: set[str]) -> tuple[str, ...] | None:
    """The row's identity, or None when a part of it could not be read, or nothing of it is there:
    rows that nothing tells apart may still be different."""
    if any(one.name in unread for one in kind.keys):
        return None
    found = identity(kind, row)
    return found if any(found) else None


def _to_duplicate(first: Place, second: Place, told_by: tuple[str, ...]) -> Problem:
    where = _("rad {row}").format(row=first.row)
    if first.sheet != second.sheet:
        where = _("rad {row} i bladet ’{sheet}’").format(row=first.row, sheet=first.sheet)
    wrong = _("Samma uppgift finns redan på {where}.")
    if not told_by:
        wrong = _("Området har redan en uppgift för perioden, på {where}.")
    return Problem(
        "duplicate-in-file",
        wrong.format(where=where),
        _("Behåll en av raderna och ta bort den andra."),
    )
