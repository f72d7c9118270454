"""Which rows stand in the sheet of a kind, before anybody has filled anything in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporting.context import Context, KnownArea
from reporting.kind_periods import to_period_before, to_period_of
from reporting.kinds import CELLS, MEN, NOTE, WOMEN, Field, Kind
from reporting.register import Entry, Split
from reporting.rows import Row, Unit
from reporting.totals import to_value
from reporting.values import Value

EMPTY_ROWS, EMPTY_EACH = 20, 10  # of a kind where rows are free: so many, and more for each area
_ONLY_TOTAL = frozenset((*CELLS, WOMEN, MEN))


@dataclass(frozen=True)
class Line:
    """A row of a sheet. `nothing`: it was said that there is nothing to report. `closed` are the
    fields that must stay empty."""

    area: KnownArea | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    previous: Mapping[str, Value] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    nothing: bool = False


def to_areas(kind: Kind, context: Context) -> list[KnownArea]:
    """Those of the reporter's areas that may report the kind."""
    return [area for area in context.areas.values() if area.level in kind.levels]


def to_previous_fields(kind: Kind) -> tuple[Field, ...]:
    """The fields whose last value stands beside: figures and choices of rows that are listed."""
    if kind.listing is None:
        return ()
    return tuple(one for one in kind.fields if not one.is_key and one.name != NOTE)


def to_lines(kind: Kind, context: Context) -> list[Line]:
    """The sheet's rows, area by area."""
    areas = to_areas(kind, context)
    if kind.listing is None:
        filled = [line for area in areas for line in _to_stored(kind, area, context)]
        return [*filled, *[Line()] * (EMPTY_ROWS + EMPTY_EACH * len(areas))]
    entries = context.register.of(kind.listing, context.period.last)
    return [line for area in areas for line in _to_listed(kind, area, entries, context)]


def _to_stored(kind: Kind, area: KnownArea, context: Context) -> list[Line]:
    rows = context.stored.get(Unit(area.code, kind.code, to_period_of(kind, context.period)))
    if rows is None:
        return []
    return [Line(area, row.values) for row in rows] or [Line(area, nothing=True)]


def _to_listed(
    kind: Kind, area: KnownArea, entries: tuple[Entry, ...], context: Context
) -> list[Line]:
    """A row of each entry, then what is stored of others. Where there is none, one to say so in."""
    choice = kind.fields[0].name
    stored = _to_stored(kind, area, context)
    before = _to_before(kind, area, context)
    lines = [line for line in stored if line.nothing]
    for entry in entries:
        own = [line for line in stored if line.values.get(choice) == entry.code]
        for line in own or [Line(area, {choice: entry.code})]:
            closed = _to_closed(kind, entry) - set(line.values)
            lines.append(Line(area, line.values, before.get(entry.code, {}), closed))
    known = {entry.code for entry in entries}
    lines += [line for line in stored if line.values and line.values.get(choice) not in known]
    return lines or [Line(area)]


def _to_closed(kind: Kind, entry: Entry) -> frozenset[str]:
    return _ONLY_TOTAL & {one.name for one in kind.fields if entry.split is Split.NONE}


def _to_before(kind: Kind, area: KnownArea, context: Context) -> dict[str, dict[str, Value]]:
    """Code of the entry → the last period's values, totals that follow from the cells included."""
    last = to_period_before(kind, to_period_of(kind, context.period))
    known = context.earlier.get((area.code, kind.code), {})
    rows = known.get(last, ()) if last else ()
    fields = to_previous_fields(kind)
    return {str(row.values.get(kind.fields[0].name)): _to_known(row, fields) for row in rows}


def _to_known(row: Row, fields: tuple[Field, ...]) -> dict[str, Value]:
    found = {one.name: to_value(row, one.name) for one in fields}
    return {name: value for name, value in found.items() if value is not None}
