"""Rows of drafts. One that has gone keeps its version, so that a stale form is still found out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, update

from data_access.raw.schema import DRAFT
from data_access.viewer import Viewer
from reporting.rows import Unit

GONE = ""  # content of a draft that was sent or dropped; never JSON


def to_key(unit: Unit) -> dict[str, str]:
    """The unit as the table's columns."""
    return {"area": unit.area, "kind": unit.kind, "period": str(unit.period)}


def is_of(unit: Unit) -> ColumnElement[bool]:
    """The condition that a row is the unit's."""
    return and_(*(DRAFT.c[name] == value for name, value in to_key(unit).items()))


def empty_drafts(
    connection: Connection, units: Iterable[Unit], viewer: Viewer, at: datetime
) -> None:
    """Let the units' drafts go that the viewer saved last: what another has written since, she
    has not seen."""
    bound: list[dict[str, Any]] = [
        {f"of_{name}": value for name, value in to_key(unit).items()} for unit in units
    ]
    own = [DRAFT.c[name] == bindparam(f"of_{name}") for name in ("area", "kind", "period")]
    gone = {
        "content": GONE,
        "version": DRAFT.c.version + 1,
        "saved_at": at,
        "saved_by": viewer.subject,
    }
    hers = (DRAFT.c.content != GONE, DRAFT.c.saved_by == viewer.subject)
    connection.execute(update(DRAFT).where(*own, *hers).values(gone), bound)
