"""What of a lägesbild is kept for good when it is approved: all that showing it needs."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access.picture_rows import Manuscript
from data_access.picture_rules import APPROVED, PictureChanged, to_json
from data_access.picture_scope import find_area_row
from data_access.schema import RELEASE
from data_access.viewer import Viewer
from geodata.division import division_of

FORM = 1  # of the content: a new one is given another number, and the old ones stay readable


def to_content(
    connection: Connection,
    manuscript: Manuscript,
    parts: Mapping[str, Any],
    by: Mapping[str, Any],
    viewer: Viewer,
) -> str:
    """The newest version with its parts as JSON, always the same of the same: title, text, area
    (code, name, level), day, division (its first day), release (number, made_at) or null, roles
    of who wrote and approved, when it was approved (UTC), is_example, parts (marker → part)."""
    newest = manuscript.newest
    area = find_area_row(connection, manuscript.area, viewer)
    content = {
        "form": FORM,
        "title": newest.title,
        "text": newest.text,
        "area": {"code": area.code, "name": area.name, "level": area.level},
        "day": newest.day.isoformat(),
        "division": division_of("lpo", newest.day).isoformat(),
        "release": _to_release(connection, newest.release),
        "written_by": sorted({one.role for one in manuscript.versions}),
        "approved_by": by["role"],
        "approved_at": by["recorded_at"].isoformat(timespec="seconds"),
        "is_example": manuscript.is_example,
        "parts": dict(parts),
    }
    return to_json(content)


def to_frozen_row(manuscript: Manuscript, by: Mapping[str, Any]) -> dict[str, Any]:
    """The row that readers get: the approved bytes, and what one looks for it by."""
    last, newest = manuscript.last_step, manuscript.newest
    if last is None or last.step != APPROVED or last.content is None:
        raise PictureChanged(newest.number, manuscript.state)
    return {
        "picture": manuscript.number,
        "version": newest.number,
        "area": manuscript.area,
        "title": newest.title,
        "day": newest.day,
        "release": newest.release,
        "content": last.content,
        "digest": to_digest(last.content),
        "is_example": manuscript.is_example,
    } | dict(by)


def to_digest(content: str) -> str:
    """SHA-256 of the content, in hexadecimal digits."""
    return hashlib.sha256(content.encode()).hexdigest()


def _to_release(connection: Connection, number: int | None) -> dict[str, Any] | None:
    if number is None:
        return None
    made = connection.scalar(select(RELEASE.c.recorded_at).where(RELEASE.c.id == number))
    return {"number": number, "made_at": made.isoformat(timespec="seconds") if made else None}
