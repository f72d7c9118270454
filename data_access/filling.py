"""Puts rows into an empty table, as they are, and sets its numbering after them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, insert, select, text

from data_access.connect import LONGEST_WAIT
from data_access.copy_errors import Refused, to_reason, writes
from data_access.digests import Rows
from data_access.sqlite import WRITES


def fill(engine: Engine, table: Table, parts: Iterable[Rows]) -> None:
    """Add the rows, a transaction a part, so that no log grows with the table; all in one where
    rows refer to others of the table, since their order may be another. Raises Refused."""
    together = any(key.column.table is table for key in table.foreign_keys)
    for group in [parts] if together else ([rows] for rows in parts):
        with adding(engine, table.name) as connection:
            _put(connection, table, group)


@contextmanager
def adding(engine: Engine, table: str) -> Iterator[Connection]:
    """One transaction that writes in the table. Raises Refused."""
    with writes(table), engine.connect() as connection:
        connection.execution_options(**{WRITES: LONGEST_WAIT})
        with connection.begin():
            yield connection


def set_sequences(engine: Engine, tables: Iterable[Table]) -> None:
    """Let numbering go on after the highest number there is; SQLite does by itself."""
    if engine.dialect.name != "postgresql":
        return
    for table in tables:
        column = table.autoincrement_column
        if column is None:
            continue
        with adding(engine, table.name) as connection:
            named = func.pg_get_serial_sequence(f'"{table.name}"', column.name)
            last = select(func.max(column)).scalar_subquery()
            asked = select(func.setval(named, func.coalesce(last, 1), last.is_not(None)))
            connection.execute(asked)


def _put(connection: Connection, table: Table, parts: Iterable[Rows]) -> None:
    if connection.dialect.name == "postgresql":
        _copy_in(connection, table, parts)
        return
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    # straight to the driver: naming each value of millions of rows takes as long as writing them
    sql = str(insert(table).compile(dialect=connection.dialect))
    to_stored = _to_stored(connection, table)
    for rows in parts:
        if rows:
            connection.exec_driver_sql(sql, [to_stored(row) for row in rows])


def _to_stored(connection: Connection, table: Table) -> Callable[[tuple[Any, ...]], Any]:
    """What makes of a row the values that the driver takes."""
    dialect = connection.dialect
    made = [one.type.dialect_impl(dialect).bind_processor(dialect) for one in table.columns]
    processors = [(place, one) for place, one in enumerate(made) if one]

    def change(row: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(row)
        for place, process in processors:
            values[place] = process(values[place])
        return tuple(values)

    return change if processors else tuple


def _copy_in(connection: Connection, table: Table, parts: Iterable[Rows]) -> None:
    """By one COPY, which checks references when it ends."""
    import psycopg

    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(quote(column.name) for column in table.columns)
    try:
        with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY {quote(table.name)} ({columns}) FROM STDIN") as copy,
        ):
            for rows in parts:
                for row in rows:
                    copy.write_row(row)
    except psycopg.Error as error:
        raise Refused(table.name, to_reason(error)) from error
