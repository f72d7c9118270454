"""The version of what is recorded, which kept answers rest on; read once a `picture()`, else at
most once a second."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from sqlalchemy import text

import clock
from data_access import connect, standby
from data_access.viewer import Viewer

VERSION_SECONDS = 1.0

# Ids become visible in the order they are given (`connect.writing`), so the highest id of each
# table tells whether anything has been added; the digest tells whether our facts were renewed.
_VERSION = text("""
SELECT (SELECT MAX(id) FROM council), (SELECT MAX(id) FROM council_area),
       (SELECT MAX(id) FROM council_event), (SELECT MAX(id) FROM area_assessment),
       (SELECT MAX(id) FROM register_entry), (SELECT MAX(id) FROM release),
       (SELECT MAX(id) FROM population_edition), (SELECT MAX(id) FROM picture_frozen),
       (SELECT MAX(id) FROM picture_withdrawal),
       (SELECT digest FROM fact_set WHERE name = 'facts')
""")


class Version(NamedTuple):
    """The version, and whether the standby told it: what is kept under it must be as new."""

    text: str
    by_standby: bool


_versions: dict[str, tuple[Version, float]] = {}
_picture: ContextVar[dict[str, Version] | None] = ContextVar("picture", default=None)


@contextmanager
def picture() -> Iterator[None]:
    """Within the block the version is read once: one picture, one state of the database."""
    token = _picture.set({})
    try:
        yield
    finally:
        _picture.reset(token)


def version_at(address: str, viewer: Viewer) -> Version:
    """The version of the database in use, of which the caller knows the address. Raises
    DatabaseUnavailable."""
    held = _picture.get()
    if held is not None:
        if address not in held:
            held[address] = _read_version(viewer)
        return held[address]
    known = _versions.get(address)
    if known is None or time.monotonic() - known[1] > VERSION_SECONDS:
        known = _versions[address] = (_read_version(viewer), time.monotonic())
    return known[0]


def current_version(*, viewer: Viewer) -> tuple[str, str]:
    """The address of the database in use and its version: what is made of the same two is the
    same. Raises DatabaseUnavailable."""
    address = connect.current_address()
    return address, version_at(address, viewer).text


def fetch_version(*, viewer: Viewer) -> str:
    """A text that changes whenever something is recorded or our facts are renewed."""
    with connect.reading() as connection:
        row = connection.execute(_VERSION).one()
    return ".".join(str(part or 0)[:12] for part in row)


def forget_version() -> None:
    """Read the version anew at the next question; called after each write of this process."""
    _versions.clear()
    held = _picture.get()
    if held is not None:
        held.clear()


def _read_version(viewer: Viewer) -> Version:
    with standby.one_choice() as by_standby:
        return Version(f"{fetch_version(viewer=viewer)} {clock.today()}", by_standby)
