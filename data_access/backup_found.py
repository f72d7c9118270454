"""How old the newest backup is, by what lies in the folder of backups."""

from datetime import datetime
from pathlib import Path

from data_access.backup import NAME
from data_access.backup_manifest import FILE


class BadBackupFolder(OSError):
    """The folder of backups is not there, or can't be read."""


def find_newest_backup(folder: Path) -> datetime | None:
    """When the newest whole backup was made (UTC), by its name, None when there is none. Raises
    BadBackupFolder."""
    try:
        found = [_to_moment(one.name) for one in folder.iterdir() if (one / FILE).is_file()]
    except OSError as error:
        raise BadBackupFolder(f"can't read the backups: {error.strerror}") from error
    return max((moment for moment in found if moment is not None), default=None)


def _to_moment(name: str) -> datetime | None:
    """The moment in a backup's name, None for a folder of another name."""
    if not NAME.fullmatch(name):
        return None
    try:
        return datetime.strptime(name, "bob-%Y-%m-%dT%H%M%S%z")
    except ValueError:  # the thirtieth of February
        return None
