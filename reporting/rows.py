"""A reported row, and the unit that is sent, approved and corrected as one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from indicators.periods import Quarter
from reporting.kinds import Kind
from reporting.values import Value


class Unit(NamedTuple):
    """An area's report of one kind for one period; `area` and `kind` are codes. What is reported
    once a year has its year's fourth quarter as period."""

    area: str
    kind: str
    period: Quarter


class Place(NamedTuple):
    """Where a row stands in the file it was read from; both empty for a form. Rows count from 1."""

    sheet: str = ""
    row: int = 0


NOWHERE = Place()


@dataclass(frozen=True)
class Row:
    """One row of a unit: field's name → value. `written` is what stood there, `columns` the letter
    of the column in the file it was read from, both by field's name."""

    values: Mapping[str, Value]
    place: Place = NOWHERE
    written: Mapping[str, str] = field(default_factory=dict, compare=False)
    columns: Mapping[str, str] = field(default_factory=dict, compare=False)


Units = Mapping[Unit, tuple[Row, ...]]  # an empty tuple = nothing to report, and said so


def identity(kind: Kind, row: Row) -> tuple[str, ...]:
    """What tells the row from others of its unit: its key fields' values as text ('' if empty)."""
    return tuple(str(row.values.get(one.name, "")) for one in kind.keys)
