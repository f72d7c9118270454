"""A digest of a table's rows that is the same on both engines, and in the files of a backup.

Rows stand in the order of the primary key, by the bytes of text, each as a list in JSON: whole
numbers and floats as Python writes them (the shortest that reads back the same), days and moments
(UTC) in ISO 8601. A digest is the SHA-256 of the rows, a comma after each.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Float,
    String,
    Table,
    Text,
    TypeDecorator,
    collate,
    func,
    select,
)

from data_access.copy_errors import reads

Rows = list[tuple[Any, ...]]
MOST_ROWS = 10_000  # in memory at once
MOST_SIGNS = 4_000_000  # of text in them, were all as long as the longest

_encode = json.JSONEncoder(separators=(",", ":")).encode


class TableSum(NamedTuple):
    """How many rows a table has, and their digest in hexadecimal."""

    rows: int
    digest: str


class Digest:
    """Takes a table's rows, in order."""

    def __init__(self, table: Table):
        self._hash, self._rows = hashlib.sha256(), 0
        told = [_to_told(column.type) for column in table.columns]
        self._told = [(place, one) for place, one in enumerate(told) if one]

    def take(self, rows: Rows) -> None:
        """The next rows, as `read_rows` gives them; none is nothing."""
        if not rows:
            return
        self._rows += len(rows)
        told: Sequence[Sequence[Any]] = rows
        if self._told:
            changed = [list(row) for row in rows]
            for row in changed:
                for place, tell in self._told:
                    if row[place] is not None:
                        row[place] = tell(row[place])
            told = changed
        self._hash.update(f"{_encode(told)[1:-1]},".encode())

    def sum(self) -> TableSum:
        """Of all that was taken."""
        return TableSum(self._rows, self._hash.hexdigest())


def read_rows(connection: Connection, table: Table, size: int = MOST_ROWS) -> Iterator[Rows]:
    """All columns of all rows, in order, `size` rows at a time. Raises Unreadable."""
    asked = select(table).order_by(*_order(table, connection.dialect.name))
    with reads(table.name):
        found = connection.execute(asked.execution_options(yield_per=size))
        for part in found.partitions():
            yield [tuple(row) for row in part]


def count_rows(connection: Connection, table: Table) -> tuple[int, int]:
    """How many rows there are, and how many of them may be in memory at once, by the longest
    texts: a frozen picture is a million signs, a reported value twenty. Raises Unreadable."""
    longest = [func.max(func.length(one)) for one in table.columns if isinstance(one.type, Text)]
    with reads(table.name):
        rows, *signs = connection.execute(select(func.count(), *longest).select_from(table)).one()
    widest = max(1, sum(one or 0 for one in signs))
    return rows, max(1, min(MOST_ROWS, MOST_SIGNS // widest))


def _order(table: Table, dialect: str) -> Iterable[ColumnElement[Any]]:
    """By the primary key; text by its bytes, as on SQLite, whatever language a server has."""
    for column in table.primary_key.columns:
        is_text = dialect == "postgresql" and isinstance(column.type, String)
        yield collate(column, "C") if is_text else column


def _to_told(kind: Any) -> Callable[[Any], Any] | None:
    """How a value of the type is written, where JSON has no way of its own that is the same."""
    if isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    if isinstance(kind, Date | DateTime):
        return lambda value: value.isoformat()
    if isinstance(kind, Float):
        return lambda value: float(value) + 0.0  # -0.0 is 0.0, as SQLite keeps it
    return None
