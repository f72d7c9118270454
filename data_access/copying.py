"""Copies both stores into empty ones, of the same engine or the other, and compares row by row.

All tables of both, since it goes by the schema itself; all columns, numbers as they are. What is
copied is what was there at one moment, while people work on. A few thousand rows are in memory at
once. Until it is compared, the copy is marked as unfinished.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from sqlalchemy import Connection, Engine, Table

from data_access import audit_chain, kind, unfinished
from data_access.audit_walk import Verified
from data_access.copy_errors import Different
from data_access.digests import Digest, Rows, TableSum, count_rows, read_rows
from data_access.errors import named_errors
from data_access.filling import fill, set_sequences
from data_access.raw.lost import check_carried
from data_access.stores import PARTS, Snapshot, Stores, check_current, check_empty, reading_both

Sums = dict[str, dict[str, TableSum]]  # part → table → its sum


class Told(Protocol):
    """Who is told how far it has come."""

    def begin(self, doing: str, rows: dict[tuple[str, str], int]) -> None:
        """`doing` begins, for tables of so many rows."""

    def go_on(self, part: str, table: str, rows: int) -> None:
        """So many more rows of the table are done."""

    def end(self, part: str, table: str) -> None:
        """The table is done."""


class Copied(NamedTuple):
    """What was copied: a sum a table, and of which kinds it is ('exempel', 'verkligt')."""

    sums: Sums
    kinds: tuple[str, ...]
    chunks: dict[tuple[str, str], int]  # (part, table) → rows in memory at once


def copy_stores(source: Stores, to: Stores, told: Told) -> Copied:
    """Copy into two empty stores, which stay marked until `unfinished.finish`. Raises NotEmpty,
    NotCurrent, WrongSchema, ReportsLost, Refused, Unreadable, DatabaseUnavailable."""
    check_empty(to)
    check_current(source)
    to = unfinished.begin(to)
    with reading_both(source) as snapshot:
        check_carried(snapshot.main, snapshot.raw)
        asked = dict(_count(snapshot))
        told.begin("copy", {key: rows for key, (rows, _) in asked.items()})
        chunks = {key: most for key, (_, most) in asked.items()}
        sums: Sums = {part.name: {} for part in PARTS}
        for part, connection, engine in zip(PARTS, snapshot, to, strict=True):
            for table in part.metadata.sorted_tables:
                size = chunks[part.name, table.name]
                done = _copy_table(connection, engine, table, size, part.name, told)
                sums[part.name][table.name] = done
            set_sequences(engine, part.metadata.sorted_tables)
        kinds = kind.read_kinds(snapshot.main, snapshot.raw)
    return Copied(sums, kinds, chunks)


def compare(copy: Stores, copied: Copied, told: Told) -> Verified:
    """How the audit's chain is in the copy, all of whose rows are what was copied. Raises
    Different, Unreadable, DatabaseUnavailable."""
    told.begin("compare", {
        (part, table): one.rows for part, sums in copied.sums.items() for table, one in sums.items()
    })  # fmt: skip
    different = []
    with reading_both(copy) as snapshot:
        for part, connection in zip(PARTS, snapshot, strict=True):
            for table in part.metadata.sorted_tables:
                size = copied.chunks[part.name, table.name]
                digest = Digest(table)
                parts = read_rows(connection, table, size)
                for _rows in _pass(parts, digest, part.name, table.name, told):
                    pass
                if digest.sum() != copied.sums[part.name][table.name]:
                    different.append(table.name)
        if different:
            raise Different(different)
        return audit_chain.verify(snapshot.main)


def _count(snapshot: Snapshot) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    for part, connection in zip(PARTS, snapshot, strict=True):
        for table in part.metadata.sorted_tables:
            yield (part.name, table.name), count_rows(connection, table)


def _copy_table(
    source: Connection, to: Engine, table: Table, size: int, part: str, told: Told
) -> TableSum:
    digest = Digest(table)
    with named_errors():
        fill(to, table, _pass(read_rows(source, table, size), digest, part, table.name, told))
    return digest.sum()


def _pass(
    parts: Iterable[Rows], digest: Digest, part: str, table: str, told: Told
) -> Iterator[Rows]:
    """The rows as they are, once the digest has taken them."""
    for rows in parts:
        digest.take(rows)
        yield rows
        told.go_on(part, table, len(rows))
    told.end(part, table)
