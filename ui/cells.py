"""A table's chosen cell: which one it is, what stands in it, and where that comes from."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd

from ui import formats, gap_words
from ui.explain import Explained
from ui.sheet import Sheet
from words import _


class Cell(NamedTuple):
    """A place in a table: the row's place from the top as the table was made (however the reader
    has sorted it), and the column's name."""

    row: int
    column: str


def to_cell(chosen: Mapping[str, Any], table: pd.DataFrame) -> Cell | None:
    """The cell of what a table says is chosen (`selection` of its state). None when there is none,
    or none any more: a choice outlives the rows that it was made in."""
    for row, column in chosen.get("cells", ()):
        if column in table.columns and 0 <= row < len(table):
            return Cell(row, column)
    return None


def to_text(value: object, column: "pd.Series[Any]") -> str:
    """What a cell of the column says, as the table shows it to a Swedish reader."""
    if pd.isna(value):  # type: ignore[call-overload]
        return formats.NONE
    if isinstance(value, datetime):
        return formats.short_day(value.date())
    if isinstance(value, date):
        return formats.short_day(value)
    if isinstance(value, str):
        return value or formats.NONE
    return formats.cell_number(value, formats.decimals(column))  # type: ignore[arg-type]


def to_name(sheet: Sheet, cell: Cell) -> str:
    """Which row and column: `Nord, 2026 K3, Nya`."""
    names = sheet.table.columns[: sheet.heads]
    heads = [_read(sheet.table, cell, str(name)) for name in names]
    return ", ".join([*heads, cell.column])


def names_its_row(sheet: Sheet, cell: Cell) -> bool:
    """Whether the cell says what its row is of, and is no figure."""
    return cell.column in sheet.table.columns[: sheet.heads]


def to_explained(sheet: Sheet, cell: Cell) -> Explained:
    """What the sheet itself says of the cell's figure."""
    told = {row[0]: row[1] for row in sheet.about if len(row) > 1}
    when = (told.get(_("Urval"), ""), told.get(_("Dag"), ""))
    return Explained(
        to_name(sheet, cell),
        _read(sheet.table, cell, cell.column),
        told.get(_("Definition"), ""),
        "",
        " · ".join(one for one in when if one),
        told.get(_("Källa"), ""),
        to_state(sheet.table, cell),
        "",
    )


def to_state(table: pd.DataFrame, cell: Cell) -> str:
    """What the words in the cell, or beside it, mean; '' where the figure needs none."""
    told = _read(table, cell, cell.column)
    notes = [_read(table, cell, _("Att veta"))] if _("Att veta") in table.columns else []
    meaning = gap_words.to_meaning([told, *notes])
    return meaning or (gap_words.empty() if told == formats.NONE else "")


def _read(table: pd.DataFrame, cell: Cell, column: str) -> str:
    return to_text(table[column].iloc[cell.row], table[column])


def merge(own: Explained, known: Explained | None) -> Explained:
    """What the sheet says, with what the page knows more of it in its place; name and value are
    always the table's."""
    if known is None:
        return own
    more = {
        name: value
        for name, value in known._asdict().items()
        if value and name not in ("name", "value", "state")
    }
    beside = "" if known.state and own.state == gap_words.empty() else own.state
    if beside in known.state:  # said already
        beside = ""
    states = [one.rstrip(".") for one in (known.state, beside) if one]
    return own._replace(**more, state="".join(f"{one}. " for one in states).strip())
