"""What an import tells while it goes on: a line a file, a bar, a report for machines."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from data_access.importing import Outcome
from words import _

WIDTH = 24  # signs of the bar
MOST_SHOWN = 20  # remarks of a file on the screen; the report has them all


@contextmanager
def show_bar(done: int, total: int) -> Iterator[None]:
    """A bar of the files that are done, while one is read; only where somebody looks at it."""
    if not sys.stderr.isatty():
        yield
        return
    filled = WIDTH * done // total
    shown = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {100 * done // total} %  {done}/{total}"
    print(f"\r{shown}", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        print(f"\r{' ' * len(shown)}\r", end="", file=sys.stderr, flush=True)


def tell(outcome: Outcome, number: int, total: int) -> None:
    """A line of the file, and what there is to say of it."""
    told = _("[{number}/{total}] {file}: {status}, {units} rapporter, {rows} rader")
    print(told.format(number=number, total=total, **asdict(outcome)), flush=True)
    for one in outcome.remarks[:MOST_SHOWN]:
        print(f"    {_to_line(one)}", flush=True)
    left = len(outcome.remarks) - MOST_SHOWN
    if left > 0:
        print("    " + _("… och {n} till; alla står i --report").format(n=left), flush=True)


def _to_line(remark: dict[str, Any]) -> str:
    """severity, place (the sheet, the cell), what is wrong, what would be right."""
    place = remark["place"]
    cell = f"{remark['column']}{place['row']}" if place["row"] else ""
    where = " ".join(part for part in (place["sheet"], cell) if part)
    told = [remark["severity"], where, remark["wrong"], remark["right"]]
    return " ".join(f"{part}:" if part in told[:2] else part for part in told if part)


def write_report(file: Path | None, outcomes: list[Outcome]) -> None:
    """Whole or not at all: a report that is half written would be believed. Raises OSError."""
    if file is None:
        return
    new = file.with_name(file.name + ".ny")
    text = json.dumps([asdict(one) for one in outcomes], ensure_ascii=False, indent=1)
    new.write_text(text, "utf-8")
    new.replace(file)
