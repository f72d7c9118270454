"""Brings a backup into empty stores of either engine, once the backup is found to be whole.

What has happened since is not in it, and that is more than figures. A session that was ended since
would be open again, so all that are open are ended, and the audit's row of the restore keeps older
sign-ins that are unknown here from beginning anew (`sessions.enter`). Keys that were ended since
hold again, people who were blocked may come in: that is told, to be gone through. Leases run out by
themselves within minutes, and are as they were.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from data_access import (
    api_tokens,
    audit,
    audit_chain,
    connect,
    migrate,
    sessions,
    tokens,
    unfinished,
)
from data_access.audit import SYSTEM, Action
from data_access.audit_walk import Verified
from data_access.backup_files import open_files
from data_access.backup_manifest import Manifest, check_files, read_manifest
from data_access.copy_errors import CantWrite, Different
from data_access.copying import Copied, Told, compare, copy_stores
from data_access.filling import adding
from data_access.schema import AUDIT
from data_access.stores import PARTS, Stores, check_empty


class Restored(NamedTuple):
    """What was restored: from when, sums, the audit's chain with the restore's own row, sessions
    that were ended, and keys that hold."""

    manifest: Manifest
    copied: Copied
    chain: Verified
    sessions: int
    keys: int


def restore(backup: Path, to: Stores, told: Told) -> Restored:
    """Bring the backup's rows into the empty stores, at the schema of this code. Raises NotABackup
    and NotEmpty before anything is written, WrongSchema for a backup of a newer version, CopyError,
    DatabaseUnavailable."""
    manifest = read_manifest(backup)
    for part in PARTS:
        migrate.check_known(manifest.revisions[part.name], part.chain)
    check_empty(to)
    check_files(backup, manifest)
    with _opened(backup, manifest) as source:
        copied = copy_stores(source, to, told)
    if manifest.is_current:
        _check_same(manifest, copied)
    to.dispose()
    compare(to, copied, told)
    ended, keys = _settle(to, manifest)
    with connect.reading(to.main) as connection:
        chain = audit_chain.verify(connection)
    unfinished.finish(to)
    return Restored(manifest, copied, chain, ended, keys)


@contextmanager
def _opened(backup: Path, manifest: Manifest) -> Iterator[Stores]:
    """The backup's stores; those of an older schema as a copy that is brought to that of the
    code, gone afterwards."""
    if manifest.is_current:
        stores = open_files(backup)
        try:
            yield stores
        finally:
            stores.dispose()
        return
    with tempfile.TemporaryDirectory(prefix="bob-") as folder:
        stores = _migrated(backup, Path(folder))
        try:
            yield stores
        finally:
            stores.dispose()


def _migrated(backup: Path, folder: Path) -> Stores:
    try:
        files = [shutil.copy(backup / part.file, folder / part.file) for part in PARTS]
    except OSError as error:
        raise CantWrite(error) from error
    stores = Stores(*(connect.build_engine(f"sqlite:///{file}") for file in files))
    for part, engine in zip(PARTS, stores, strict=True):
        with adding(engine, part.file) as connection:
            migrate.upgrade(connection, chain=part.chain)
    return stores


def _check_same(manifest: Manifest, copied: Copied) -> None:
    different = [
        table
        for part, sums in copied.sums.items()
        for table, found in sums.items()
        if manifest.sums[part].get(table) != found
    ]
    if different:
        raise Different(different)


def _settle(to: Stores, manifest: Manifest) -> tuple[int, int]:
    """End what is open, and say in the audit that this is a restored database."""
    now = datetime.now(UTC)
    with adding(to.main, AUDIT.name) as connection:
        ended = sessions.end_all(connection, now)
        keys = tokens.count_held(connection) + api_tokens.count_held(connection)
        after = {"made_at": manifest.made_at, "sessions": ended, "keys": keys}
        audit.record(connection, SYSTEM, Action.WRITE, sessions.RESTORED, after=after)
    return ended, keys
