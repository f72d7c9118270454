"""The audit: who did what, when, and what it changed. Rows are only added, chained by digests."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, func, select

import clock
import settings
from data_access import audit_search, audit_text
from data_access.audit_chain import Verified, append, verify
from data_access.audit_text import NotAuditable
from data_access.connect import engine, reading, writing
from data_access.schema import AUDIT
from data_access.scope import NotAllowed, check_right
from data_access.viewer import Right, Role, Stranger, Viewer

__all__ = [
    "LOG", "SYSTEM", "Action", "NotAuditable", "TooEarly", "Verified", "check_chain",
    "check_manages", "note", "purge", "record", "search_audit", "to_first_kept", "verify",
]  # fmt: skip

UNKNOWN = "okänd"
LOG = "granskningslogg"
# Who does what nobody asked for
SYSTEM = Viewer(Role.ADMIN, frozenset(), subject="system")


class Action(StrEnum):
    """What was done, in a word that is stored."""

    SIGN_IN = "inloggning"
    SIGN_OUT = "utloggning"
    REFUSAL = "nekad"
    WRITE = "skrivning"
    APPROVAL = "godkannande"
    RELEASE = "publicering"
    EXPORT = "export"
    USERS = "behorighet"
    PURGE = "gallring"
    GUIDED = "rundtur"  # the guided look was shown


class TooEarly(ValueError):
    """Rows can't be purged before the days are over that the settings keep them."""

    def __init__(self, before: date, first_kept: date):
        super().__init__(f"rows before {before} are to be kept; purge those before {first_kept}")


def record(
    connection: Connection,
    viewer: Viewer | Stranger,
    action: Action,
    what: str,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> int:
    """Add a row within the caller's own `writing()` transaction; its id.

    It is the caller's duty that `what`, `before` and `after` hold neither personal data (of
    people only pseudonyms) nor counts of children. Raises NotAuditable for values that are no
    text, number, day, moment, or lists, sets and mappings of them.
    """
    return _append(connection, viewer, action, what, before=before, after=after)


def note(
    viewer: Viewer | Stranger,
    action: Action,
    what: str,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> int:
    """As `record`, in a transaction of its own. Raises DatabaseUnavailable too."""
    with writing() as connection:
        return record(connection, viewer, action, what, before=before, after=after)


def check_manages(viewer: Viewer, what: str) -> None:
    """Raises NotAllowed, audited as a refusal of `what`, unless the viewer looks after users and
    audit."""
    try:
        check_right(viewer, Right.MANAGE)
    except NotAllowed as error:
        note(viewer, Action.REFUSAL, what, after={"reason": error.told})
        raise


def search_audit(
    *,
    viewer: Viewer,
    since: date | None = None,
    until: date | None = None,
    action: str | None = None,
    subject: str | None = None,
    text: str | None = None,
    limit: int = 1000,
) -> pd.DataFrame:
    """At most `limit` rows, newest first: at (UTC), subject, role, action, what, before, after.

    Both days are included and are days in Sweden; `text` is found within `what`. None leaves a
    filter out. Never kept in memory. Raises NotAllowed, which is audited itself.
    """
    check_manages(viewer, LOG)
    with reading(engine()) as connection:
        return audit_search.find_rows(connection, since, until, action, subject, text, limit)


def check_chain(*, viewer: Viewer) -> Verified:
    """`verify` for who may read the audit. Raises NotAllowed, which is audited itself."""
    check_manages(viewer, LOG)
    with reading(engine()) as connection:
        return verify(connection)


def purge(viewer: Viewer, before: date) -> int:
    """Remove the rows before that day, and add one that says so; how many.

    Of rows whose times are out of order only those go that have no younger row before them.
    Raises NotAllowed, which is audited itself, and TooEarly.
    """
    check_manages(viewer, LOG)
    if before > to_first_kept():
        raise TooEarly(before, to_first_kept())
    kept = select(func.min(AUDIT.c.id)).where(AUDIT.c.at >= clock.begin(before)).scalar_subquery()
    old = AUDIT.c.id < func.coalesce(kept, select(func.max(AUDIT.c.id)).scalar_subquery() + 1)
    with writing() as connection:
        rows = connection.scalar(select(func.count()).select_from(AUDIT).where(old)) or 0
        last = connection.execute(
            select(AUDIT.c.id, AUDIT.c.digest).where(old).order_by(AUDIT.c.id.desc()).limit(1)
        ).first()
        if last is None:
            return 0
        told = {"rows": rows, "digest": last.digest, "before": before}
        _append(connection, viewer, Action.PURGE, LOG, after=told, purged_through=last.id)
        connection.execute(delete(AUDIT).where(AUDIT.c.id <= last.id))
    return rows


def to_first_kept() -> date:
    """The first day of which rows are still to be kept."""
    return clock.day_of(_now()) - timedelta(days=settings.load().audit_days)


def _append(
    connection: Connection,
    viewer: Viewer | Stranger,
    action: Action,
    what: str,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    purged_through: int | None = None,
) -> int:
    row = {
        "at": _now(),
        "subject": audit_text.to_plain(viewer.subject) or UNKNOWN,
        "role": str(viewer.role),
        "action": str(Action(action)),
        "what": audit_text.to_plain(what),
        "before": audit_text.to_json(before),
        "after": audit_text.to_json(after),
        "purged_through": purged_through,
    }
    return append(connection, row)


def _now() -> datetime:
    return datetime.now(UTC)
