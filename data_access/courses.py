"""Every area's stages over all days, read at once: the same three questions for twenty years."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Date, TextClause, bindparam, text

from data_access.assessments import read_assessments, to_joint, to_piece_assessment
from data_access.cache import cached
from data_access.connect import reading
from data_access.places import Piece, Placed, keep_placed
from data_access.schema import UtcTime
from data_access.viewer import Viewer
from indicators.courses import Course, Cover, Part, Told, to_courses
from indicators.establishment import to_known_before


def _statement(sql: str, **columns: Any) -> TextClause:
    known = bindparam("known_before", type_=UtcTime)
    return text(sql).bindparams(known).columns(**columns)  # type: ignore[return-value]


_EVENTS = _statement(
    """
SELECT e.council_id, c.name, e.stage, e.effective_on
FROM council_event e JOIN council c ON c.id = e.council_id
WHERE e.recorded_at < :known_before AND e.stage IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM council_event s WHERE s.supersedes = e.id AND s.recorded_at < :known_before)
ORDER BY e.effective_on, e.recorded_at, e.id
""",
    effective_on=Date,
)
_COVERS = _statement(
    """
SELECT w.council_id, w.area_code, w.covers, w.effective_on, a.valid_from
FROM council_area w JOIN area a ON a.code = w.area_code
WHERE w.recorded_at < :known_before
ORDER BY w.effective_on, w.recorded_at, w.id
""",
    covers=Boolean,
    effective_on=Date,
    valid_from=Date,
)


@cached
def fetch_courses(*, known_on: date | None = None, viewer: Viewer) -> tuple[Course, ...]:
    """The course of every LPO of every day, ceased ones too, by code, as known on `known_on`
    (None = all known now). Those of which the viewer sees all that they have ever held.
    Raises DatabaseUnavailable."""
    known = {"known_before": to_known_before(known_on)}
    with reading() as connection:
        held = keep_placed(connection, viewer)
        events = [Told(*row) for row in connection.execute(_EVENTS, known)]
        covers = [Cover(*row) for row in connection.execute(_COVERS, known)]
    parts = [Part(*one.piece[:5], one.first, one.last) for one in _to_seen(held, viewer)]
    return tuple(to_courses(parts, events, covers))


@cached
def fetch_priorities(
    on: date, *, known_on: date | None = None, viewer: Viewer
) -> dict[str, bool | None]:
    """LPO of any day → whether it is prioritised, as assessed by `on`; None = not assessed. Of
    those that exist on the day the same as `fetch_assessments`. Raises DatabaseUnavailable."""
    with reading() as connection:
        held = keep_placed(connection, viewer)
        assessed = read_assessments(connection, on, known_on)
    areas: dict[str, list[Placed]] = defaultdict(list)
    for one in _to_seen(held, viewer):
        areas[one.piece.lpo].append(one)
    found = {}
    for code, own in areas.items():
        parts = (to_piece_assessment(piece, assessed) for piece in _to_nearest(own, on))
        found[code] = (assessed.get(code) or to_joint(parts)).prioritised
    return found


def _to_nearest(held: list[Placed], on: date) -> list[Piece]:
    """An area's pieces on the day, or on its own day nearest to that."""
    day = max(min(one.first for one in held), min(on, max(one.end for one in held)))
    return [one.piece for one in held if one.first <= day <= one.end]


def _to_seen(held: list[Placed], viewer: Viewer) -> list[Placed]:
    """The pieces of the LPO that the viewer sees all of."""
    hidden = {one.piece.lpo for one in held if not viewer.sees(*one.piece.codes())}
    return [one for one in held if one.piece.lpo not in hidden]
