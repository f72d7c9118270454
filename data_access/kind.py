"""Whether a database holds example data or real reports: the two never meet."""

import time
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, and_, exists, not_, select

import settings
from data_access.cache import cached
from data_access.connect import current_address, engine, reading
from data_access.public import RECORDER
from data_access.raw.holds import held_kinds, read_held_kinds
from data_access.schema import (
    AREA_ASSESSMENT,
    COUNCIL,
    COUNCIL_AREA,
    COUNCIL_EVENT,
    PERSON,
    PICTURE,
    REGISTER_ENTRY,
    RELEASE,
    USER_ACCESS,
    USER_SESSION,
)
from data_access.viewer import DEMONSTRATION_PREFIX, Right, Viewer

EXAMPLE, REAL = "exempel", "verkligt"
SECONDS = 3.0
_without_people: dict[str, float] = {}  # address → when nobody was there

REPORTED = (
    COUNCIL, COUNCIL_AREA, COUNCIL_EVENT, AREA_ASSESSMENT, REGISTER_ENTRY, RELEASE, PICTURE,
)  # fmt: skip


class WrongKind(RuntimeError):
    """The database must not be served as it is set: real reports without sign-in, or example
    data among real reports."""


def check_kind(connection: Connection) -> None:
    """Raises WrongKind when the settings don't fit what the database holds, or the store of what is
    reported beside it."""
    _check(connection, held_kinds(connection.engine))


def _check(connection: Connection, reported: Collection[bool]) -> None:
    chosen = settings.load()
    if chosen.example and (False in reported or _has(connection, _real())):
        how = "sign-in set up (BOB_OIDC_METADATA_URL) and BOB_EXAMPLE_DATA unset"
        raise WrongKind(f"the database holds real reports: it is served only with {how}")
    check_no_people(connection)
    if not chosen.example and (True in reported or _has(connection, _made_up())):
        how = "an empty database (BOB_DATABASE_URL), or set BOB_EXAMPLE_DATA=true to train"
        raise WrongKind(f"the database holds example data, which would mix with reports: use {how}")


def read_kinds(connection: Connection, raw: Connection) -> tuple[str, ...]:
    """Which kinds the two stores hold: EXAMPLE, REAL, both or neither."""
    reported = read_held_kinds(raw)
    asked = {EXAMPLE: (True, _made_up()), REAL: (False, _real())}
    return tuple(
        name
        for name, (is_example, questions) in asked.items()
        if is_example in reported or _has(connection, questions)
    )


def ensure_no_people() -> None:
    """`check_no_people` in the database of the settings, at most every three seconds: another
    process may let people in at any time. Raises WrongKind, DatabaseUnavailable."""
    address, now = current_address(), time.monotonic()
    if now - _without_people.get(address, -SECONDS) < SECONDS:
        return
    with reading(engine()) as connection:
        check_no_people(connection)
    _without_people[address] = now


def check_no_people(connection: Connection) -> None:
    """Raises WrongKind when a demonstration meets a database with people who sign in."""
    if not settings.load().signs_in and _has(connection, _people()):
        how = "sign-in set up (BOB_OIDC_METADATA_URL)"
        raise WrongKind(f"the database holds people who sign in: it is served only with {how}")


@cached
def fetch_kind(*, viewer: Viewer) -> bool:
    """Whether all is example data. The store of what is reported is asked only for those who report
    there: no reader's path opens it. Raises WrongKind, DatabaseUnavailable."""
    with reading(engine()) as connection:
        _check(connection, held_kinds(connection.engine) if viewer.may(Right.REPORT) else ())
    return settings.load().example


def _real() -> list[ColumnElement[bool]]:
    return [
        exists().where(and_(not_(table.c.is_example), table.c.recorded_by != RECORDER))
        for table in REPORTED
    ]


def _made_up() -> list[ColumnElement[bool]]:
    return [exists().where(table.c.is_example) for table in REPORTED]


def _people() -> list[ColumnElement[bool]]:
    by_play = USER_ACCESS.c.recorded_by.startswith(DEMONSTRATION_PREFIX)
    played = select(USER_ACCESS.c.person).where(by_play)
    return [
        exists().where(not_(by_play)),
        exists().where(USER_SESSION.c.id.is_not(None)),
        exists().where(PERSON.c.id.not_in(played)),
    ]


def _has(connection: Connection, questions: list[ColumnElement[bool]]) -> bool:
    return any(connection.execute(select(question)).scalar() for question in questions)
