"""Whom a key of the API lets in: looked up by its digest, and remembered for some seconds."""

import time
from datetime import date
from threading import Lock
from typing import Any

from sqlalchemy import Select, select

import clock
from data_access import audit
from data_access.audit import Action
from data_access.connect import reading
from data_access.engine import DatabaseUnavailable, engine
from data_access.person import counts
from data_access.schema import API_TOKEN, API_TOKEN_END
from data_access.tokens import UnknownToken, to_digest
from data_access.viewer import Role, Viewer

KEY = "api-nyckel"  # what it is called in the audit
SECONDS = 5.0  # that a key is remembered, and so may be used after it was ended elsewhere
MOST_REMEMBERED = 1_000

_remembered: dict[str, tuple[Viewer | None, float]] = {}
_noted: dict[str, date] = {}  # key's subject → the last day its use was noted by this process
_lock = Lock()


def admit_api_token(key: str) -> Viewer:
    """The viewer that a key stands for, looked up at most every `SECONDS`; its first use of a day
    is noted in the audit. Raises UnknownToken, DatabaseUnavailable."""
    digest, now = to_digest(key), time.monotonic()
    viewer, since = _remembered.get(digest, (None, -SECONDS))
    if now - since >= SECONDS:
        viewer = _read_viewer(digest)
        with _lock:
            if len(_remembered) >= MOST_REMEMBERED:
                _remembered.clear()
            _remembered[digest] = (viewer, now)
    if viewer is None:
        raise UnknownToken
    _note_use(viewer)
    return viewer


def forget_remembered() -> None:
    """Look every key up anew."""
    with _lock:
        _remembered.clear()
        _noted.clear()


def _read_viewer(digest: str) -> Viewer | None:
    with reading(engine()) as connection:
        row = connection.execute(ask_held().where(API_TOKEN.c.digest == digest)).first()
    if row is None:
        return None
    areas, entries = frozenset(row.areas.split()), frozenset(row.entries.split())
    return Viewer(Role.LASARE, areas, subject=f"{KEY} {row.id}", only=entries)


def _note_use(viewer: Viewer) -> None:
    today = clock.today()
    with _lock:
        if _noted.get(viewer.subject) == today:
            return
        _noted[viewer.subject] = today
    try:
        audit.note(viewer, Action.SIGN_IN, viewer.subject)
    except DatabaseUnavailable:
        _noted.pop(viewer.subject, None)  # so that the next use is
        raise


def ask_held() -> Select[Any]:
    """Keys that have neither ended nor run out; with sign-in none that was made in play."""
    ended, today = select(API_TOKEN_END.c.token), clock.today()
    return select(API_TOKEN).where(
        API_TOKEN.c.id.not_in(ended), API_TOKEN.c.valid_to >= today, counts(API_TOKEN)
    )
