"""Entries of the register as rows, and those that come with the code."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from data_access.public import FACTS, RECORDER
from data_access.register_rules import BETWEEN
from data_access.schema_register import REGISTER_ENTRY
from reporting.register import Entry, Listing, Polarity, Split

COLUMNS = tuple(REGISTER_ENTRY.c[field.name] for field in fields(Entry))


def to_entry(row: Mapping[Any, Any]) -> Entry:
    """A row of the table as an entry."""
    return Entry(
        **{field.name: row[field.name] for field in fields(Entry)}
        | {
            "listing": Listing(row["listing"]),
            "polarity": Polarity(row["polarity"]),
            "split": Split(row["split"]),
            "other_names": to_names(row["other_names"]),
        }
    )


def to_row(entry: Entry) -> dict[str, Any]:
    """An entry as a row of the table, but for who recorded it and when."""
    row = {field.name: getattr(entry, field.name) for field in fields(Entry)}
    told = {name: str(row[name]) for name in ("listing", "polarity", "split")}
    return row | told | {"other_names": BETWEEN.join(entry.other_names)}


def to_names(text: str) -> tuple[str, ...]:
    """The names that stand in a text with | between."""
    return tuple(name.strip() for name in text.split(BETWEEN) if name.strip())


def load_entries() -> list[Entry]:
    """The entries that come with the code, in the register's order, each as version 1."""
    with (FACTS / "register.csv").open(encoding="utf-8", newline="") as file:
        return [to_entry(_to_typed(row)) for row in csv.DictReader(file)]


def add_new(connection: Connection, entries: Iterable[Entry]) -> None:
    """Insert those whose code has no entry yet, and as a new version those that the code has come
    to tell otherwise of; what somebody has edited stays as it is."""
    rows = connection.execute(select(REGISTER_ENTRY).order_by(REGISTER_ENTRY.c.id)).mappings()
    newest = {(row["listing"], row["code"]): row for row in rows}
    recorded = {"recorded_at": datetime.now(UTC), "recorded_by": RECORDER, "is_example": False}
    new = []
    for entry in entries:
        held = newest.get((entry.listing, entry.code))
        if held is None:
            new.append(to_row(entry) | recorded)
        elif held["recorded_by"] == RECORDER:
            told = replace(entry, version=held["version"])
            if told != to_entry(held):
                new.append(to_row(replace(told, version=told.version + 1)) | recorded)
    if new:
        connection.execute(insert(REGISTER_ENTRY), new)


def _to_typed(row: Mapping[str, str]) -> dict[str, Any]:
    last = row["valid_to"]
    days = {
        "valid_from": date.fromisoformat(row["valid_from"]),
        "valid_to": date.fromisoformat(last) if last else None,
    }
    return {**row, **days, "version": 1}
