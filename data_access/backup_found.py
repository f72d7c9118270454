"""How old the newest backup is, by what lies in the folder of backups."""

import re
from datetime import datetime
from pathlib import Path

MANIFEST = "manifest.json"  # written last: a folder without it is no whole backup
_NAME = re.compile(r"bob-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}Z", re.ASCII)


class BadBackupFolder(OSError):
    """The folder of backups is not there, or can't be read."""


def find_newest_backup(folder: Path) -> datetime | None:
    """When the newest whole backup was made (UTC), None when there is none. Raises
    BadBackupFolder."""
    try:
        found = [_to_moment(one.name) for one in folder.iterdir() if (one / MANIFEST).is_file()]
    except OSError as error:
        raise BadBackupFolder(f"can't read the backups: {error.strerror}") from error
    return max((moment for moment in found if moment is not None), default=None)


def _to_moment(name: str) -> datetime | None:
    """The moment in a backup's name, None for a folder of another name."""
    if not _NAME.fullmatch(name):
        return None
    try:
        return datetime.strptime(name, "bob-%Y-%m-%dT%H%M%S%z")
    except ValueError:  # the thirtieth of February
        return None
