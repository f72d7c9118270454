"""Where nginx is: `python -m tests.deploy.nginx_binary` says so, or fails when there is none."""

import shutil
import sys
from pathlib import Path

from tests.served import ROOT

UNPACKED = ROOT / ".venv" / "nginx" / "usr" / "sbin" / "nginx"


class NoNginx(RuntimeError):
    """There is none; `./install.sh --proxy` brings one."""


def find() -> Path:
    """The program; raises NoNginx."""
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or shutil.which("nginx")
    if found:
        return Path(found)
    if UNPACKED.exists():
        return UNPACKED
    raise NoNginx("no nginx here; run ./install.sh --proxy")


if __name__ == "__main__":
    try:
        print(find())
    except NoNginx as error:
        sys.exit(str(error))
