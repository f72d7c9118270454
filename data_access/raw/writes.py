"""A write to the store: one transaction, with the deeds that tell the main database of it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from data_access import audit, audit_text
from data_access.audit import Action
from data_access.raw.delivery import deliver_now
from data_access.raw.schema import DEED, SUBMISSION_STATE
from data_access.raw.store import writing_raw
from data_access.recording import BadRecord
from data_access.scope import NotAllowed, OutsideScope
from data_access.viewer import Viewer
from reporting.personal import find_personal


@contextmanager
def writing_reports(viewer: Viewer, what: str) -> Iterator[Connection]:
    """A transaction that is alone in writing. A refusal is audited after it is undone; what is
    kept is carried over to the main database, now or when that can be reached."""
    try:
        with writing_raw() as connection:
            yield connection
    except (NotAllowed, OutsideScope) as error:
        audit.note(viewer, Action.REFUSAL, what, after={"reason": error.told})
        raise
    deliver_now()


def add_deed(
    connection: Connection,
    viewer: Viewer,
    action: Action,
    what: str,
    at: datetime,
    *,
    after: Mapping[str, Any] | None = None,
    submission: int | None = None,
) -> None:
    """Note what the main database is to hear: an audit row, and with `submission` the councils'
    events or assessments of that unit. `what` and `after` hold no counts and nobody's words."""
    deed = {
        "at": at,
        "subject": viewer.subject,
        "role": str(viewer.role),
        "action": str(action),
        "what": audit_text.to_plain(what),
        "after": audit_text.to_json(after),
        "submission": submission,
    }
    connection.execute(insert(DEED).values(deed))


def add_states(
    connection: Connection,
    viewer: Viewer,
    submissions: Iterable[int],
    state: str,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Put every submission in the state."""
    recorded = {
        "state": state,
        "reason": reason,
        "recorded_at": at,
        "recorded_by": viewer.subject,
        "role": str(viewer.role),
    }
    rows = [{"submission": one} | recorded for one in submissions]
    connection.execute(insert(SUBMISSION_STATE), rows)


def check_person(viewer: Viewer) -> None:
    """Raises BadRecord for a viewer without a name for the records."""
    if not viewer.subject:
        raise BadRecord("every row says who recorded it")


def check_reason(reason: str) -> str:
    """The reason without spaces around it. Raises BadRecord when nothing is left, or as
    `check_words`."""
    if not reason.strip():
        raise BadRecord("a reason is needed; it is shown to those who report")
    check_words(reason)
    return reason.strip()


def check_words(text: str) -> None:
    """Raises BadRecord for a text that names a person: what is written here is never removed."""
    found = find_personal(text)
    if found:
        raise BadRecord(f"the text holds {found[0].kind}; take it out, nothing personal is kept")


def to_units_text(count: int) -> str:
    """How many units, in words that the audit keeps."""
    return f"{count} {'enhet' if count == 1 else 'enheter'}"
