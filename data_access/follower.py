"""What a process knows of PostgreSQL's primary and its standby: who has written and replayed what.

A place in the primary's log (LSN) is told as bytes since its beginning.
"""

import time
from collections import deque
from enum import StrEnum
from threading import Lock
from typing import Any, NamedTuple

import structlog
from sqlalchemy import Connection, Engine, TextClause, text
from sqlalchemy.exc import DBAPIError

import settings
from data_access.engines import reader_engine
from data_access.errors import STANDBY, DatabaseUnavailable, named_errors

CHECKED_EVERY = 1.0  # seconds
_log = structlog.get_logger("bob")

_WRITTEN = text("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")
_REPLAYED = text("""
SELECT pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                            ELSE pg_current_wal_lsn() END, '0/0')
""")


_WHO = text("""
SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), current_database(),
                 current_user)
""")


class State(StrEnum):
    """How the standby is."""

    ANSWERS = "svarar"
    BEHIND = "ligger efter"
    AWAY = "svarar inte"
    OTHER = "är en annan databas eller har en annan roll"


class Place(NamedTuple):
    """How far the primary had written, and when we asked (monotonic seconds)."""

    at: float
    written: int


class Follower:
    """What this process knows of primary and standby."""

    def __init__(self, standby: Engine) -> None:
        self._standby = standby
        self._lock = Lock()
        self._places: deque[Place] = deque(maxlen=600)
        self._own, self._own_is_known = 0, True
        self._checked = -CHECKED_EVERY
        self._is_same = False  # the same database and role as readers ask on the primary
        self.state = State.AWAY
        self.lag: float | None = None  # seconds, None = not known

    def answers(self) -> bool:
        """Whether the standby may answer now; asks both at most once a second."""
        with self._lock:
            if time.monotonic() - self._checked >= CHECKED_EVERY:
                was = self.state
                self.state = self._check()
                self._checked = time.monotonic()
                if was != self.state:
                    _log.warning("standby", state=self.state, lag=self.lag)
            return self.state is State.ANSWERS

    def note_write(self, written: int | None) -> None:
        """This process has written up to a place in the log; None when it can't be told."""
        with self._lock:
            if written is None:
                self._own_is_known = False
            else:
                self._own = max(self._own, written)
            self._checked = -CHECKED_EVERY

    def give_up(self) -> None:
        """The standby failed while it was asked; it is tried again after a second."""
        with self._lock:
            self.state, self._checked = State.AWAY, time.monotonic()

    def _check(self) -> State:
        primary, standby = reader_engine(), self._standby
        self._note_place(_ask(primary, _WRITTEN))
        replayed = _ask(standby, _REPLAYED)
        self.lag = None if replayed is None else self._to_lag(int(replayed))
        if replayed is None:
            return State.AWAY
        if not self._is_same:
            who = _ask(primary, _WHO)
            self._is_same = who is not None and who == _ask(standby, _WHO)
            if not self._is_same:
                return State.OTHER
        if self.lag is None or not self._own_is_known or int(replayed) < self._own:
            return State.BEHIND
        near = self.lag <= settings.load().standby_lag_seconds
        return State.ANSWERS if near else State.BEHIND

    def _note_place(self, asked: Any) -> None:
        """Where the primary is now; None when it does not answer."""
        if asked is None:
            return
        written = int(asked)
        if self._places and written < self._places[-1].written:
            self._places.clear()  # another primary, which lacks what the old one had last
            self._own = min(self._own, written)
        if not self._own_is_known:
            self._own, self._own_is_known = written, True
        self._places.append(Place(time.monotonic(), written))

    def _to_lag(self, replayed: int) -> float | None:
        """Seconds since the primary was where the standby is; None when that is not known."""
        if self._places and replayed >= self._places[-1].written:
            return 0.0
        reached = (place.at for place in reversed(self._places) if place.written <= replayed)
        at = next(reached, None)
        return None if at is None else time.monotonic() - at


def read_written(connection: Connection) -> int:
    """How far the primary has written, asked on a connection to it."""
    return int(connection.scalars(_WRITTEN).one())


def _ask(engine: Engine, question: TextClause) -> Any:
    """What the question gives; None when it can't be asked."""
    try:
        with named_errors(STANDBY), engine.connect() as connection:
            return connection.scalars(question).one()
    except (DatabaseUnavailable, DBAPIError):
        return None
