"""What is kept of the product, gathered: its backups, its disks, its audit."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import settings
from data_access.backup_found import BadBackupFolder, find_newest_backup
from data_access.operations import Operations
from ui import operation_kept
from ui.operations import Line
from words import _


def to_kept_lines(found: Operations, now: datetime) -> Iterator[Line]:
    """Backups, room on the disks, and from when the audit is."""
    chosen = settings.load()
    yield _to_backup_line(chosen.backup_dir, now)
    yield operation_kept.disk(_("Datamappens disk"), *_read_disk(chosen.data_dir))
    if chosen.backup_dir and _is_one_disk(chosen.data_dir, chosen.backup_dir):
        yield operation_kept.one_disk()
    elif chosen.backup_dir:
        yield operation_kept.disk(_("Kopiornas disk"), *_read_disk(chosen.backup_dir))
    yield operation_kept.audit_kept(found.audited_from, found.first_kept, chosen.audit_days)


def _to_backup_line(folder: Path | None, now: datetime) -> Line:
    if folder is None:
        return operation_kept.backup(None, now, is_set=False, is_read=False)
    try:
        at = find_newest_backup(folder)
    except BadBackupFolder:
        return operation_kept.backup(None, now, is_set=True, is_read=False)
    return operation_kept.backup(at, now, is_set=True, is_read=True)


def _is_one_disk(*folders: Path) -> bool:
    """Whether all of them lie on the same disk."""
    try:
        return len({folder.stat().st_dev for folder in folders}) == 1
    except OSError:
        return False


def _read_disk(folder: Path) -> tuple[int | None, int]:
    """Bytes that are free, None when the folder is not there, and of how many."""
    try:
        found = shutil.disk_usage(folder)
    except OSError:
        return None, 0
    return found.free, found.total
