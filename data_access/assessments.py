"""Which areas are prioritised: assessed from a day, with a reason, as known on a day."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Boolean, Connection, Date

from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.latest import clocks, latest, statement
from data_access.places import Piece, group, read_pieces, to_visible
from data_access.viewer import Viewer

LEVELS = ("lpo", "kommun")
COLUMNS = {"code": "str", "prioritised": "object", "since": "object", "reason": "object"}

_ASSESSMENTS = statement(
    "WITH "
    + latest("assessed", "area_assessment", ("area_code",), "prioritised")
    + """
SELECT a.area_code, a.prioritised, s.since, a.reason
FROM assessed s JOIN area_assessment a ON a.id = s.id
""",
    prioritised=Boolean,
    since=Date,
)


class NoAssessmentsOfLevel(LookupError):
    """Only LPO and kommuner are assessed."""

    def __init__(self, level: str):
        super().__init__(f"no assessments of level {level!r}; choose one of {', '.join(LEVELS)}")


class Assessment(NamedTuple):
    """Prioritised or not, since a day, why. All None = never assessed."""

    prioritised: bool | None = None
    since: date | None = None
    reason: str | None = None


NOT_ASSESSED = Assessment()


@cached
def fetch_assessments(
    level: str, on: date, *, known_on: date | None = None, viewer: Viewer
) -> pd.DataFrame:
    """Every area of the level ('lpo', 'kommun') on the day: code, prioritised (True, False or
    None = not assessed), since, reason. An area without an assessment of its own has that of
    what it lies in or holds: prioritised when any part is. Raises NoAssessmentsOfLevel,
    DatabaseUnavailable."""
    if level not in LEVELS:
        raise NoAssessmentsOfLevel(level)
    with reading() as connection:
        pieces = read_pieces(connection, on)
        assessed = read_assessments(connection, on, known_on)
    found = to_area_assessments(pieces, assessed, level, viewer)
    return to_frame([(code, *one) for code, one in found.items()], COLUMNS)


def to_area_assessments(
    pieces: list[Piece], assessed: dict[str, Assessment], level: str, viewer: Viewer
) -> dict[str, Assessment]:
    """Each area of the level that the viewer sees, by code: its own, else that of its pieces."""
    areas = group(pieces, level)
    return {
        code: assessed.get(code)
        or to_joint(to_piece_assessment(piece, assessed) for piece in areas[code])
        for code in sorted(to_visible(pieces, viewer) & areas.keys())
    }


def to_joint(parts: Iterable[Assessment]) -> Assessment:
    """One for parts that were assessed apart: a prioritised one decides, then any assessed."""
    known = [part for part in parts if part.prioritised is not None]
    prioritised = [part for part in known if part.prioritised]
    return next(iter(prioritised or known), Assessment())


def to_piece_assessment(piece: Piece, assessed: dict[str, Assessment]) -> Assessment:
    """A piece's assessment: that of the finer of its two areas decides, else the other's."""
    whole = (piece.kommun, piece.lpo)
    first, second = reversed(whole) if piece.part else whole
    return assessed.get(first) or assessed.get(second) or NOT_ASSESSED


def read_assessments(
    connection: Connection, on: date, known_on: date | None
) -> dict[str, Assessment]:
    """The assessment that holds of each area that has one."""
    rows = connection.execute(_ASSESSMENTS, clocks(on, known_on))
    return {row[0]: Assessment(*row[1:]) for row in rows}


def read_piece_assessments(
    connection: Connection, on: date, known_on: date | None
) -> Callable[[Piece], bool | None]:
    """Gives whether a piece is prioritised, None = not assessed."""
    assessed = read_assessments(connection, on, known_on)
    return lambda piece: to_piece_assessment(piece, assessed).prioritised
