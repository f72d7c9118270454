"""Files of example reports, and what the store holds of them."""

import time
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Table, func, select, text

from data_access import connect, example_reports
from data_access.audit_chain import verify
from data_access.by_hand import to_operator
from data_access.raw.schema import DEED, REPORTED_VALUE, SENDING, SUBMISSION, SUBMISSION_STATE
from data_access.raw.store import raw_engine, reading_raw
from data_access.report_context import read_context
from data_access.schema import AUDIT
from data_access.submissions import read_submissions
from data_access.viewer import Viewer
from indicators.periods import Quarter
from reporting.context import Context
from reporting.delimited import to_csv
from reporting.rows import Unit, Units

ROLE = "nationell-samordnare"
COVERED = {"pr-nord": 0.25, "pr-syd": 1.0}  # share of prioritised areas with a council
TABLES = (SENDING, SUBMISSION, REPORTED_VALUE, SUBMISSION_STATE, DEED)
Plain = dict[Unit, tuple[dict[str, Any], ...]]
Counts = dict[str, int]


class File(NamedTuple):
    """A file and the units in it, all of one period."""

    name: str
    data: bytes
    units: Units

    @property
    def period(self) -> Quarter:
        """The period of its units."""
        return next(iter(self.units)).period

    def counts(self) -> Counts:
        """How many rows each table of the store gets by it."""
        values = sum(len(row.values) for rows in self.units.values() for row in rows)
        sizes = (1, len(self.units), values, len(self.units), 1)
        return {table.name: size for table, size in zip(TABLES, sizes, strict=True)}


def to_viewer(*areas: str) -> Viewer:
    """The operator, answering for the areas."""
    return to_operator(ROLE, areas or ("se",))


def make_units(context: Context, kinds: Collection[str] = ()) -> Units:
    """What the context's areas report; of the kinds alone, if any are named."""
    units = example_reports.to_units(context, {}, set(context.areas), COVERED)
    return {unit: rows for unit, rows in units.items() if not kinds or unit.kind in kinds}


def make_file(viewer: Viewer, period: Quarter, kinds: Collection[str] = ()) -> File:
    """One file with all that the viewer's areas report."""
    context = read_context(period, viewer=viewer)
    units = make_units(context, kinds)
    return File(f"{period}.csv", to_csv(units, context), units)


def make_files(viewer: Viewer, periods: Iterable[Quarter]) -> Iterator[File]:
    """A file for each area and period."""
    for period in periods:
        context = read_context(period, viewer=viewer)
        units = make_units(context)
        for area in context.areas:
            own = {unit: rows for unit, rows in units.items() if unit.area == area}
            if own:
                yield File(f"{area}-{period}.csv", to_csv(own, context), own)


def to_plain(units: Units) -> Plain:
    """The values alone, for rows know where they were read."""
    return {unit: tuple(dict(row.values) for row in rows) for unit, rows in units.items()}


def read_plain(units: Iterable[Unit], viewer: Viewer) -> Plain:
    """What the store holds of the units."""
    found = read_submissions(units, viewer=viewer)
    return to_plain({unit: submission.rows for unit, submission in found.items()})


def count_rows() -> Counts:
    """How many rows each of the store's tables has."""
    with reading_raw() as connection:
        return {table.name: _count(connection, table) for table in TABLES}


def add(one: Counts, other: Counts) -> Counts:
    """The counts added."""
    return {name: count + other[name] for name, count in one.items()}


def find_audited(pattern: str) -> list[str]:
    """What the audit's rows say that is like the pattern, oldest first."""
    found = select(AUDIT.c.what).where(AUDIT.c.what.like(pattern)).order_by(AUDIT.c.id)
    with connect.reading() as connection:
        return list(connection.scalars(found))


def find_sendings() -> list[int]:
    """The ids of every sending."""
    with reading_raw() as connection:
        return list(connection.scalars(select(SENDING.c.id).order_by(SENDING.c.id)))


def check_audit() -> None:
    """The chain is whole, and every sending stands in it once."""
    with connect.reading() as connection:
        assert verify(connection).ok
    told = [what.split(":")[0] for what in find_audited("inlämning %: %")]
    assert told == [f"inlämning {one}" for one in find_sendings()]


def check_integrity() -> None:
    """SQLite itself finds nothing broken in either file; PostgreSQL sees to that by itself."""
    for engine in (connect.engine(), raw_engine()):
        if engine.dialect.name == "sqlite":
            with connect.reading(engine) as connection:
                assert connection.scalar(text("PRAGMA integrity_check")) == "ok"


def wait_for_the_dead(seconds: float = 5) -> None:
    """Until the server has noticed that a killed client is gone: what it had begun is undone."""
    engine = connect.engine()
    if engine.dialect.name == "sqlite":
        return
    busy = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND state <> 'idle'"
    )
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with connect.reading() as connection:
            if not connection.scalar(busy):
                return
        time.sleep(0.002)
    raise AssertionError("a killed client's work is not over")


def _count(connection: Any, table: Table) -> int:
    return int(connection.scalar(select(func.count()).select_from(table)))
