"""What is told once a sheet instead of once a cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporting.reading.grid import Cell, Special
from reporting.reading.notes import Notes
from reporting.rows import Place
from reporting.values import Gap, Value
from words import _, plural


@dataclass
class Tally:
    """What is told once a sheet."""

    missing: int = 0
    formulas: int = 0
    totals: list[int] = field(default_factory=list)
    lost_notes: list[int] = field(default_factory=list)

    def count(self, own: Mapping[str, Cell], values: Mapping[str, Value]) -> None:
        """Counts what is in a row."""
        self.missing += sum(value is Gap.MISSING for value in values.values())
        self.formulas += sum(
            isinstance(cell, Special) and cell.formula and cell.value is not None
            for cell in own.values()
        )


def tell(tally: Tally, sheet: str, notes: Notes) -> None:
    """What is worth knowing of the sheet."""
    place = Place(sheet)
    if tally.missing:
        notes.inform(
            "read-as-missing",
            plural(
                "{n} cell med .., - eller ’saknas’ är läst som att uppgiften saknas.",
                "{n} celler med .., - eller ’saknas’ är lästa som att uppgiften saknas.",
                tally.missing,
            ),
            _("Skriv 0 där antalet är noll."),
            place,
        )
    if tally.formulas:
        wrong = plural(
            "{n} cell har en formel. Det senast uträknade värdet är läst.",
            "{n} celler har formler. De senast uträknade värdena är lästa.",
            tally.formulas,
        )
        notes.inform("formulas", wrong, place=place)
    if tally.totals:
        wrong = plural(
            "{n} rad med summor är inte läst: rad",
            "{n} rader med summor är inte lästa: rad",
            len(tally.totals),
        )
        notes.inform("totals", f"{wrong} {_list(tally.totals)}.", place=place)
    if tally.lost_notes:
        wrong = _("Det som står efter ’inget’ sparas inte: rad {rows}.")
        notes.inform("beside-nothing", wrong.format(rows=_list(tally.lost_notes)), place=place)


def _list(rows: list[int]) -> str:
    return ", ".join(map(str, rows[:10])) + (" …" if len(rows) > 10 else "")
