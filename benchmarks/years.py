"""A database of twenty years of reports, of every kind and area: `python -m benchmarks.years`.

The years are those to come, since the division is not older than the structure; `benchmarks.later`
serves them. Past the door, which has the measures of its own: twenty years of files take hours.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection, insert

from data_access.connect import reading
from data_access.example_reports import FIRST, to_units
from data_access.own_areas import find_own_areas, find_started
from data_access.population import fetch_population
from data_access.prepare import ensure_prepared
from data_access.raw.rows import to_stored
from data_access.raw.schema import REPORTED_VALUE, SENDING, SUBMISSION, SUBMISSION_STATE
from data_access.raw.store import writing_raw
from data_access.register import fetch_register
from data_access.releasing import make_release
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from indicators.reporting import APPROVED
from reporting.context import Context
from reporting.rows import Units

LAST = Quarter(2043, 4)
COUNTRY = frozenset({"se"})
LEAD = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="bench", example=True)


def fill(last: Quarter = LAST) -> int:
    """Approved reports until the quarter, of twenty years, and the release of them; its number."""
    ensure_prepared()
    numbers = count(1)
    with writing_raw() as connection:
        recorded = {"recorded_at": datetime.now(UTC), "recorded_by": "bench"}
        sending = {"id": 1, "channel": "import", "source": "bench", "is_example": True} | recorded
        connection.execute(insert(SENDING).values(sending))
        for period in Quarter.range(FIRST, last):
            add(connection, to_reported(period), numbers, recorded)
    return make_release(viewer=LEAD, note="Twenty years")


def to_reported(period: Quarter) -> Units:
    """What the example's areas report for the quarter."""
    on = period.last
    with reading() as connection:
        areas = find_own_areas(connection, on, LEAD)
        started = find_started(connection, on, areas, LEAD)
    people = fetch_population("lpo", on, viewer=LEAD)
    young = dict(zip(people["code"], people["young"].astype(int), strict=True))
    context = Context(period, LAST.last, fetch_register(viewer=LEAD), areas)
    return to_units(context, young, set(started))


def add(
    connection: Connection, units: Units, numbers: Iterator[int], recorded: dict[str, Any]
) -> None:
    """Store the units' reports, approved."""
    heads, values, states = [], [], []
    for (unit, rows), number in zip(units.items(), numbers, strict=False):
        of = {"area": unit.area, "kind": unit.kind, "period": str(unit.period)}
        heads.append({"id": number, "sending": 1, "revision": 1, "rows": len(rows)} | of)
        values += to_stored(number, rows)
        state = {"submission": number, "state": APPROVED, "role": "nationell-samordnare"}
        states.append(state | recorded)
    connection.execute(insert(SUBMISSION), heads)
    connection.execute(insert(REPORTED_VALUE), values)
    connection.execute(insert(SUBMISSION_STATE), states)


if __name__ == "__main__":
    print(fill())
