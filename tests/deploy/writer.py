"""Somebody who sends in reports one after another and tries again until each is in, told on
standard output what became of each try: `python -m tests.deploy.writer FILE`, until FILE is."""

import sys
import time
from pathlib import Path

from data_access.engine import DatabaseUnavailable, WrongSchema
from data_access.importing import ALREADY, READ, import_file
from indicators.periods import Quarter
from tests.data_access.reporting_door import File, make_files, to_viewer
from web import log

REGION = "pr-nord"
PERIODS = Quarter.range(Quarter(2024, 1), Quarter(2026, 3))
PAUSE = 0.7  # seconds


def to_files() -> list[File]:
    """All that is sent, in order."""
    return list(make_files(to_viewer(REGION), PERIODS))


def send(file: File) -> str:
    """Try once: what the door says, or the name of what is wrong."""
    try:
        found = import_file(file.data, file.name, default=file.period, viewer=to_viewer(REGION))
    except (DatabaseUnavailable, WrongSchema) as error:
        return type(error).__name__
    return found.status


def main(until: Path) -> None:
    """Send one file after another, until there is one named `until`."""
    log.configure("ERROR")  # on standard error, and not among what is told here
    files = to_files()
    print("ready", flush=True)
    for number, file in enumerate(files):
        if until.exists():
            break
        status = ""
        while status not in (READ, ALREADY):
            started = time.monotonic()
            status = send(file)
            print(number, status, f"{time.monotonic() - started:.1f}", flush=True)
            time.sleep(PAUSE)
    print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
