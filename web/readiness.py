"""Whether a proxy may send visitors to this process, told in a word."""

import time
from collections.abc import Callable
from threading import Lock, Thread

from data_access.engine import DatabaseUnavailable, WrongSchema
from data_access.errors import ReportsLost
from data_access.health import health
from data_access.kind import WrongKind, ensure_no_people, fetch_kind
from data_access.viewer import DEMONSTRATION
from web import log

READY = ""
STARTING, AWAY, STOPPING = "startar", "databasen-svarar-inte", "stangs"
WRONG_SCHEMA, WRONG_KIND = "fel-schema", "fel-slag"
REPORTS_LOST = "inlamningar-saknas"
KEPT = 1.0  # seconds that an answer holds: who asks often does not load the database
AGAIN = 5.0  # seconds until the work of the start is tried anew


class Readiness:
    """Knows whether `start`, what is done before the first visitor, has been done: where the
    database was away then, it is done as soon as the database is there, since no visitor comes
    before."""

    def __init__(self, start: Callable[[], None]) -> None:
        self._start = start
        self._lock = Lock()
        self._told, self._told_at = STARTING, float("-inf")
        self._is_started = self._is_stopping = False
        self._tried_at = float("-inf")
        self._reason = STARTING  # why the start has not been done

    def begin(self) -> None:
        """Do the work of the start. Raises WrongKind; a database that is down must not stop the
        app."""
        self._tried_at = time.monotonic()
        try:
            self._start()
        except (DatabaseUnavailable, WrongSchema) as error:
            log.failure("database not ready at start", error)
            self._reason = _to_reason(error)
        except WrongKind:
            self._reason = WRONG_KIND
            raise
        else:
            self._is_started = True

    def stop(self) -> None:
        """From now on nobody new should come."""
        self._is_stopping = True

    def tell(self) -> str:
        """READY, or the word of why not. Asks the database at most once a second."""
        if self._is_stopping:
            return STOPPING
        if self._lock.acquire(blocking=False):  # who comes meanwhile gets the word from before
            try:
                if time.monotonic() - self._told_at > KEPT:
                    self._told, self._told_at = self._look(), time.monotonic()
            finally:
                self._lock.release()
        return self._told

    def _look(self) -> str:
        found = health()
        if not found["database"]:
            return AWAY
        if not self._is_started:
            if time.monotonic() - self._tried_at > AGAIN:
                self._tried_at = time.monotonic()
                Thread(target=self._begin_again, name="start", daemon=True).start()
            return self._reason
        if found["status"] != "ok":
            return WRONG_SCHEMA
        return _to_kind_word()

    def _begin_again(self) -> None:
        try:
            self.begin()
        except Exception as error:  # nobody else would hear of it
            log.failure("not started", error)


def _to_reason(error: Exception) -> str:
    if isinstance(error, ReportsLost):
        return REPORTS_LOST
    return WRONG_SCHEMA if isinstance(error, WrongSchema) else STARTING


def _to_kind_word() -> str:
    try:
        ensure_no_people()
        fetch_kind(viewer=DEMONSTRATION)
    except WrongKind:
        return WRONG_KIND
    except WrongSchema:
        return WRONG_SCHEMA
    except DatabaseUnavailable:
        return AWAY
    return READY
