"""Readers' questions on PostgreSQL's hot standby, while it is near enough behind the primary.

What the primary has written is a place in its log (LSN). The standby answers when it has replayed
what this process wrote itself, so that who reports sees her own report, and all that the primary
had written `BOB_STANDBY_LAG_SECONDS` ago. Else the primary answers. Where the primary is away, a
standby that has replayed all that was known of goes on answering.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

import metrics
import settings
from data_access.engines import (
    STANDING_BY,
    BadDatabaseUrl,
    current_address,
    engine_at,
    reader_engine,
)
from data_access.errors import STANDBY, DatabaseUnavailable
from data_access.follower import Follower, State, read_written

_followers: dict[tuple[str, str], Follower] = {}
_lock = Lock()
_chosen: ContextVar[bool | None] = ContextVar("standby", default=None)


def is_set() -> bool:
    """Whether the settings name a standby."""
    return bool(settings.load().standby_database_url)


def follower() -> Follower:
    """What is known of the standby that the settings name."""
    key = (current_address(), settings.load().standby_database_url)
    with _lock:
        if key not in _followers:
            _followers[key] = Follower(_engine())
        return _followers[key]


def engine_for_readers() -> Engine:
    """The engine that answers readers now, or within `one_choice` as when that began."""
    if not is_set():
        return reader_engine()
    chosen = _chosen.get()
    by_standby = follower().answers() if chosen is None else chosen
    return _engine() if by_standby else reader_engine()


@contextmanager
def one_choice(by_standby: bool | None = None) -> Iterator[bool]:
    """Within the block all is asked of the same server: what is kept under a version must not be
    older than the version. True = the standby."""
    if by_standby is None:
        by_standby = _chosen.get()
    if by_standby is None:
        by_standby = is_set() and follower().answers()
    token = _chosen.set(by_standby)
    try:
        yield by_standby
    except DatabaseUnavailable:
        if by_standby:
            follower().give_up()
        raise
    finally:
        _chosen.reset(token)


def note_write(connection: Connection) -> None:
    """After a commit: the standby answers this process when it has this write too."""
    if is_set() and connection.dialect.name == "postgresql":
        try:
            written = read_written(connection)
        except DBAPIError:  # what is committed is committed
            written = None
        follower().note_write(written)


def read_state() -> tuple[State, float | None] | None:
    """How the standby is, and how many seconds it is behind (None = not known); None where the
    settings name none. Asks it at most once a second."""
    if not is_set():
        return None
    try:
        known = follower()
    except BadDatabaseUrl:
        return State.AWAY, None
    known.answers()
    return known.state, known.lag


def forget() -> None:
    """Forget what is known, for tests."""
    with _lock:
        _followers.clear()


def _engine() -> Engine:
    try:
        return engine_at(settings.load().standby_database_url, STANDING_BY)
    except BadDatabaseUrl as error:
        raise BadDatabaseUrl(error.reason, STANDBY) from error


def _to_lags() -> dict[tuple[str, ...], float]:
    """Of the standbys that have been asked; asks none."""
    with _lock:
        known = [one.lag for one in _followers.values() if one.lag is not None]
    return {(): max(known)} if known else {}


metrics.tell_state("bob_standby_lag_seconds", "How far the standby is behind.", read=_to_lags)
