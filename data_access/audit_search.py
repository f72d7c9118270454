"""Audit rows by when, what, who and a text in them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, func, select

import clock
from data_access.frames import to_frame
from data_access.schema import AUDIT

COLUMNS = {
    "at": "datetime64[us, UTC]",
    **dict.fromkeys(("subject", "role", "action", "what", "before", "after"), "object"),
}
BATCH = 1_000


def find_rows(
    connection: Connection,
    since: date | None,
    until: date | None,
    action: str | None,
    subject: str | None,
    text: str | None,
    limit: int,
) -> pd.DataFrame:
    """At most `limit` rows, newest first, with the columns of COLUMNS.

    Both days are included and are days in Sweden; `text` is found within `what`, in capitals or
    not.
    """
    found = select(*(AUDIT.c[name] for name in COLUMNS)).order_by(AUDIT.c.id.desc())
    if since is not None:
        found = found.where(AUDIT.c.at >= clock.begin(since))
    if until is not None:
        found = found.where(AUDIT.c.at < clock.begin(until + timedelta(days=1)))
    if action is not None:
        found = found.where(AUDIT.c.action == action)
    if subject is not None:
        found = found.where(AUDIT.c.subject == subject)
    return to_frame(islice(_with_text(connection, found, text or ""), limit), COLUMNS)


def _with_text(connection: Connection, found: Select[Any], text: str) -> Iterator[Any]:
    """The rows whose `what` has the text. Neither database knows å from Å in every set-up: there
    any sign stands for such a letter, and what is left is looked at here."""
    wanted = text.lower()
    if wanted:
        found = found.where(func.lower(AUDIT.c.what).like(_to_pattern(wanted), escape="\\"))
    for row in connection.execute(found.execution_options(yield_per=BATCH)):
        if wanted in row.what.lower():
            yield row


def _to_pattern(wanted: str) -> str:
    signs = ("\\" + sign if sign in "\\%_" else sign for sign in wanted)
    return "%" + "".join(sign if sign.isascii() else "_" for sign in signs) + "%"
