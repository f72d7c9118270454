"""The audit's chain: each row's digest covers the row and the digest of the one before it.

Whoever may change the tables' triggers can also make a whole new chain. So note the last digest
elsewhere from time to time: it must then be found in every later chain that is not yet purged.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, String, func, insert, select, text, type_coerce, update

from data_access.audit_walk import FIRST, Verified, Walk, digest
from data_access.schema import AUDIT, AUDIT_HEAD

__all__ = ["FIRST", "Verified", "append", "digest", "verify"]

BATCH = 1_000  # rows in memory at once
_ROW = [column for column in AUDIT.c if column.name != "at"]
# As it is stored: a time that was made unreadable must show as a changed row, not as an error
_AT = type_coerce(AUDIT.c.at, String).label("at")


def append(connection: Connection, row: dict[str, Any]) -> int:
    """Add the row, without id and digests, at the end of the chain; its id. The transaction must
    be alone in writing (`writing()`): the id is part of what the digest covers."""
    last, previous = _read_head(connection)
    row = {**row, "id": last + 1, "previous": previous}
    row["digest"] = digest(row)
    connection.execute(insert(AUDIT).values(row))
    head = {"last": row["id"], "digest": row["digest"]}
    moved = connection.execute(update(AUDIT_HEAD).where(AUDIT_HEAD.c.id == 1).values(head))
    if moved.rowcount == 0:
        connection.execute(insert(AUDIT_HEAD).values({"id": 1, **head}))
    return last + 1


def verify(connection: Connection) -> Verified:
    """Go through the chain from the oldest row kept to the newest, a batch at a time.

    Ask first in its transaction, so that all is seen as it was at one moment.
    """
    if connection.dialect.name == "postgresql" and not connection.in_transaction():
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
    walk = Walk(*_read_start(connection))
    for row in _read_rows(connection):
        walk.take(row)
    head = connection.execute(select(AUDIT_HEAD).where(AUDIT_HEAD.c.id == 1)).first()
    walk.end(head.last, head.digest) if head else walk.end(None, "")
    return walk.told()


def _read_head(connection: Connection) -> tuple[int, str]:
    head = connection.execute(select(AUDIT_HEAD).where(AUDIT_HEAD.c.id == 1)).first()
    if head is not None:
        return int(head.last), str(head.digest)
    # Without a head the rows that are there hang loose, and `verify` shall go on telling so
    return connection.scalar(select(func.max(AUDIT.c.id))) or 0, FIRST


def _read_start(connection: Connection) -> tuple[int, str]:
    """Id and digest of the last row that was purged; 0 and FIRST when none was."""
    newest = connection.execute(
        select(AUDIT.c.purged_through, AUDIT.c.after)
        .where(AUDIT.c.purged_through.is_not(None))
        .order_by(AUDIT.c.id.desc())
        .limit(1)
    ).first()
    if newest is None:
        return 0, FIRST
    try:
        return int(newest.purged_through), str(json.loads(newest.after)["digest"])
    except (TypeError, ValueError, KeyError):
        return 0, FIRST  # the purge row was changed, which its own digest tells


def _read_rows(connection: Connection) -> Iterator[dict[str, Any]]:
    found = select(*_ROW, _AT).order_by(AUDIT.c.id).execution_options(yield_per=BATCH)
    for row in connection.execute(found):
        yield {**row._mapping, "at": _to_moment(row.at)}


def _to_moment(stored: Any) -> Any:
    if isinstance(stored, str):
        try:
            stored = datetime.fromisoformat(stored)
        except ValueError:
            return stored
    if not isinstance(stored, datetime):
        return stored
    return stored.replace(tzinfo=UTC) if stored.tzinfo is None else stored.astimezone(UTC)
