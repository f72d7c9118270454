"""What is reported as CSV, in the template's columns: one block a kind, a blank line between."""

import csv
from io import StringIO

from reporting import headings
from reporting.context import Context
from reporting.kinds import Field, Kind, Type, kinds
from reporting.rows import Row, Unit, Units
from reporting.values import Gap, Value
from reporting.written import option_name, to_written


def to_csv(units: Units, context: Context) -> bytes:
    """The units with semicolons and decimal commas, UTF-8 with a mark for Swedish Excel."""
    text = StringIO()
    write = csv.writer(text, delimiter=";", lineterminator="\r\n").writerow
    for kind in kinds().values():
        own = [unit for unit in units if unit.kind == kind.code]
        if not own:
            continue
        labels = [field.label for field in kind.fields]
        write([headings.AREA_CODE(), headings.AREA(), headings.PERIOD(), *labels])
        for unit in own:
            for line in _to_lines(unit, units[unit], kind, context):
                write(line)
        write([])
    return text.getvalue().encode("utf-8-sig")


def _to_lines(unit: Unit, rows: tuple[Row, ...], kind: Kind, context: Context) -> list[list[str]]:
    start = [unit.area, context.areas[unit.area].name, str(unit.period)]
    if not rows:
        return [[*start, headings.nothing()]]
    return [
        start + [_cell(row.values.get(field.name), field, context) for field in kind.fields]
        for row in rows
    ]


def _cell(value: Value | None, field: Field, context: Context) -> str:
    if value is None:
        return ""
    if field.type in (Type.CHOICE, Type.KOMMUN) and not isinstance(value, Gap):
        return option_name(field, str(value), context.register, context.kommuner)
    return to_written(value)
