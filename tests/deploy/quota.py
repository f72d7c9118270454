"""A small disk of its own for a database, which can be filled and emptied."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

from tests.deploy.cluster import own

_FILL = "fill"


class Quota:
    """A file system in memory of so many megabytes, mounted at a folder; needs root or sudo."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = own(folder)
        options = f"size={megabytes}m,mode=0755"
        _as_root("mount", "-t", "tmpfs", "-o", options, "bob-quota", folder)
        self.inner = folder / "data"
        if os.geteuid() != 0:
            _as_root("chown", str(os.getuid()), folder)
        own(self.inner)

    def fill(self) -> None:
        """Leave no room at all."""
        with (self.folder / _FILL).open("wb") as file, suppress(OSError):
            while True:
                file.write(bytes(1 << 16))
                file.flush()

    def empty(self) -> None:
        """Give the room back."""
        (self.folder / _FILL).unlink(missing_ok=True)

    def close(self) -> None:
        _as_root("umount", "-l", self.folder)


def _as_root(*command: object) -> None:
    before = () if os.geteuid() == 0 else ("sudo", "-n")
    subprocess.run([*before, *map(str, command)], check=True)
