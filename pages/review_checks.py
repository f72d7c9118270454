"""What the checks say of reports that were sent, for who reviews them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from data_access.report_context import read_context
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages.report_viewer import narrowed
from reporting.checks import check
from reporting.context import Context
from reporting.kinds import NOTE
from reporting.remarks import Remark, Severity
from reporting.rows import Row, Unit


def to_remarks(units: Mapping[Unit, tuple[Row, ...]], context: Context) -> list[Remark]:
    """What the checks say of reports that were sent. A warning that a note has answered is still a
    warning here, for the reviewer to judge the note; that it is stored already is no remark."""
    context = replace(context, stored={})
    bare = {unit: tuple(_without_note(row) for row in rows) for unit, rows in units.items()}
    found = check(bare, context)
    said = {(one.unit, one.code, one.identity, one.field) for one in found}
    more = (
        one
        for one in check(units, context)
        if (one.unit, one.code, one.identity, one.field) not in said
    )
    return [*found, *more]


def _without_note(row: Row) -> Row:
    kept = {name: value for name, value in row.values.items() if name != NOTE}
    return Row(kept or row.values, row.place, row.written)


def count_warnings(rows: Sequence[Mapping[str, Any]], today: date, *, viewer: Viewer) -> list[int]:
    """How many warnings the checks give for each of the listed reports. Raises
    DatabaseUnavailable."""
    units = [Unit(row["area"], row["kind"], Quarter.parse(row["period"])) for row in rows]
    counts = dict.fromkeys(units, 0)
    for period in {unit.period for unit in units}:
        of_period = [unit for unit in units if unit.period == period]
        context = read_context(period, viewer=narrowed(viewer, of_period), today=today)
        stored = {unit: context.stored[unit] for unit in of_period if unit in context.stored}
        for remark in to_remarks(stored, context):
            if remark.severity is Severity.WARNING and remark.unit in counts:
                counts[remark.unit] += 1
    return [counts[unit] for unit in units]
