"""The sums over the six cells of a split count: worked out, never stored beside their parts."""

from datetime import date, datetime
from math import isfinite

from reporting.kinds import CELLS, MEN, TOTAL, TOTALS, WOMEN
from reporting.rows import Row
from reporting.values import Value

LARGEST = 10**15  # nothing that is reported comes near it
PARTS = {WOMEN: CELLS[:3], MEN: CELLS[3:], TOTAL: CELLS}


def to_number(value: Value | None) -> int | float | None:
    """The value when it is a number of a possible size, else None: a gap or a text has no size."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if abs(value) <= LARGEST and isfinite(value) else None


def to_day(value: Value | None) -> date | None:
    """The value when it is a day (without a time of day), else None."""
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def to_sum(row: Row, names: tuple[str, ...]) -> int | float | None:
    """The sum of the row's fields; None when one of them is no number, since it is then unknown."""
    numbers = [to_number(row.values.get(name)) for name in names]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def to_value(row: Row, name: str) -> Value | None:
    """What stands in the field; a total that is not there is the sum of its cells if all are."""
    value = row.values.get(name)
    return to_sum(row, PARTS[name]) if value is None and name in PARTS else value


def without_totals(row: Row) -> Row:
    """The row as it is stored: totals go when all six cells are numbers, for they follow."""
    if to_sum(row, CELLS) is None:
        return row
    kept = {name: value for name, value in row.values.items() if name not in TOTALS}
    return Row(kept, row.place, row.written, row.columns)
