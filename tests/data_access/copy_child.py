"""Copies in a process of its own: one that stops at a stage, to be killed there, and one that has
little room."""

import io
import resource
import sys
import time
from contextlib import redirect_stderr
from multiprocessing.connection import Connection
from typing import Any

from data_access import unfinished
from data_access.__main__ import main
from data_access.copying import compare, copy_stores
from data_access.stores import open_stores


class Stopping:
    """Stops where it is told to: says so, and goes no further."""

    def __init__(self, stage: str, told: Connection):
        self._stage, self._told, self._doing = stage, told, ""

    def begin(self, doing: str, _rows: object) -> None:
        self._doing = doing
        self._stop(doing == "copy", "begun")

    def go_on(self, part: str, table: str, _rows: int) -> None:
        is_copy = self._doing == "copy"
        self._stop(is_copy and table == "released_report", "copying")
        self._stop(is_copy and (part, table) == ("raw", "reported_value"), "raw")
        self._stop(not is_copy and part == "raw", "comparing")

    def end(self, _part: str, _table: str) -> None:
        """Nothing."""

    def _stop(self, is_here: bool, stage: str) -> None:
        if is_here and stage == self._stage:
            stop(stage, self._told)


def stop(stage: str, told: Connection) -> None:
    told.send(stage)
    time.sleep(600)


def run(source: str, address: str, stage: str, told: Connection) -> None:
    """Copy until the stage."""
    to, stopping = open_stores(address), Stopping(stage, told)
    copied = copy_stores(open_stores(source), to, stopping)
    compare(to, copied, stopping)
    # between the two marks
    free: Any = unfinished.adding
    done = []

    def adding(*arguments: Any) -> Any:
        if done:
            stop(stage, told)
        done.append(1)
        return free(*arguments)

    unfinished.adding = adding
    unfinished.finish(to)


def run_out_of_room(arguments: list[str], room: int, told: Connection) -> None:
    """A command where no file may grow beyond so many bytes: tells its exit code and errors."""
    sys.dont_write_bytecode = True  # that would be cut off too, and believed
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    with redirect_stderr(io.StringIO()) as errors:
        code = main(arguments)
    told.send((code, errors.getvalue()))
