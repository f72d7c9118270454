"""A release of twenty years of counts, in a process and on a database of its own."""

import json
import resource
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

import psutil
from sqlalchemy import insert

from benchmarks.alone import run_steps
from data_access.engine import ensure_prepared
from data_access.raw.schema import REPORTED_VALUE, SENDING, SUBMISSION, SUBMISSION_STATE
from data_access.raw.store import writing_raw
from data_access.register import fetch_register
from data_access.releasing import make_release
from data_access.viewer import DEMONSTRATIONS, Role
from geodata.division import load_areas, to_areas_on
from indicators.periods import Quarter
from indicators.reporting import APPROVED
from reporting.kinds import CELLS
from reporting.register import Listing, Split

FIRST, LAST = Quarter(2024, 1), Quarter(2043, 4)  # twenty years of the division as it is
INDICATORS = 10
LEAD = DEMONSTRATIONS[Role.NATIONELL]


@dataclass(frozen=True)
class Released:
    """Seconds, megabytes above idle, cells."""

    seconds: float
    memory: float
    cells: int


def measure() -> Released:
    """Fill a database, then make its first release in a new process."""
    return Released(**run_steps("benchmarks.releasing", ("fill", "release")))


def fill() -> dict[str, Any]:
    """Approved reports of every LPO and quarter, past the door: many counts are small."""
    ensure_prepared()
    entries = fetch_register(viewer=LEAD).of(Listing.INDICATOR, LAST.last)
    codes = [one.code for one in entries if one.split is Split.SEX_AND_AGE][:INDICATORS]
    chance = Random(2310)
    number = 0
    with writing_raw() as connection:
        sending = {"id": 1, "channel": "import", "source": "bench", "is_example": True}
        recorded = {"recorded_at": datetime.now(UTC), "recorded_by": "bench"}
        connection.execute(insert(SENDING).values(sending | recorded))
        for period in Quarter.range(FIRST, LAST):
            areas = to_areas_on(load_areas(), period.last, "lpo")["code"]
            units, values = [], []
            for area in areas:
                number += 1
                units.append(_to_unit(number, area, period))
                values += _to_values(number, codes, chance)
            connection.execute(insert(SUBMISSION), units)
            connection.execute(insert(REPORTED_VALUE), values)
            connection.execute(insert(SUBMISSION_STATE), [_to_state(one["id"]) for one in units])
    return {}


def release() -> dict[str, Any]:
    """The release of it all."""
    ensure_prepared()
    idle = psutil.Process().memory_info().rss
    start = time.perf_counter()
    make_release(viewer=LEAD)
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    quarters = len(Quarter.range(FIRST, LAST))
    areas = len(to_areas_on(load_areas(), FIRST.last, "lpo"))
    cells = areas * quarters * INDICATORS * len(CELLS)
    return {"seconds": took, "memory": (peak - idle) / 1e6, "cells": cells}


def _to_unit(number: int, area: str, period: Quarter) -> dict[str, Any]:
    unit = {"area": area, "kind": "indikatorer", "period": str(period), "revision": 1}
    return {"id": number, "sending": 1, "rows": INDICATORS} | unit


def _to_values(number: int, codes: list[str], chance: Random) -> list[dict[str, Any]]:
    empty = {"submission": number, "number": None, "text": None, "gap": None}
    rows = []
    for row, code in enumerate(codes, start=1):
        rows.append(empty | {"row": row, "field": "indikator", "text": code})
        for cell in CELLS:
            count = float(min(int(chance.expovariate(0.3)), 60))
            rows.append(empty | {"row": row, "field": cell, "number": count})
    return rows


def _to_state(number: int) -> dict[str, Any]:
    state = {"submission": number, "state": APPROVED, "role": "nationell-samordnare"}
    return state | {"recorded_at": datetime.now(UTC), "recorded_by": "bench"}


if __name__ == "__main__":
    print(json.dumps({"fill": fill, "release": release}[sys.argv[1]]()))
