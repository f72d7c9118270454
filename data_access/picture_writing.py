"""Writing a lägesbild: its first version and each new one, a transaction each that only adds
rows."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

import clock
from data_access.changes import Change, changing
from data_access.picture_rules import DRAFT, BadPicture, check_text
from data_access.picture_scope import check_writes
from data_access.picture_steps import add_step, read_for, to_by
from data_access.schema import PICTURE, PICTURE_VERSION, RELEASE
from data_access.viewer import Viewer
from reporting.picture_text import to_unix


def begin(
    area: str,
    title: str,
    day: date,
    text: str,
    *,
    release: int | None,
    viewer: Viewer,
    recorded_at: datetime | None = None,
) -> int:
    """Begin a lägesbild of an area as of a day, resting on a release (None = there is none); its
    number. Raises BadPicture, UnknownArea, NotAllowed, OutsideScope, DatabaseUnavailable."""
    with changing(viewer, f"lägesbild {area}") as change:
        by = to_by(viewer, recorded_at)
        check_writes(change.connection, viewer, area, day)
        row = {"area": area, "is_example": viewer.example} | by
        number = change.add(PICTURE, row, of=area)
        _add_version(change, number, 1, title, day, text, release, by, area)
    return number


def save(
    number: int,
    title: str,
    day: date,
    text: str,
    *,
    release: int | None,
    expected: int,
    viewer: Viewer,
    recorded_at: datetime | None = None,
) -> int:
    """Save a new version over the `expected` one; its number. It is a draft again, also when the
    one before was sent in or approved. Raises as `begin`, and UnknownPicture, PictureChanged."""
    with changing(viewer, f"lägesbild {number}") as change:
        manuscript = read_for(change, number, viewer, DRAFT, expected)
        check_writes(change.connection, viewer, manuscript.area, day)
        by = to_by(viewer, recorded_at, manuscript)
        version = expected + 1
        _add_version(change, number, version, title, day, text, release, by, manuscript.area)
        if manuscript.state != DRAFT:
            add_step(change, manuscript, version, DRAFT, by)
    return version


def _add_version(
    change: Change,
    number: int,
    version: int,
    title: str,
    day: date,
    text: str,
    release: int | None,
    by: dict[str, Any],
    area: str,
) -> None:
    told = to_unix(text)
    check_text(title, told, day, max(clock.today(), clock.day_of(by["recorded_at"])))
    known = select(RELEASE.c.id).where(RELEASE.c.id == release)
    if release is not None and change.connection.scalar(known) is None:
        raise BadPicture("unknown-release", str(release))
    row = {"picture": number, "number": version, "title": title.strip(), "day": day}
    row |= {"release": release, "text": told} | by
    change.add(PICTURE_VERSION, row, of=area)
