"""The register of indicators, measures and lists: data with versions, edited by the nationella
samordnaren. A code never changes, and an entry is ended, never removed."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, select

from data_access.cache import cached
from data_access.changes import changing
from data_access.connect import reading
from data_access.recording import to_recorded
from data_access.register_rows import COLUMNS, to_entry, to_row
from data_access.register_rules import BadEntry, EntryChanged, check_entry
from data_access.schema_register import REGISTER_ENTRY
from data_access.scope import NotAllowed, check_right
from data_access.viewer import Right, Viewer
from reporting.register import Entry, Listing, Register, to_register

__all__ = [
    "BadEntry", "EntryChanged", "NotAllowed", "Version", "fetch_recorded_register",
    "fetch_register", "list_versions", "set_entry",
]  # fmt: skip


@dataclass(frozen=True)
class Version:
    """An entry as it was from one change to the next; `recorded_by` is a pseudonym."""

    entry: Entry
    recorded_at: datetime
    recorded_by: str


@cached
def fetch_recorded_register(*, viewer: Viewer) -> Register:  # noqa: ARG001 - the key of what is kept
    """Every entry's newest version as it was written, each list in its order: for who changes it.
    Raises DatabaseUnavailable."""
    with reading() as connection:
        return _read_register(connection)


@cached
def fetch_register(*, viewer: Viewer) -> Register:
    """The same in the run's language. Raises DatabaseUnavailable."""
    return fetch_recorded_register(viewer=viewer).spoken()


def list_versions(
    listing: Listing | str,
    code: str,
    *,
    viewer: Viewer,  # noqa: ARG001 - the register is the same for everybody
) -> list[Version]:
    """The entry's versions, the newest first; none of an entry that there never was.
    Raises DatabaseUnavailable."""
    table = REGISTER_ENTRY.c
    asked = select(*COLUMNS, table.recorded_at, table.recorded_by)
    asked = asked.where(table.listing == str(listing), table.code == code)
    with reading() as connection:
        rows = connection.execute(asked.order_by(table.version.desc())).mappings().all()
    return [Version(to_entry(row), row["recorded_at"], row["recorded_by"]) for row in rows]


def set_entry(entry: Entry, *, expected: int, viewer: Viewer) -> int:
    """Record the entry as a new version, its number whatever the entry says; that number.

    `expected` is the version that the change was made from, 0 for a new entry. To end an entry,
    give it a last day. Raises NotAllowed, BadEntry (`reason`), EntryChanged, DatabaseUnavailable.
    """
    what = f"{entry.listing} {entry.code}"
    with changing(viewer, f"registerpost {what}") as change:
        check_right(viewer, Right.PUBLISH)
        register = _read_register(change.connection)
        old = register.find(entry.listing, entry.code)
        current = old.version if old else 0
        if current != expected:
            raise EntryChanged(current)
        same_list = [one for one in register.entries if one.listing is entry.listing]
        check_entry(entry, same_list)
        new = replace(entry, version=current + 1)
        recorded = to_recorded(viewer, new.source, None)
        change.add(REGISTER_ENTRY, to_row(new) | recorded, of=what)
    return new.version


def _read_register(connection: Connection) -> Register:
    rows = connection.execute(select(*COLUMNS).order_by(REGISTER_ENTRY.c.id)).mappings()
    return to_register(to_entry(row) for row in rows)
