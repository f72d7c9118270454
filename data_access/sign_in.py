"""From what the provider says of somebody to a viewer, or a refusal that is noted."""

import time
from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from typing import Any

from sqlalchemy import Connection

import clock
import metrics
import settings
from data_access import audit, claims, people, sessions
from data_access.audit import Action
from data_access.connect import reading
from data_access.sessions import BadSession, SessionOver
from data_access.viewer import BadViewer, Stranger, Viewer

__all__ = ["NotAdmitted", "SessionOver", "admit", "leave"]

REMEMBERED = 5.0  # seconds until a block or a sign-out elsewhere is noticed
NOTED_AGAIN = 3600.0  # seconds until the same refusal is noted once more
SIZE = 4096

_admitted: OrderedDict[str, tuple[float, Viewer]] = OrderedDict()
_refused: OrderedDict[tuple[str, str], float] = OrderedDict()
_lock = Lock()


class NotAdmitted(PermissionError):
    """Signed in at the provider, but not let in here.

    `reason`: 'bad-claims', 'unknown', 'no-role', 'malformed', 'blocked' or 'expired'; `person`: the
    pseudonym that an administratör finds her by, None when not even that could be read.
    """

    def __init__(self, reason: str, person: str | None):
        super().__init__(f"not admitted: {reason}")
        self.reason, self.person = reason, person


def admit(told: Mapping[str, Any]) -> Viewer:
    """The viewer whom the provider's claims stand for, in an open session.

    Raises NotAdmitted, SessionOver, DatabaseUnavailable.
    """
    try:
        session = sessions.to_id(told)
    except BadSession as error:
        raise _refuse(None, "bad-claims", str(error)) from error
    with _lock:
        held = _admitted.get(session)
    if held is not None and time.monotonic() - held[0] < REMEMBERED:
        return held[1]
    viewer = _admit(told)
    with _lock:
        _admitted[session] = (time.monotonic(), viewer)
        _shorten(_admitted)
    return viewer


def leave(told: Mapping[str, Any]) -> None:
    """End the session that the claims stand for, in every tab and for every copy of the cookie.
    Raises DatabaseUnavailable."""
    try:
        session = sessions.to_id(told)
        with _lock:
            held = _admitted.pop(session, None)

        def note(connection: Connection, person: str) -> None:
            who = held[1] if held else Stranger(person)
            audit.record(connection, who, Action.SIGN_OUT, "utloggning")

        sessions.end(told, datetime.now(UTC), note)
    except (BadSession, people.BadAccess):
        return


def forget() -> None:
    """Drop what is remembered of people and refusals."""
    with _lock:
        _admitted.clear()
        _refused.clear()


def _admit(told: Mapping[str, Any]) -> Viewer:
    now = datetime.now(UTC)
    try:
        sessions.check_age(told, now)
        person = people.ensure_person(str(told["iss"]), str(told["sub"]))
    except (BadSession, people.BadAccess) as error:
        raise _refuse(None, "bad-claims", str(error)) from error
    try:
        viewer = _to_viewer(told, person)
    except people.NoAccess as error:
        raise _refuse(person, error.reason, error.reason) from error
    except BadViewer as error:
        raise _refuse(person, "bad-claims", str(error)) from error
    after = {"areas": viewer.areas, "reports": viewer.reports}
    begins = partial(
        audit.record, viewer=viewer, action=Action.SIGN_IN, what="inloggning", after=after
    )
    if sessions.enter(told, person, now, begins):
        metrics.SIGN_INS.labels("admitted").inc()
    return viewer


def _to_viewer(told: Mapping[str, Any], person: str) -> Viewer:
    """By our own table, or by the claims; who is blocked in the table is so in both."""
    chosen = settings.load()
    access = people.read_access(person)
    people.check_open(access, clock.today())
    if chosen.access_from == "users":
        return people.to_viewer(access, clock.today(), chosen.example)
    names = claims.ClaimNames(chosen.claim_role, chosen.claim_areas, chosen.claim_reports)
    viewer = claims.to_viewer(told, names, person, chosen.example)
    with reading() as connection:
        unknown = people.unknown_codes(connection, viewer.areas | viewer.reports, clock.today())
    if unknown:
        raise BadViewer(f"no area {min(unknown)!r}")
    return viewer


def _refuse(person: str | None, reason: str, why: str) -> NotAdmitted:
    """The refusal, noted once an hour: a page that is reloaded must not fill the audit."""
    metrics.SIGN_INS.labels(reason).inc()
    key, now = (person or "", reason), time.monotonic()
    with _lock:
        again = now - _refused.get(key, -NOTED_AGAIN) >= NOTED_AGAIN
    if again:
        audit.note(Stranger(person or ""), Action.REFUSAL, "inloggning", after={"reason": why})
        with _lock:
            _refused[key] = now
            _shorten(_refused)
    return NotAdmitted(reason, person)


def _shorten(held: OrderedDict[Any, Any]) -> None:
    while len(held) > SIZE:
        held.popitem(last=False)
