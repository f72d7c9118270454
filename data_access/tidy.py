"""What has had its time goes: drafts that nobody goes on with, and sessions that are over.

What is only ever added (reports, releases, events, the audit) is left; the audit has a purge of its
own.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import settings
from data_access import sessions
from data_access.connect import writing
from data_access.raw.tidying import empty_old_drafts


class Tidied(NamedTuple):
    """How many drafts and sessions went."""

    drafts: int
    sessions: int


def tidy() -> Tidied:
    """Safe to repeat, and while people work. Raises DatabaseUnavailable."""
    now = datetime.now(UTC)
    drafts = empty_old_drafts(now - timedelta(days=settings.load().draft_days))
    with writing() as connection:
        return Tidied(drafts, sessions.forget_old(connection, now))
