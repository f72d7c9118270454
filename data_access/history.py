"""What has happened to the councils of an area, and lately in all areas."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import Boolean, Connection, Date, bindparam

from data_access.areas import UnknownArea, fetch_area
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import swedish, to_frame
from data_access.latest import clocks, latest, statement
from data_access.places import read_pieces, to_visible
from data_access.public import RECORDER
from data_access.schema import UtcTime
from data_access.viewer import Viewer

HISTORY_COLUMNS = {
    "council": "str",
    "stage": "str",
    "effective_on": "object",
    "recorded_at": "datetime64[us, UTC]",
    "source": "str",
    "is_example": "bool",
}
RECENT_COLUMNS = {
    "codes": "str",
    "names": "str",
    "level": "str",
    "council": "str",
    "before": "object",
    "stage": "str",
    "effective_on": "object",
    "recorded_at": "datetime64[us, UTC]",
    "source": "str",
    "confidence": "object",
    "is_example": "bool",
    "is_public": "bool",
}
_LIVE = """{row}.effective_on <= :day AND {row}.recorded_at < :known_before
  AND {row}.stage IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM council_event s WHERE s.supersedes = {row}.id AND s.recorded_at < :known_before)
"""
_TYPES = {"effective_on": Date, "recorded_at": UtcTime, "is_example": Boolean}
_HISTORY = statement(
    f"""
SELECT c.name, e.stage, e.effective_on, e.recorded_at, e.source, e.is_example
FROM council_event e JOIN council c ON c.id = e.council_id
WHERE EXISTS (
  SELECT 1 FROM council_area w WHERE w.council_id = e.council_id AND w.area_code IN :codes
  AND w.covers AND w.effective_on <= e.effective_on AND w.recorded_at < :known_before
  AND NOT EXISTS (
    SELECT 1 FROM council_area n WHERE n.council_id = w.council_id
    AND n.area_code = w.area_code AND n.recorded_at < :known_before
    AND n.effective_on <= e.effective_on AND (n.effective_on, n.id) > (w.effective_on, w.id)
    AND NOT n.covers)) AND {_LIVE.format(row="e")}
ORDER BY e.effective_on, e.recorded_at, e.id
""",
    **_TYPES,
).bindparams(bindparam("codes", expanding=True))
_RECENT = statement(
    f"""
SELECT e.id, c.id AS council_id, c.level, c.name, (
         SELECT p.stage FROM council_event p
         WHERE p.council_id = e.council_id AND {_LIVE.format(row="p")}
         AND (p.effective_on, p.recorded_at, p.id) < (e.effective_on, e.recorded_at, e.id)
         ORDER BY p.effective_on DESC, p.recorded_at DESC, p.id DESC LIMIT 1) AS before,
       e.stage, e.effective_on, e.recorded_at, e.source, e.confidence, e.is_example,
       e.recorded_by = :public AS is_public
FROM council_event e JOIN council c ON c.id = e.council_id
WHERE e.effective_on > :since AND {_LIVE.format(row="e")}
ORDER BY e.effective_on DESC, e.recorded_at DESC, e.id DESC
""",
    **_TYPES | {"is_public": Boolean},
).bindparams(bindparam("since", type_=Date))
_COVERED = statement(
    "WITH "
    + latest("cover", "council_area", ("council_id", "area_code"), "covers", corrects=False)
    + """
SELECT v.council_id, a.code, a.name FROM cover v
JOIN council_area w ON w.id = v.id AND w.covers
JOIN area a ON a.code = v.area_code
WHERE a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
"""
)


class Happened(NamedTuple):
    """One event of one council, as it is read."""

    id: int
    council_id: int
    level: str
    council: str
    before: str | None
    stage: str
    effective_on: date
    recorded_at: Any
    source: str
    confidence: str | None
    is_example: bool
    is_public: bool


class CouncilEvent(NamedTuple):
    """One event in the history of an area."""

    council: str
    stage: str
    effective_on: date
    recorded_at: Any
    source: str
    is_example: bool


@cached
def fetch_events(
    area_code: str, on: date, *, known_on: date | None = None, viewer: Viewer
) -> tuple[CouncilEvent, ...]:
    """Events until the day, each of a council that on the day of the event covered the area, what
    lies in it, or the areas it was made of, in order of time. Corrected events are left out, as
    known on `known_on`. Raises UnknownArea (also for who sees no figures), DatabaseUnavailable.
    """
    area = fetch_area(area_code, on, viewer=viewer)
    if not viewer.sees_figures:
        raise UnknownArea(area_code, on)
    codes = {area.code, *area.predecessors}
    if area.level in ("lpo", "kommun", "polisomrade", "lan"):
        codes |= {code for code, *_ in area.lpos} | {code for code, *_ in area.kommuner}
    bound = clocks(on, known_on) | {"codes": sorted(codes)}
    with reading() as connection:
        return tuple(CouncilEvent(*row) for row in connection.execute(_HISTORY, bound))


@cached
def fetch_history(
    area_code: str, on: date, *, known_on: date | None = None, viewer: Viewer
) -> pd.DataFrame:
    """`fetch_events` as a frame, for tables: a column for each field, recorded_at in UTC."""
    return to_frame(fetch_events(area_code, on, known_on=known_on, viewer=viewer), HISTORY_COLUMNS)


@cached
def fetch_recent(since: date, on: date, *, viewer: Viewer) -> pd.DataFrame:
    """Events that hold from a day in (since, on], newest first: codes (of the areas, separated
    by a space), names (by ' · '), level and council, before (the stage it left, or None), stage,
    effective_on, recorded_at, source, confidence, is_example, is_public (known from a public
    source, and neither reported nor made up)."""
    with reading() as connection:
        bound = clocks(on, None) | {"since": since, "public": RECORDER}
        events = [Happened(*row) for row in connection.execute(_RECENT, bound)]
        areas = _read_covered(connection, on, viewer)
    seen = [event for event in events if event.council_id in areas]
    return to_frame([(*areas[event.council_id], *event[2:]) for event in seen], RECENT_COLUMNS)


def _read_covered(connection: Connection, on: date, viewer: Viewer) -> dict[int, tuple[str, str]]:
    """Council id → (codes, names) of the areas it covers on the day, of those the viewer sees."""
    visible = to_visible(read_pieces(connection, on), viewer)
    areas: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for council_id, code, name in connection.execute(_COVERED, clocks(on, None)):
        if code in visible:
            areas[council_id].append((code, name))
    return {council_id: _joined(found) for council_id, found in areas.items()}


def _joined(areas: Iterable[tuple[str, str]]) -> tuple[str, str]:
    ordered = sorted(areas, key=lambda area: swedish(area[1]))
    return " ".join(code for code, _ in ordered), " · ".join(name for _, name in ordered)
