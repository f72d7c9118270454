"""Sessions as the server knows them: a cookie alone opens nothing, so that it ends when we say."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, exists, insert, select, update
from sqlalchemy.engine import Row

import settings
from data_access.connect import engine, reading, writing
from data_access.errors import NotWritable
from data_access.person import ensure_person
from data_access.schema import AUDIT, USER_SESSION

CLOCKS_DIFFER = timedelta(minutes=5)  # between the provider's clock and ours
KEPT = timedelta(days=2)  # longer than any session lasts, so a forgotten one is too old
RESTORED = "återställd säkerhetskopia"  # what a restore is called in the audit
NOTED_EVERY = timedelta(minutes=1)
NOTED_WITHIN = 2  # seconds that a page waits for others who write


class BadSession(ValueError):
    """The provider's claims don't tell who signed in, or when."""


class SessionOver(PermissionError):
    """One must sign in again. `reason`: 'ended', 'too-long' or 'idle'."""

    def __init__(self, reason: str):
        super().__init__(f"session over: {reason}")
        self.reason = reason


def to_id(claims: Mapping[str, Any]) -> str:
    """The session's id: a digest of who signed in, where and when. Raises BadSession."""
    parts = [claims.get(name) for name in ("iss", "sub")]
    if not all(isinstance(part, str) and part for part in parts):
        raise BadSession("issuer or subject is missing")
    told = "\n".join([*map(str, parts), str(to_start(claims)), str(claims.get("nonce", ""))])
    return hashlib.sha256(told.encode()).hexdigest()


def to_start(claims: Mapping[str, Any]) -> datetime:
    """When the provider let her in. Raises BadSession."""
    moment = claims.get("iat")
    if isinstance(moment, bool) or not isinstance(moment, int | float) or not 0 < moment < 2**33:
        raise BadSession("the time of sign-in is missing")
    return datetime.fromtimestamp(moment, UTC)


class Lasting(NamedTuple):
    """Seconds that a session lasts without use, at the least, and from now on at the most."""

    idle: float
    left: float


def to_lasting(claims: Mapping[str, Any], now: datetime) -> Lasting:
    """How long the session lasts. Raises BadSession."""
    own = settings.load()
    idle = timedelta(minutes=own.idle_minutes)
    shortest = max(idle - NOTED_EVERY, idle / 2)  # use is noted no oftener
    end = to_start(claims) + timedelta(hours=own.session_hours)
    return Lasting(shortest.total_seconds(), (end - now).total_seconds())


def check_age(claims: Mapping[str, Any], now: datetime) -> None:
    """Raises SessionOver when the sign-in is too old, BadSession when it lies ahead."""
    if to_start(claims) > now + CLOCKS_DIFFER:
        raise BadSession("the time of sign-in lies ahead")
    if to_lasting(claims, now).left < 0:
        raise SessionOver("too-long")


def is_open(claims: Mapping[str, Any]) -> bool:
    """Whether the session has begun and is not over, without counting as use of it."""
    now = datetime.now(UTC)
    try:
        check_age(claims, now)
        with reading(engine()) as connection:
            row = _read(connection, to_id(claims))
            if row is None:
                return False
            _check_open(row, now)
    except (BadSession, SessionOver):
        return False
    return True


def enter(
    claims: Mapping[str, Any],
    person: str,
    now: datetime,
    note: Callable[[Connection], object] = lambda _connection: None,
) -> bool:
    """Begin or go on with the session; True when it begins, which is `note`d in the same
    transaction. Raises BadSession, SessionOver."""
    check_age(claims, now)
    session = to_id(claims)
    with reading(engine()) as connection:
        row = _read(connection, session)
    if row is not None:
        _check_open(row, now)
        if now - row.seen_at >= NOTED_EVERY:
            _note_use(session, now)
        return False
    with writing() as connection:
        row = _read(connection, session)
        if row is None:
            _check_not_restored(connection, to_start(claims))
            forget_old(connection, now)
            begun = {"id": session, "person": person, "started_at": to_start(claims)}
            connection.execute(insert(USER_SESSION).values(begun | {"seen_at": now}))
            note(connection)
            return True
        _check_open(row, now)
        return False


def end(
    claims: Mapping[str, Any],
    now: datetime,
    note: Callable[[Connection, str], object] = lambda _connection, _person: None,
) -> str | None:
    """End the session wherever it is open, `note`d in the same transaction; whose it was, None
    when none was open. One that had not begun never will. Raises BadSession, BadAccess."""
    session, start = to_id(claims), to_start(claims)
    person = ensure_person(str(claims["iss"]), str(claims["sub"]))
    with writing() as connection:
        row = _read(connection, session)
        if row is None:
            ended = {"id": session, "person": person, "started_at": start, "seen_at": now}
            connection.execute(insert(USER_SESSION).values(ended | {"ended_at": now}))
            return None
        if row.ended_at is not None:
            return None
        _set(connection, session, ended_at=now)
        note(connection, str(row.person))
        return str(row.person)


def _note_use(session: str, now: datetime) -> None:
    """What can't be noted makes the session idle sooner, and stops nobody from reading."""
    with suppress(NotWritable), writing(wait=NOTED_WITHIN) as connection:
        row = _read(connection, session)
        if row is not None:
            _check_open(row, now)
            _set(connection, session, seen_at=now)


def end_all(connection: Connection, now: datetime) -> int:
    """End every session that is open; how many."""
    is_open = USER_SESSION.c.ended_at.is_(None)
    return connection.execute(update(USER_SESSION).where(is_open).values(ended_at=now)).rowcount


def forget_old(connection: Connection, now: datetime) -> int:
    """Remove the sessions that are too old to be opened by anything; how many."""
    old = USER_SESSION.c.seen_at < now - KEPT
    return connection.execute(delete(USER_SESSION).where(old)).rowcount


def _read(connection: Connection, session: str) -> Row[Any] | None:
    return connection.execute(select(USER_SESSION).where(USER_SESSION.c.id == session)).first()


def _check_not_restored(connection: Connection, start: datetime) -> None:
    """Raises SessionOver for a sign-in from before the database was restored from a backup: whether
    it was ended is no longer known."""
    since = exists().where(AUDIT.c.at >= start, AUDIT.c.what == RESTORED)
    if connection.scalar(select(since)):
        raise SessionOver("ended")


def _set(connection: Connection, session: str, **values: datetime) -> None:
    connection.execute(update(USER_SESSION).where(USER_SESSION.c.id == session).values(values))


def _check_open(row: Row[Any], now: datetime) -> None:
    if row.ended_at is not None:
        raise SessionOver("ended")
    if now - row.seen_at > timedelta(minutes=settings.load().idle_minutes):
        raise SessionOver("idle")
