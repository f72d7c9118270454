"""What every rule works with: a unit with its kind and its rows, and how a remark is made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from indicators.periods import Quarter
from reporting.checks.words import show, show_text
from reporting.context import Context, KnownArea
from reporting.kinds import FIXED, Field, Kind, option_labels
from reporting.personal import mask
from reporting.remarks import Remark, Severity
from reporting.rows import NOWHERE, Row, Unit, identity
from reporting.signs import is_seen
from reporting.values import Value
from words import _

LONGEST = 500  # signs of what was written that a remark repeats


class Line(NamedTuple):
    """A row with its identity, and the identity as it may be shown and kept (masked)."""

    row: Row
    key: tuple[str, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True)
class Checked:
    """A unit that is checked. The area is None when the reporter does not answer for it."""

    unit: Unit
    kind: Kind
    lines: tuple[Line, ...]
    context: Context

    @property
    def area(self) -> KnownArea | None:
        """The unit's area, if it is one of the reporter's."""
        return self.context.areas.get(self.unit.area)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The kind's fields by name."""
        return {field.name: field for field in self.kind.fields}

    @cached_property
    def stored(self) -> tuple[Row, ...] | None:
        """The rows that are stored for the unit; None = nothing was sent."""
        return self.context.stored.get(self.unit)

    @cached_property
    def earlier(self) -> Mapping[Quarter, tuple[Row, ...]]:
        """The area's reports of the kind in the quarters before, by period."""
        found = self.context.earlier.get((self.unit.area, self.unit.kind), {})
        return {then: rows for then, rows in found.items() if then < self.unit.period}

    def options(self, field: Field) -> Mapping[str, str]:
        """The codes that may be chosen in the field on the period's last day → their names."""
        if field.options in FIXED:
            return option_labels(field.options)
        entries = self.context.register.of(field.options, self.context.period.last)
        return {entry.code: entry.name for entry in entries}

    def remark(
        self,
        severity: Severity,
        code: str,
        wrong: str,
        right: str,
        line: Line | None = None,
        field: str = "",
    ) -> Remark:
        """A remark on a field of a row, on a row, or on the unit (with its first row's place)."""
        first = self.lines[0].row.place if self.lines else NOWHERE
        return Remark(
            severity,
            code,
            wrong,
            right,
            written=to_written(line.row, field) if line else "",
            place=line.row.place if line else first,
            column=line.row.columns.get(field, "") if line else "",
            field=field,
            unit=self.unit,
            identity=line.shown if line else (),
        )

    def label(self, name: str) -> str:
        """What the field is called."""
        return self.fields[name].label if name in self.fields else name


def to_checked(unit: Unit, rows: Iterable[Row], kind: Kind, context: Context) -> Checked:
    """The unit as the rules want it."""
    keys = ((row, identity(kind, row)) for row in rows)
    lines = tuple(Line(row, key, tuple(mask(part) for part in key)) for row, key in keys)
    return Checked(unit, kind, lines, context)


def to_unknown_kind(unit: Unit) -> Remark:
    """The remark on a unit of a kind that there is not."""
    wrong = _("’{kind}’ är inget som rapporteras.").format(kind=mask(unit.kind))
    right = _("Använd den senaste mallen.")
    return Remark(Severity.ERROR, "unknown-kind", wrong, right, unit=unit)


def to_written(row: Row, field: str) -> str:
    """What stood in the field, as it may be repeated: without anything personal."""
    written = row.written.get(field, "")
    return show_text(written, LONGEST) if written else show(row.values.get(field))


def is_answered(value: Value | None) -> bool:
    """Whether anything stands there; a text in which there is nothing to see does not."""
    return value is not None and not (isinstance(value, str) and not is_seen(value))


def is_there(row: Row, field: str) -> bool:
    """Answered, or written in a way that could not be read: the reading has remarked on it then."""
    return is_answered(row.values.get(field)) or is_seen(row.written.get(field, ""))


def each_value(checked: Checked) -> Iterator[tuple[Line, Field, Value]]:
    """Every answered field of every row, for the fields that the kind has."""
    for line in checked.lines:
        for name, value in line.row.values.items():
            if name in checked.fields and is_answered(value):
                yield line, checked.fields[name], value
