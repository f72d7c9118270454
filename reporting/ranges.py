"""What was reported before, to stand beside each field."""

from collections.abc import Mapping
from typing import NamedTuple

from indicators.periods import Quarter, quarters_before
from reporting.kind_periods import to_period_before
from reporting.kinds import CELLS, TOTALS, Kind
from reporting.rows import Row, identity
from reporting.totals import to_number, to_value
from reporting.values import Value

QUARTERS = 4
Earlier = Mapping[Quarter, tuple[Row, ...]]


class Range(NamedTuple):
    """`last` is the value of the period before (a year before for what is reported once a year),
    None if not answered; `low` and `high` are the least and the greatest number of the four
    quarters before, and `quarters` how many of them had a number (0–4)."""

    last: Value | None = None
    low: float | None = None
    high: float | None = None
    quarters: int = 0


def to_ranges(
    earlier: Earlier, kind: Kind, period: Quarter
) -> dict[tuple[tuple[str, ...], str], Range]:
    """(row's identity, field) → range, of all that was answered in the four quarters before.

    Totals that were not stored are worked out from their cells. Linear in the rows.
    """
    found: dict[tuple[tuple[str, ...], str], dict[Quarter, Value]] = {}
    for quarter in to_quarters_before(period, QUARTERS):
        for row in earlier.get(quarter, ()):
            key = identity(kind, row)
            for name in (*row.values, *(TOTALS if CELLS[0] in row.values else ())):
                value = to_value(row, name)
                if value is not None:
                    found.setdefault((key, name), {})[quarter] = value
    last = to_period_before(kind, period)
    return {key: _to_range(values, last) for key, values in found.items()}


def to_quarters_before(period: Quarter, count: int) -> list[Quarter]:
    """The `count` quarters before the period, the nearest first; fewer where time begins."""
    return quarters_before(period, count)[::-1]


def _to_range(values: Mapping[Quarter, Value], last: Quarter | None) -> Range:
    numbers = [number for value in values.values() if (number := to_number(value)) is not None]
    low, high = (min(numbers), max(numbers)) if numbers else (None, None)
    return Range(values.get(last) if last else None, low, high, len(numbers))
