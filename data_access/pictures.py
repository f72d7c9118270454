"""Published lägesbilder, as they were approved: nothing of them is made anew."""

import json
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import select

import clock
from data_access.area import keep_areas
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.picture_rules import UnknownPicture, WithdrawnPicture
from data_access.picture_scope import find_seen
from data_access.schema import PICTURE_FROZEN, PICTURE_WITHDRAWAL
from data_access.viewer import Viewer

__all__ = [
    "Published",
    "UnknownPicture",
    "WithdrawnPicture",
    "fetch_picture",
    "fetch_pictures",
    "fetch_published_since",
]

COLUMNS = {
    "number": "int64",
    "area": "str",
    "name": "str",
    "level": "str",
    "title": "str",
    "day": "object",
    "release": "Int64",
    "published_at": "datetime64[us, UTC]",
    "is_example": "bool",
}


class Published(NamedTuple):
    """A published lägesbild: its number and version, the frozen content as it was stored (JSON, see
    `picture_freezing.to_content`) with its digest, and when it was published (UTC)."""

    number: int
    version: int
    area: str
    day: date
    content: str
    digest: str
    published_at: datetime
    is_example: bool

    def read(self) -> dict[str, Any]:
        """The content, a new copy each time."""
        found: dict[str, Any] = json.loads(self.content)
        return found


@cached
def fetch_pictures(*, viewer: Viewer) -> pd.DataFrame:
    """Every published lägesbild that is not withdrawn, of an area that the viewer sees whole, the
    newest day first: number, area, name, level, title, day, release (its number, NA = none),
    published_at (UTC), is_example. Raises DatabaseUnavailable."""
    table = PICTURE_FROZEN.c
    columns = (table.picture, table.area, table.title, table.day, table.release)
    asked = select(*columns, table.recorded_at, table.is_example)
    asked = asked.where(table.picture.not_in(select(PICTURE_WITHDRAWAL.c.picture)))
    with reading() as connection:
        rows = connection.execute(asked.order_by(table.day.desc(), table.id.desc())).all()
        days = sorted({row.day for row in rows})
        seen = {day: find_seen(connection, day, viewer) for day in days}
        areas = keep_areas(connection, viewer)
    shown = [
        (row.picture, row.area, areas[row.area].name, areas[row.area].level, *row[2:])
        for row in rows
        if row.area in seen[row.day]
    ]
    return to_frame(shown, COLUMNS)


@cached
def fetch_published_since(since: date, on: date, *, viewer: Viewer) -> pd.DataFrame:
    """Those of `fetch_pictures` that were published after the day `since` and not after `on` (days
    in Sweden), the latest first. Raises DatabaseUnavailable."""
    found = fetch_pictures(viewer=viewer)
    days = found["published_at"].dt.tz_convert(clock.ZONE).dt.date
    kept = pd.Series([since < day <= on for day in days], index=found.index, dtype=bool)
    newest = found[kept].sort_values("published_at", ascending=False, kind="stable")
    return newest.reset_index(drop=True)


@cached
def fetch_picture(number: int, *, viewer: Viewer) -> Published:
    """The published lägesbild of that number. Raises WithdrawnPicture; UnknownPicture, also for one
    of an area that the viewer does not see whole; DatabaseUnavailable."""
    asked = select(PICTURE_FROZEN).where(PICTURE_FROZEN.c.picture == number)
    with reading() as connection:
        row = connection.execute(asked).first()
        if row is None or row.area not in find_seen(connection, row.day, viewer):
            raise UnknownPicture(number)
        withdrawn = select(PICTURE_WITHDRAWAL).where(PICTURE_WITHDRAWAL.c.picture == number)
        gone = connection.execute(withdrawn).first()
    if gone is not None:
        raise WithdrawnPicture(number, gone.recorded_at, gone.reason)
    told = (row.picture, row.version, row.area, row.day, row.content, row.digest)
    return Published(*told, row.recorded_at, row.is_example)
