"""Every area's stages over all days, read at once: the same three questions for twenty years."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Connection, Date, TextClause, bindparam, text

from data_access.assessments import read_assessments, to_joint, to_piece_assessment
from data_access.cache import cached, keep
from data_access.connect import reading
from data_access.places import Piece
from data_access.schema import UtcTime
from data_access.viewer import Viewer
from indicators.courses import Course, Cover, Part, Told, to_courses
from indicators.establishment import to_known_before

_PARTS = text("""
SELECT m.kommun, m.lpo, l.parent AS polisomrade, o.parent AS polisregion, k.parent AS lan,
       m.share, m.part, m.valid_from, m.valid_to
FROM area_membership m
JOIN area l ON l.code = m.lpo
JOIN area o ON o.code = l.parent
JOIN area k ON k.code = m.kommun
ORDER BY m.lpo, m.kommun, m.valid_from
""").columns(valid_from=Date, valid_to=Date)


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


class Held(NamedTuple):
    """A piece, and the first and last day on which it is one (None = open)."""

    piece: Piece
    first: date
    last: date | None

    @property
    def end(self) -> date:
        """The last day that there is."""
        return self.last or date.max


@cached
def fetch_courses(*, known_on: date | None = None, viewer: Viewer) -> tuple[Course, ...]:
    """The course of every LPO of every day, ceased ones too, by code, as known on `known_on`
    (None = all known now). Those of which the viewer sees all that they have ever held.
    Raises DatabaseUnavailable."""
    known = {"known_before": to_known_before(known_on)}
    with reading() as connection:
        held = _keep_held(connection, viewer)
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
        held = _keep_held(connection, viewer)
        assessed = read_assessments(connection, on, known_on)
    areas: dict[str, list[Held]] = defaultdict(list)
    for one in _to_seen(held, viewer):
        areas[one.piece.lpo].append(one)
    found = {}
    for code, own in areas.items():
        parts = (to_piece_assessment(piece, assessed) for piece in _to_nearest(own, on))
        found[code] = (assessed.get(code) or to_joint(parts)).prioritised
    return found


def _to_nearest(held: list[Held], on: date) -> list[Piece]:
    """An area's pieces on the day, or on its own day nearest to that."""
    day = max(min(one.first for one in held), min(on, max(one.end for one in held)))
    return [one.piece for one in held if one.first <= day <= one.end]


def _keep_held(connection: Connection, viewer: Viewer) -> list[Held]:
    """Every piece of every day, not scoped yet."""

    def read() -> list[Held]:
        return [Held(Piece(*row[:7]), *row[7:]) for row in connection.execute(_PARTS)]

    return keep("held", None, read, viewer=viewer)


def _to_seen(held: list[Held], viewer: Viewer) -> list[Held]:
    """The pieces of the LPO that the viewer sees all of."""
    hidden = {one.piece.lpo for one in held if not viewer.sees(*one.piece.codes())}
    return [one for one in held if one.piece.lpo not in hidden]
