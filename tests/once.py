"""What is dear to make is made once a run, whatever number of workers there is, and copied."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

_OF_RUN = "BOB_TEST_RUN"  # names the run's folder to the workers, which are child processes


def open_run(config: pytest.Config) -> None:
    """Make the run's folder, gone when the run is over; called by the first process of all."""
    if _OF_RUN in os.environ:
        return
    folder = tempfile.mkdtemp(prefix="bob-run-")
    os.environ[_OF_RUN] = folder
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    config.add_cleanup(lambda: os.environ.pop(_OF_RUN))


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """The run's folder of that name, for copying. The first that asks makes it, others wait."""
    run = Path(os.environ[_OF_RUN])
    folder, done = run / name, run / f"{name}.done"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of a maker that failed
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def folder_of_own() -> Path:
    """An empty folder of the process's own, gone with the run."""
    return Path(tempfile.mkdtemp(dir=os.environ[_OF_RUN]))
