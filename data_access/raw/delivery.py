"""Carries what was done in the store of reports over to the main database, each deed exactly once.

The row of `delivered` moves in the very transaction that writes what it stands for, so whatever is
killed when, a deed is either carried with its number or waits for the next time.
"""

import json
from typing import Any

import structlog
from sqlalchemy import Connection, Engine, Row, func, insert, select, update

from data_access import audit, connect
from data_access.audit import SYSTEM, Action
from data_access.changes import Change
from data_access.raw.carry import carry
from data_access.raw.schema import DEED
from data_access.raw.store import raw_engine, reading_raw
from data_access.schema import DELIVERED
from data_access.version import forget_version
from data_access.viewer import Stranger

BATCH = 200  # deeds in one transaction
_log = structlog.get_logger("bob")


def deliver(main: Engine | None = None) -> int:
    """Carry over every deed that waits; how many. Safe to repeat and to run in several processes
    at once. What can't be carried is told in the audit and stops nothing else. Raises
    DatabaseUnavailable."""
    to, reports = main or connect.engine(), raw_engine(main)
    carried = 0
    while _is_behind(to, reports):
        carried += _deliver_some(to, reports)
    if carried:
        forget_version()
    return carried


def deliver_now(main: Engine | None = None) -> None:
    """`deliver`, where what was reported is kept already: what fails is logged, and waits."""
    try:
        deliver(main)
    except Exception as error:  # whatever it is, nobody is to be stopped by it
        _log.error("not carried over yet", error=type(error).__name__)


def _is_behind(main: Engine, reports: Engine) -> bool:
    with connect.reading(main) as connection, reading_raw(reports) as raw:
        last, is_same = _read_last(connection, raw)
        newest = raw.scalar(select(func.max(DEED.c.id))) or 0
    return newest > last or not is_same


def _deliver_some(main: Engine, reports: Engine) -> int:
    with connect.writing(main) as connection, reading_raw(reports) as raw:
        last, is_same = _read_last(connection, raw)
        if not is_same:
            # from the beginning: an audit row too many tells more than one too few
            what = "inlämningarnas databas är en annan än den som senast fördes över"
            audit.record(connection, SYSTEM, Action.WRITE, what, after={"last": last})
            _move(connection, 0, None)
            last = 0
        waiting = select(DEED).where(DEED.c.id > last).order_by(DEED.c.id).limit(BATCH)
        deeds = raw.execute(waiting).all()
        for deed in deeds:
            _deliver_one(connection, raw, deed)
        if deeds:
            _move(connection, deeds[-1].id, deeds[-1].at)
    return len(deeds)


def _deliver_one(connection: Connection, raw: Connection, deed: Row[Any]) -> None:
    who = Stranger(deed.subject, deed.role)
    after = json.loads(deed.after or "{}") | {"at": deed.at}
    audit.record(connection, who, Action(deed.action), deed.what, after=after)
    if deed.submission is None:
        return
    for problem in carry(Change(connection, who), raw, deed.submission, deed.at):
        what = f"kunde inte föras över: inlämning {deed.submission}"
        audit.record(connection, SYSTEM, Action.WRITE, what, after={"reason": problem})


def _read_last(connection: Connection, raw: Connection) -> tuple[int, bool]:
    """The last deed that was carried, and whether this is the store that it was carried from."""
    row = connection.execute(select(DELIVERED.c.last, DELIVERED.c.at)).first()
    if row is None or not row.last:
        return 0, True
    at = raw.scalar(select(DEED.c.at).where(DEED.c.id == row.last))
    return row.last, at == row.at


def _move(connection: Connection, last: int, at: Any) -> None:
    to = {"last": last, "at": at}
    moved = connection.execute(update(DELIVERED).where(DELIVERED.c.id == 1).values(to))
    if moved.rowcount == 0:
        connection.execute(insert(DELIVERED).values({"id": 1} | to))
