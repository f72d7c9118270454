"""Lägesbilder that several tests write, and who does."""

import json
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, select

from data_access.connect import writing
from data_access.picture_steps import approve, publish, submit
from data_access.picture_writing import begin
from data_access.schema import PICTURE, PICTURE_FROZEN
from data_access.version import forget_version
from data_access.viewer import Role, Viewer
from reporting.picture_text import find_markers
from tests.data_access.reports import COUNTRY, NATIONAL, REGIONAL

DAY = date(2026, 9, 30)
AT = datetime(2026, 10, 15, 12, tzinfo=UTC)
AREA = "pr-nord"
TEXT = "## Läget\n\nFler råd har startat.\n\n[[siffra:etablerade]]\n\nSkolan saknas ofta.\n"
OTHER = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="nat-2", example=True)
SOUTH = frozenset({"pr-syd"})
SOUTHERN = Viewer(Role.REGIONAL, SOUTH, SOUTH, subject="syd", example=True)


def to_part(marker: object, number: float | None = 3.0) -> dict[str, Any]:
    """A part as a page could have made it."""
    told = {"kind": "siffra", "title": "Områden med etablerat råd", "value": "3 av 12"}
    return told | {"marker": str(marker), "number": number, "day": DAY.isoformat(), "note": ""}


def to_parts(text: str) -> dict[str, dict[str, Any]]:
    """A part for each marker of the text."""
    return {str(one): to_part(one) for one in find_markers(text)}


def written(text: str = TEXT, viewer: Viewer = REGIONAL, area: str = AREA, **more: Any) -> int:
    """A draft of one version."""
    given = {"release": None, "viewer": viewer} | more
    day = given.pop("day", DAY)
    return begin(area, given.pop("title", "Läget i norr"), day, text, **given)


def approved(
    text: str = TEXT, viewer: Viewer = REGIONAL, by: Viewer = NATIONAL, **more: Any
) -> int:
    """One that waits to be published."""
    number = written(text, viewer, **more)
    submit(number, expected=1, viewer=viewer)
    approve(number, to_parts(text), expected=1, viewer=by)
    return number


def published(text: str = TEXT, viewer: Viewer = REGIONAL, **more: Any) -> int:
    """One that readers see."""
    number = approved(text, viewer, **more)
    publish(number, expected=1, viewer=NATIONAL)
    return number


def add_picture(area: str = "lpo-umea", day: date = DAY) -> int:
    """A published one without its steps, for tests of what rests on there being one."""
    by = {"recorded_at": AT, "recorded_by": "test", "role": "nationell-samordnare"}
    with writing() as connection:
        row = {"area": area, "is_example": True} | by
        key = connection.execute(insert(PICTURE).values(row)).inserted_primary_key
        told = {"picture": key[0], "version": 1, "title": "Prov", "day": day, "digest": "d"}
        told |= {"content": json.dumps({"title": "Prov"})}
        connection.execute(insert(PICTURE_FROZEN).values(row | told))
    forget_version()
    return int(key[0])


def contents() -> list[tuple[str, str]]:
    """(content, digest) of all that is frozen."""
    with writing() as connection:
        asked = select(PICTURE_FROZEN.c.content, PICTURE_FROZEN.c.digest)
        return [tuple(row) for row in connection.execute(asked.order_by(PICTURE_FROZEN.c.id))]
