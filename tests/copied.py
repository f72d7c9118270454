"""The app as a server process that finds its libraries loaded, for browser tests: two thirds of a
start are saved. How it starts by itself is tested in tests/web and tests/deploy."""

import os
import subprocess
import sys
from multiprocessing.context import ForkServerProcess
from typing import Any

import uvloop  # noqa: F401 - loaded once here, not in every copy
from streamlit.web import bootstrap, cli  # noqa: F401

import pages.warm  # noqa: F401
import settings
import web.routes  # noqa: F401
from data_access import migrate  # noqa: F401
from tests import forked
from tests.served import ROOT, Served


class Copied(Served):
    """As `Served`; the process is `streamlit run` of the script all the same."""

    def launch(self) -> Any:
        self.data_dir.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "BOB_DATA_DIR": str(self.data_dir), **self.environment}
        arguments = ["streamlit", "run", str(self.script), "--server.port", str(self.port)]
        made = forked.context.Process(
            target=_serve, args=(environment, arguments, str(self.data_dir / "server.log"))
        )
        made.start()
        self.process = Handle(made)  # type: ignore[assignment]
        return self.process


class Handle:
    """The process with what `Served` asks of one."""

    def __init__(self, made: ForkServerProcess) -> None:
        self._made = made
        self.terminate, self.kill = made.terminate, made.kill

    def poll(self) -> int | None:
        return self._made.exitcode

    def wait(self, timeout: float | None = None) -> None:
        self._made.join(timeout)
        if self._made.exitcode is None:
            raise subprocess.TimeoutExpired("streamlit run", timeout or 0)


def _serve(environment: dict[str, str], arguments: list[str], log: str) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(written, stream.fileno())
    settings.load.cache_clear()
    sys.argv = arguments
    cli.main()
