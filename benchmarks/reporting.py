"""A region's full quarter through the door: read, checked, compared and stored, in a process of its
own. `measure()` makes a database and a file to send and starts that process."""

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import psutil

import settings
from benchmarks.alone import run_steps
from data_access import example_reports
from data_access.engine import ensure_prepared
from data_access.receiving import Received, receive
from data_access.register import fetch_register, set_entry
from data_access.report_context import read_context
from data_access.submissions import send
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter, quarters_before
from reporting.compare import compare
from reporting.context import Context
from reporting.kinds import kinds
from reporting.obligations import FIRST_PERIOD
from reporting.register import Entry, Listing, Split
from reporting.rows import Row, Unit, Units
from reporting.template import to_template

REGION, PERIOD = "pr-syd", Quarter(2025, 4)  # with 20 LPO; a fourth quarter has every kind
INDICATORS = 24  # so that the quarter is about 6,000 values
ROUNDS = 5


@dataclass(frozen=True)
class Reported:
    """Seconds (medians), megabytes, and how much there was."""

    values: int
    areas: int
    file_kb: float
    template: float
    preview: float
    first_preview: float
    commit: float
    memory: float


def measure() -> Reported:
    """Everything, on a database of the bench's own."""
    return Reported(**run_steps("benchmarks.reporting", ("fill", "report")))


def fill(folder: Path) -> dict[str, float]:
    """Make the database: a longer register, the two years before, and last week's report of the
    quarter, which the file changes. Writes the file."""
    from tests.reporting import filling

    ensure_prepared()
    _extend_register()
    viewer = _to_viewer()
    for period in quarters_before(PERIOD, 8):
        if period >= FIRST_PERIOD:  # seven quarters
            _send(_to_units(read_context(period, viewer=viewer)), 0)
    context = read_context(PERIOD, viewer=viewer)
    units = _to_units(context)
    _send({unit: rows[:-1] for unit, rows in units.items()}, 0)
    start = time.perf_counter()
    template = to_template(context)
    took = time.perf_counter() - start
    data = filling.fill(template, units, context)
    (folder / "file.xlsx").write_bytes(data)
    return {
        "values": sum(len(row.values) for rows in units.values() for row in rows),
        "areas": sum(area.level == "lpo" for area in context.areas.values()),
        "file_kb": len(data) / 1000,
        "template": took,
    }


def report(folder: Path) -> dict[str, float]:
    """Preview and send the file, again and again, as one who has the app running does."""
    data, viewer = (folder / "file.xlsx").read_bytes(), _to_viewer()
    ensure_prepared()
    read_context(PERIOD, viewer=viewer)
    idle = psutil.Process().memory_info().rss
    previews, commits = [], []
    for number in range(ROUNDS):
        received, took = _timed(lambda: _preview(data, viewer))
        previews.append(took)
        _number, took = _timed(lambda now=received, seen=number: _send(now.units, seen + 1))
        commits.append(took)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "first_preview": previews[0],
        "preview": median(previews),
        "commit": median(commits),
        "memory": (peak - idle) / 1e6,
    }


def _preview(data: bytes, viewer: Viewer) -> Received:
    """What happens between the upload and the preview."""
    received = receive(data, default=PERIOD, viewer=viewer)
    assert received.is_whole, received.remarks
    for unit, rows in received.units.items():
        compare(kinds()[unit.kind], received.stored.get(unit, ()), rows)
    return received


def _send(units: Units, seen: int) -> int:
    expected = dict.fromkeys(units, seen)
    viewer = _to_viewer()
    return send(units, expected=expected, viewer=viewer, source="bench", channel="fil")


def _timed(act: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    return act(), time.perf_counter() - start


def _to_viewer() -> Viewer:
    own = frozenset({REGION})
    example = settings.load().example
    return Viewer(Role.REGIONAL, own, own, subject="bench", example=example)


def _extend_register() -> None:
    country = frozenset({"se"})
    viewer = Viewer(Role.NATIONELL, country, country, subject="bench", example=True)
    before = fetch_register(viewer=viewer).of(Listing.INDICATOR, PERIOD.last)
    pattern = next(entry for entry in before if entry.split is Split.SEX_AND_AGE)
    for number in range(len(before), INDICATORS):
        code, name = f"bench-{number}", f"Mätning {number}"
        entry: Entry = replace(pattern, code=code, name=name, other_names=(), version=0)
        set_entry(entry, expected=0, viewer=viewer)


def _to_units(context: Context) -> dict[Unit, tuple[Row, ...]]:
    """What is owed and a row of each kind that is not."""
    period, area = context.period, next(iter(context.areas))
    units = dict(example_reports.to_units(context, {}, set(context.areas)))
    note = {"anteckning": "Påhittad uppgift för att mäta tiden."}
    free: dict[str, dict[str, Any]] = {
        "handelser": {"stadium": "kartlaggning", "dag": period.first},
        "bedomningar": {"prioriterat": "ja", "dag": period.first, "skal": "Efter kartläggning."},
        "exempel": {
            "rubrik": "Gemensam metod",
            "metod": context.register.of(Listing.METHOD, period.last)[0].code,
            "evidens": context.register.of(Listing.EVIDENCE, period.last)[0].code,
            "beskrivning": "Två parter möter familjen samtidigt.",
        },
    }
    for kind, values in free.items():
        units[Unit(area, kind, period)] = (Row(values | note),)
    return units


if __name__ == "__main__":
    step = {"fill": fill, "report": report}[sys.argv[1]]
    print(json.dumps(step(Path(sys.argv[2]))))
