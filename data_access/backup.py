"""Makes a backup of both stores while people work: a folder of two SQLite files and a manifest,
whichever engine they came from.

It gets its name when it has been opened anew and compared; until then it is `.ny-…`, which is
removed when something stops it. One that was killed is removed by the next backup.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from data_access import unfinished
from data_access.audit_walk import Verified
from data_access.backup_files import ONLY_OWNER, check_integrity, new_files, open_files, sync
from data_access.backup_manifest import FILE, describe, read_manifest, to_text
from data_access.copy_errors import CantWrite, NotABackup
from data_access.copying import Copied, Told, compare, copy_stores
from data_access.stores import PARTS, Stores

NAME = re.compile(r"bob-\d{4}-\d{2}-\d{2}T\d{6}Z")
BEGUN = ".ny-"
_FILES = {FILE, *(part.file for part in PARTS)}


class Made(NamedTuple):
    """A backup: its folder, what was copied, and how the audit's chain is."""

    folder: Path
    copied: Copied
    chain: Verified


def make_backup(source: Stores, folder: Path, now: datetime, told: Told) -> Made:
    """Back up into a folder of its own within the folder, named by `now` (UTC). Raises CopyError,
    DatabaseUnavailable, WrongSchema; then nothing is left."""
    with _named_errors():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_killed(folder)
        whole = folder / now.strftime("bob-%Y-%m-%dT%H%M%SZ")
        if whole.exists():
            raise FileExistsError(17, os.strerror(17), str(whole))
        with _begun(folder / f"{BEGUN}{whole.name}") as new:
            copied, chain = _copy(source, new, told)
            text = to_text(describe(new, now, copied, chain))
            (new / FILE).write_text(text, "utf-8")
            (new / FILE).chmod(ONLY_OWNER)
            for path in (*(new / name for name in sorted(_FILES)), new):
                sync(path)
            new.rename(whole)
            sync(folder)
    return Made(whole, copied, chain)


def remove_old(folder: Path, keep: int, kinds: tuple[str, ...]) -> list[Path]:
    """Remove all but the newest whole backups of the same kinds; which. What has a file that is
    not ours, and all that is not a backup, is left. Raises CantWrite."""
    found = [path for path in sorted(folder.iterdir()) if _is_ours(path, kinds)]
    removed = found[:-keep]
    with _named_errors():
        for path in removed:
            gone = path.rename(path.with_name(f"{BEGUN}{path.name}"))  # whole no more
            shutil.rmtree(gone)
    return removed


def _copy(source: Stores, new: Path, told: Told) -> tuple[Copied, Verified]:
    files = new_files(new)
    try:
        copied = copy_stores(source, files, told)
        unfinished.finish(files)
    finally:
        files.dispose()
    opened = open_files(new)
    try:
        check_integrity(opened, new)
        return copied, compare(opened, copied, told)
    finally:
        opened.dispose()


@contextmanager
def _begun(new: Path) -> Iterator[Path]:
    """The folder, made and locked; removed unless it has got another name at the end."""
    new.mkdir(mode=0o700)
    lock = os.open(new, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield new
    finally:
        os.close(lock)
        shutil.rmtree(new, ignore_errors=True)


def _remove_killed(folder: Path) -> None:
    for path in folder.glob(f"{BEGUN}bob-*"):
        if path.is_symlink() or not NAME.fullmatch(path.name.removeprefix(BEGUN)):
            continue
        lock = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path)
        except BlockingIOError:
            pass  # another backup is at work there
        finally:
            os.close(lock)


def _is_ours(path: Path, kinds: tuple[str, ...]) -> bool:
    if not NAME.fullmatch(path.name) or path.is_symlink() or not path.is_dir():
        return False
    if {one.name for one in path.iterdir()} != _FILES:
        return False
    try:
        return read_manifest(path).kinds == kinds
    except NotABackup:
        return False


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CantWrite(error) from error
