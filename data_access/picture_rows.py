"""A lägesbild under way as it is read: its versions, its steps, and the state they leave it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, null, select

from data_access.picture_rules import COMMENT, DRAFT, WITHDRAWN
from data_access.schema import PICTURE, PICTURE_STEP, PICTURE_VERSION, PICTURE_WITHDRAWAL


@dataclass(frozen=True)
class Version:
    """The text as it was saved; `release` None = before the first. Times are in UTC, `by` is a
    pseudonym."""

    number: int
    title: str
    day: date
    release: int | None
    text: str
    at: datetime
    by: str
    role: str


@dataclass(frozen=True)
class Step:
    """A step that a version has taken, or a comment on it; `content` is what was approved, None in
    a list."""

    version: int
    step: str
    comment: str | None
    content: str | None
    at: datetime
    by: str
    role: str


@dataclass(frozen=True)
class Manuscript:
    """A lägesbild with all that has been done with it, oldest first."""

    number: int
    area: str
    is_example: bool
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]

    @property
    def newest(self) -> Version:
        """The text as it is now."""
        return self.versions[-1]

    @property
    def last_step(self) -> Step | None:
        """The step that it was left in; None before the first."""
        return next((one for one in reversed(self.steps) if one.step != COMMENT), None)

    @property
    def state(self) -> str:
        """Where it stands: a new version is a draft until somebody sends it on."""
        last = self.last_step
        return last.step if last else DRAFT

    @property
    def authors(self) -> frozenset[str]:
        """Who has written any of it."""
        return frozenset(one.by for one in self.versions)


def read_one(connection: Connection, number: int) -> Manuscript | None:
    """The lägesbild of that number; None when there is none."""
    found = connection.execute(select(PICTURE).where(PICTURE.c.id == number)).all()
    return next(iter(_with_all(connection, found)), None)


def list_all_but(connection: Connection, numbers: Iterable[int]) -> list[Manuscript]:
    """Every lägesbild but those of these numbers, the newest first; without what was approved,
    which is large and no list needs."""
    others = select(PICTURE).where(PICTURE.c.id.not_in(list(numbers)))
    found = connection.execute(others.order_by(PICTURE.c.id.desc())).all()
    return _with_all(connection, found, null().label("content"))


def _with_all(
    connection: Connection,
    found: Iterable[Row[Any]],
    content: ColumnElement[Any] = PICTURE_STEP.c.content,
) -> list[Manuscript]:
    pictures = list(found)
    ids = [row.id for row in pictures]
    versions: dict[int, list[Version]] = {one: [] for one in ids}
    steps: dict[int, list[Step]] = {one: [] for one in ids}
    table = PICTURE_VERSION
    asked = select(table).where(table.c.picture.in_(ids)).order_by(table.c.number)
    for row in connection.execute(asked):
        told = (row.number, row.title, row.day, row.release, row.text)
        versions[row.picture].append(Version(*told, row.recorded_at, row.recorded_by, row.role))
    columns = [one for one in PICTURE_STEP.c if one.name != "content"]
    asked = select(*columns, content).where(PICTURE_STEP.c.picture.in_(ids))
    for row in connection.execute(asked.order_by(PICTURE_STEP.c.id)):
        said = (row.version, row.step, row.comment, row.content)
        steps[row.picture].append(Step(*said, row.recorded_at, row.recorded_by, row.role))
    asked = select(PICTURE_WITHDRAWAL).where(PICTURE_WITHDRAWAL.c.picture.in_(ids))
    for row in connection.execute(asked):
        why = (steps[row.picture][-1].version, WITHDRAWN, row.reason, None)
        steps[row.picture].append(Step(*why, row.recorded_at, row.recorded_by, row.role))
    return [
        Manuscript(row.id, row.area, row.is_example, tuple(versions[row.id]), tuple(steps[row.id]))
        for row in pictures
    ]
