"""The people as the administratör reads them: everybody's newest access, and one's history."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Select, func, select

from data_access import audit
from data_access.connect import engine, reading
from data_access.frames import swedish, to_frame
from data_access.person import counts
from data_access.schema import PERSON, USER_ACCESS
from data_access.viewer import Viewer

_ACCESS = {
    "id": "int64",
    "role": "object",
    "areas": "object",
    "reports": "object",
    "label": "object",
    "blocked": "object",
    "valid_to": "object",
    "recorded_at": "object",
    "recorded_by": "object",
}
_PERSON = {"person": "str", "issuer": "str", "subject": "str"}
_KEPT = tuple(USER_ACCESS.c[name] for name in _ACCESS)


def list_people(*, viewer: Viewer) -> pd.DataFrame:
    """Everybody who has signed in or been given access, by name: person, issuer, subject, id, role
    (None = none of ours), areas, reports (codes with spaces between), label, blocked, valid_to
    (last day), recorded_at, recorded_by. Without access id is 0 and what follows None.
    Raises NotAllowed, DatabaseUnavailable."""
    audit.check_manages(viewer, "personer")
    with reading(engine()) as connection:
        rows = [_to_row(row._asdict()) for row in connection.execute(_everybody())]
    rows.sort(key=lambda row: (swedish(row["label"] or row["subject"]), row["person"]))
    return _to_table(rows, _PERSON | _ACCESS)


def access_history(person: str, *, viewer: Viewer) -> pd.DataFrame:
    """Every row of the person's access, the newest first, as in `list_people`.
    Raises NotAllowed, DatabaseUnavailable."""
    audit.check_manages(viewer, f"person {person}")
    own = select(*_KEPT).where(USER_ACCESS.c.person == person, counts())
    with reading(engine()) as connection:
        found = connection.execute(own.order_by(USER_ACCESS.c.id.desc()))
        rows = [_to_row(row._asdict()) for row in found]
    return _to_table(rows, _ACCESS)


def _everybody() -> Select[Any]:
    """Each person with the newest row that holds, if any."""
    newest = select(func.max(USER_ACCESS.c.id)).where(USER_ACCESS.c.person == PERSON.c.id, counts())
    holds = USER_ACCESS.c.id == newest.correlate(PERSON).scalar_subquery()
    whom = (PERSON.c.id.label("person"), PERSON.c.issuer, PERSON.c.subject)
    return select(*whom, *_KEPT).select_from(PERSON).outerjoin(USER_ACCESS, holds)


def _to_row(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"id": row["id"] or 0, "role": row["role"] or None}


def _to_table(rows: Sequence[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    return to_frame([[row[name] for name in columns] for row in rows], columns)
