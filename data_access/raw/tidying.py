"""Drafts that nobody goes on with: they hold counts that are not protected, so they have an end."""

from datetime import UTC, datetime

from sqlalchemy import update

from data_access.audit import SYSTEM, Action
from data_access.raw.drafting import GONE
from data_access.raw.schema import DRAFT
from data_access.raw.writes import add_deed, writing_reports

WHAT = "utkast"


def empty_old_drafts(before: datetime) -> int:
    """Let the drafts go that were last saved before the moment (UTC); how many, which the audit is
    told. One that goes keeps its version, so that a stale form is found out. Raises
    DatabaseUnavailable."""
    now = datetime.now(UTC)
    gone = {
        "content": GONE,
        "version": DRAFT.c.version + 1,
        "saved_at": now,
        "saved_by": SYSTEM.subject,
    }
    old = (DRAFT.c.content != GONE, DRAFT.c.saved_at < before)
    with writing_reports(SYSTEM, WHAT) as connection:
        emptied = connection.execute(update(DRAFT).where(*old).values(gone)).rowcount
        if emptied:
            told = {"drafts": emptied, "before": before.date()}
            add_deed(connection, SYSTEM, Action.PURGE, WHAT, now, after=told)
    return emptied
