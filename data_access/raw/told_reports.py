"""Approved reports that hold no counts, as a release tells them to readers."""

import json
from collections.abc import Iterable, Mapping

from data_access.raw.counted import COUNTED
from data_access.raw.released import Units
from data_access.raw.rows import read_rows
from data_access.raw.store import reading_raw
from reporting.kinds import NOTE
from reporting.rows import Row
from reporting.told import TOLD
from reporting.values import Gap

RELEASED = (*COUNTED, *TOLD)  # all kinds that a release is made of


def read_contents(units: Units) -> dict[tuple[str, str, str], str]:
    """Area, kind and period → the report's rows as JSON: a list of field → number, text, or
    {"gap": reason}. Notes to who approves are left out. Raises DatabaseUnavailable."""
    kinds = {submission: kind for (_area, kind, _period), submission in units.items()}
    with reading_raw() as connection:
        rows = read_rows(connection, kinds)
    return {unit: to_content(rows[submission]) for unit, submission in units.items()}


def to_content(rows: Iterable[Row]) -> str:
    """The rows as JSON."""
    return json.dumps([_to_fields(row.values) for row in rows], ensure_ascii=False)


def _to_fields(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _to_plain(value) for name, value in values.items() if name != NOTE}


def _to_plain(value: object) -> object:
    if isinstance(value, Gap):
        return {"gap": str(value)}
    return value if isinstance(value, int | float | str) else str(value)  # a day as 2026-11-01
