"""Keys by which programs read in a person's stead: of limited scope, shown once, kept as digests.

A key sees published figures within the areas of whoever made it, as a läsare, until its last day,
until it is ended, or until the person is blocked.
"""

import hashlib
import secrets
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, insert, select

import clock
import settings
from data_access import audit
from data_access.access import Access, NoAccess, check_open
from data_access.audit import Action
from data_access.changes import changing
from data_access.connect import reading
from data_access.engine import engine
from data_access.person import counts, read_newest
from data_access.schema import ACCESS_TOKEN, ACCESS_TOKEN_END
from data_access.viewer import Right, Role, Viewer

KEY = "nyckel"  # what it is called in the audit
HOLDS = timedelta(days=365)
MOST = 10  # keys of one person at a time
LONGEST = 100  # signs of a label


class UnknownToken(LookupError):
    """No key that holds. It is not said whether there ever was one."""

    def __init__(self) -> None:
        super().__init__("no such key, or it has ended")


class BadToken(ValueError):
    """A key can't be made like that; `reason`: 'label', 'too-many', 'no-figures'."""

    def __init__(self, reason: str):
        super().__init__(f"key refused: {reason}")
        self.reason = reason


class Token(NamedTuple):
    """A key as it is listed: never the key itself."""

    id: int
    label: str
    areas: frozenset[str]
    valid_to: date
    made_at: datetime
    person: str  # a pseudonym


def create_token(label: str, *, viewer: Viewer) -> str:
    """Make a key that sees what the viewer sees; the key, which is not kept. Raises BadToken,
    DatabaseUnavailable."""
    named, today = label.strip(), clock.today()
    if not viewer.sees_figures:
        raise BadToken("no-figures")
    if not named or len(named) > LONGEST or not named.isprintable():
        raise BadToken("label")
    key = secrets.token_urlsafe(32)
    row = {
        "person": viewer.subject,
        "label": named,
        "digest": to_digest(key),
        "areas": " ".join(sorted(viewer.areas)),
        "valid_to": today + HOLDS,
        "recorded_at": datetime.now(UTC),
        "recorded_by": viewer.subject,
    }
    own = _held().where(ACCESS_TOKEN.c.person == viewer.subject)
    with changing(viewer, KEY) as change:
        if _count(change.connection, own) >= MOST:
            raise BadToken("too-many")
        made = change.connection.execute(insert(ACCESS_TOKEN).values(row))
        told = {"areas": viewer.areas, "valid_to": row["valid_to"]}
        number = made.inserted_primary_key[0] if made.inserted_primary_key else ""
        audit.record(change.connection, viewer, Action.USERS, f"{KEY} {number}", after=told)
    return key


def end_token(token: int, *, viewer: Viewer) -> None:
    """End one's own key; an administratör ends anybody's. One that is not there, or has ended, is
    left. Raises DatabaseUnavailable."""
    with changing(viewer, KEY) as change:
        asked = _held().where(ACCESS_TOKEN.c.id == token)
        if not viewer.may(Right.MANAGE):
            asked = asked.where(ACCESS_TOKEN.c.person == viewer.subject)
        if change.connection.execute(asked).first() is None:
            return
        row = {"token": token, "ended_at": datetime.now(UTC), "ended_by": viewer.subject}
        change.connection.execute(insert(ACCESS_TOKEN_END).values(row))
        audit.record(change.connection, viewer, Action.USERS, f"{KEY} {token} avslutad")


def list_tokens(*, viewer: Viewer) -> tuple[Token, ...]:
    """The viewer's own keys that hold, the newest first; an administratör's are everybody's.
    Raises DatabaseUnavailable."""
    asked = _held().order_by(ACCESS_TOKEN.c.id.desc())
    if not viewer.may(Right.MANAGE):
        asked = asked.where(ACCESS_TOKEN.c.person == viewer.subject)
    with reading(engine()) as connection:
        rows = connection.execute(asked).all()
    return tuple(
        Token(
            row.id,
            row.label,
            frozenset(row.areas.split()),
            row.valid_to,
            row.recorded_at,
            row.person,
        )
        for row in rows
    )


def count_held(connection: Connection) -> int:
    """How many keys hold, of everybody."""
    return _count(connection, _held())


def admit_token(key: str) -> Viewer:
    """The viewer that a key stands for. Raises UnknownToken, DatabaseUnavailable."""
    with reading(engine()) as connection:
        asked = _held().where(ACCESS_TOKEN.c.digest == to_digest(key))
        row = connection.execute(asked).first()
        access = read_newest(connection, row.person) if row else None
    if row is None:
        raise UnknownToken
    areas = frozenset(row.areas.split())
    _check_person(access, areas)
    return Viewer(Role.LASARE, areas, subject=row.person)


def _check_person(access: Access | None, areas: frozenset[str]) -> None:
    """Raises UnknownToken when the person may not come in any more, or sees less than the key."""
    chosen = settings.load()
    by_users = chosen.access_from == "users" and chosen.signs_in
    if by_users and (access is None or access.role is None):
        raise UnknownToken
    if access is None:
        return
    try:
        check_open(access, clock.today())
    except NoAccess as error:
        raise UnknownToken from error
    if access.role is not None and not ("se" in access.areas or areas <= access.areas):
        raise UnknownToken


def _held() -> Select[Any]:
    """Keys that have neither ended nor run out; with sign-in none that was made in play."""
    ended, today = select(ACCESS_TOKEN_END.c.token), clock.today()
    return select(ACCESS_TOKEN).where(
        ACCESS_TOKEN.c.id.not_in(ended), ACCESS_TOKEN.c.valid_to >= today, counts(ACCESS_TOKEN)
    )


def _count(connection: Connection, held: Select[Any]) -> int:
    return connection.scalar(select(func.count()).select_from(held.subquery())) or 0


def to_digest(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()
