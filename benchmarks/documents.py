"""The national report with its regions' chapters and all its files, in a process of its own."""

import json
import sys
import time
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any

import psutil

import clock
from benchmarks.alone import run_steps
from data_access import example_door
from data_access.prepare import ensure_prepared
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from pages import picture_example
from reports import jobs
from reports.content.asked import to_asked
from reports.job_making import State

FIRST, LAST = Quarter(2025, 4), Quarter(2026, 3)
SINCE = "2024K1"
READER = DEMONSTRATIONS[Role.LASARE]
_EVERY = 0.02  # seconds


@dataclass(frozen=True)
class Made:
    """Seconds, megabytes above idle of the process and its children together, kB of the files."""

    seconds: float
    memory: float
    size: float


def measure() -> Made:
    """Fill a database with the example's reports, then make the report in a new process."""
    return Made(**run_steps("benchmarks.documents", ("fill", "make")))


def fill() -> dict[str, Any]:
    """Eleven quarters through the real door, their release, and published pictures."""
    with redirect_stdout(sys.stderr):  # what is measured is read from the output
        example_door.main(["--since", SINCE])
        picture_example.main()
    return {}


def make() -> dict[str, Any]:
    """The report of the country, as a reader asks for it first: nothing is kept yet."""
    ensure_prepared()
    asked = to_asked("se", FIRST, LAST, 1, clock.today(), viewer=READER)
    idle, stop, peak = _measure_memory(), Event(), [0]
    watcher = Thread(target=_watch, args=(stop, peak))
    watcher.start()
    start = time.perf_counter()
    job = jobs.start(asked)
    while not job.has_ended:
        time.sleep(_EVERY)
    took = time.perf_counter() - start
    stop.set()
    watcher.join()
    assert job.state is State.DONE, job
    size = sum(len(one) for one in job.files.values()) / 1000
    return {"seconds": took, "memory": (peak[0] - idle) / 1e6, "size": size}


def _watch(stop: Event, peak: list[int]) -> None:
    while not stop.wait(_EVERY):
        peak[0] = max(peak[0], _measure_memory())


def _measure_memory() -> int:
    """Bytes of this process and of those that it has started."""
    own = psutil.Process()
    found = own.memory_info().rss
    for child in own.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            found += child.memory_info().rss
    return found


if __name__ == "__main__":
    print(json.dumps({"fill": fill, "make": make}[sys.argv[1]]()))
