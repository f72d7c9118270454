"""Reported rows ↔ rows of the table `reported_value`, and what a value may be."""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from data_access.raw.schema import REPORTED_VALUE
from data_access.raw.states import to_batches
from data_access.recording import BadRecord
from reporting.kinds import FIXED, Field, Kind, Type, kinds
from reporting.personal import find_personal
from reporting.rows import Row, identity
from reporting.totals import without_totals
from reporting.values import Gap, Value

MOST = 2.0**53  # above it a number has lost its units
LONGEST = 10_000  # signs of a text
LONGEST_CODE = 100

_NUMBERS = (Type.COUNT, Type.AMOUNT)


def check_rows(kind: Kind, rows: Sequence[Row]) -> None:
    """Every row has something in it, is told apart from the others, and holds what its fields may
    hold. Only what no checked report can have: Raises BadRecord."""
    fields = {field.name: field for field in kind.fields}
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        if not row.values:
            raise BadRecord(f"{kind.code}: a row without any value; leave it out")
        for name, value in row.values.items():
            if name not in fields:
                raise BadRecord(f"{kind.code} has no field {name!r}")
            problem = _to_problem(fields[name], value) or _to_personal(fields[name], value)
            if problem:
                raise BadRecord(f"{kind.code}, {name}: {problem}")
        missing = [one.name for one in kind.fields if one.required and one.name not in row.values]
        if missing:
            raise BadRecord(f"{kind.code}: a row without {', '.join(missing)}")
        own = identity(kind, row)
        if own in seen:
            raise BadRecord(f"{kind.code}: two rows of {' '.join(own)}; report it once")
        seen.add(own)


def to_stored(submission: int, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows of the table; totals that only repeat their six cells are left out."""
    return [
        {"submission": submission, "row": number, "field": name} | _to_columns(value)
        for number, row in enumerate(rows, start=1)
        for name, value in without_totals(row).values.items()
    ]


def read_rows(connection: Connection, submissions: dict[int, str]) -> dict[int, tuple[Row, ...]]:
    """The rows of each submission (id → its kind's code), as they were sent; a number without
    decimals comes back as an int."""
    values: dict[int, dict[int, dict[str, Value]]] = defaultdict(lambda: defaultdict(dict))
    for ids in to_batches(submissions):
        wanted = REPORTED_VALUE.c.submission.in_(ids)
        for one in connection.execute(select(REPORTED_VALUE).where(wanted)):
            value = _to_value(submissions[one.submission], one)
            values[one.submission][one.row][one.field] = value
    return {
        one: tuple(_to_row(submissions[one], values[one][number]) for number in sorted(values[one]))
        for one in submissions
    }


def _to_row(kind: str, values: dict[str, Value]) -> Row:
    known = kinds().get(kind)
    order = [field.name for field in known.fields] if known else []
    places = {name: number for number, name in enumerate(order)}
    ordered = sorted(values, key=lambda name: (places.get(name, len(order)), name))
    return Row({name: values[name] for name in ordered})


def _to_columns(value: Value) -> dict[str, Any]:
    number, text, gap = None, None, None
    if isinstance(value, Gap):
        gap = str(value)
    elif isinstance(value, int | float):
        number = float(value)
    else:
        text = value.isoformat() if isinstance(value, date) else value
    return {"number": number, "text": text, "gap": gap}


def _to_value(kind: str, stored: Any) -> Value:
    if stored.gap is not None:
        return Gap(stored.gap)
    if stored.number is not None:
        number = float(stored.number)
        return int(number) if number.is_integer() else number
    text = str(stored.text)
    return date.fromisoformat(text) if _is_day(kind, stored.field) else text


def _is_day(kind: str, name: str) -> bool:
    known = kinds().get(kind)
    return known is not None and any(
        field.name == name and field.type is Type.DAY for field in known.fields
    )


def _to_problem(field: Field, value: object) -> str | None:
    if isinstance(value, Gap):
        return None
    if field.type in _NUMBERS:
        return _to_number_problem(field, value)
    if field.type is Type.DAY:
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        return None if is_day else f"{value!r} is no day"
    return _to_text_problem(field, value)


def _to_number_problem(field: Field, value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"{value!r} is no number"
    if not (math.isfinite(value) and 0 <= value <= MOST):
        return f"{value!r} is no number from 0 to {MOST:.0f}"
    if field.type is Type.COUNT and value != int(value):
        return f"{value!r} is no whole number"
    return None


def _to_text_problem(field: Field, value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return f"{value!r} is no text"
    longest = LONGEST if field.type is Type.TEXT else LONGEST_CODE
    if len(value) > longest:
        return f"a text of {len(value)} signs; at most {longest}"
    if "\0" in value or not _is_whole(value):
        return "a text with signs that can't be stored"
    if field.options in FIXED and value not in FIXED[field.options]:
        return f"no choice {value!r}; choose one of {', '.join(FIXED[field.options])}"
    if field.type is Type.KOMMUN and not (value.isascii() and value.isdigit() and len(value) == 4):
        return f"{value!r} is no kommun's code"
    return None


def _to_personal(field: Field, value: object) -> str | None:
    if field.type is Type.TEXT and isinstance(value, str) and find_personal(value):
        return "it holds something personal, which is never kept"
    return None


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
