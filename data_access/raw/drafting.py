"""Rows of drafts. One that has gone keeps its version, so that a stale form is still found out."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, insert, select, update

from data_access.raw.schema import DRAFT
from data_access.recording import BadRecord
from data_access.viewer import Viewer
from reporting.rows import Unit

LONGEST = 2_000_000  # signs of a draft
GONE = ""  # content of a draft that was sent or dropped; never JSON


def to_key(unit: Unit) -> dict[str, str]:
    """The unit as the table's columns."""
    return {"area": unit.area, "kind": unit.kind, "period": str(unit.period)}


def is_of(unit: Unit) -> ColumnElement[bool]:
    """The condition that a row is the unit's."""
    return and_(*(DRAFT.c[name] == value for name, value in to_key(unit).items()))


def find_row(connection: Connection, unit: Unit) -> Row[Any] | None:
    """The unit's row, also of a draft that has gone."""
    return connection.execute(select(DRAFT).where(is_of(unit))).first()


def put(
    connection: Connection, unit: Unit, content: str, viewer: Viewer, old: Row[Any] | None
) -> int:
    """Write the content as the unit's draft, over `old`, its row; the new version."""
    version = int(old.version) + 1 if old else 1
    saved = {
        "version": version,
        "content": content,
        "saved_at": datetime.now(UTC),
        "saved_by": viewer.subject,
    }
    if old is None:
        connection.execute(insert(DRAFT).values(to_key(unit) | saved))
    else:
        connection.execute(update(DRAFT).where(is_of(unit)).values(saved))
    return version


def bring_back(
    connection: Connection, contents: Mapping[Unit, Mapping[str, Any]], viewer: Viewer
) -> list[Unit]:
    """Make each content the draft of its unit, where there is none; those units. What is too long
    for a draft is left: it must not stand in the way of an undo."""
    brought = []
    for unit, content in contents.items():
        old = find_row(connection, unit)
        if old is not None and old.content != GONE:
            continue
        with suppress(BadRecord):
            put(connection, unit, to_json(content), viewer, old)
            brought.append(unit)
    return brought


def to_json(content: Mapping[str, Any]) -> str:
    """The content as it is stored. Raises BadRecord for what can't be, or is too long."""
    try:
        text = json.dumps(content, ensure_ascii=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise BadRecord("a draft holds texts, numbers, lists and mappings of them") from error
    if len(text) > LONGEST:
        raise BadRecord(f"a draft of {len(text)} signs; at most {LONGEST}")
    return text


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
