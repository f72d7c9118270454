"""What is reported as CSV, in the template's columns: one block a kind, a blank line between."""

import csv
from decimal import Decimal
from io import StringIO

from reporting import headings
from reporting.context import Context
from reporting.kinds import Field, Kind, Type, kinds, option_labels
from reporting.register import Listing
from reporting.rows import Row, Unit, Units
from reporting.values import Gap, Value

GAPS = {Gap.MISSING: headings.MISSING, Gap.NOT_APPLICABLE: headings.NOT_APPLICABLE}


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
    if isinstance(value, Gap):
        return GAPS[value]
    if isinstance(value, float):
        return _to_decimal(value)
    if value is not None and field.type is Type.CHOICE:
        return _choice(str(value), field, context)
    if field.type is Type.KOMMUN:
        return context.kommuner.get(str(value), str(value or ""))
    return "" if value is None else str(value)


def _to_decimal(number: float) -> str:
    """All its digits, with a comma and without an exponent."""
    text = format(Decimal(repr(number)), "f")
    return text.removesuffix(".0").replace(".", ",")


def _choice(code: str, field: Field, context: Context) -> str:
    if field.options not in set(Listing):
        return option_labels(field.options)[code]
    entry = context.register.find(field.options, code)
    return code if entry is None else entry.name
