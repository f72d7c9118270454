"""Which areas are prioritised: assessed from a day, with a reason, as known on a day."""

from collections.abc import Callable
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


@cached
def fetch_assessments(
    level: str, on: date, *, known_on: date | None = None, viewer: Viewer
) -> pd.DataFrame:
    """Every area of the level ('lpo', 'kommun') on the day: code, prioritised (True, False or
    None = not assessed), since, reason. Raises NoAssessmentsOfLevel, DatabaseUnavailable."""
    if level not in LEVELS:
        raise NoAssessmentsOfLevel(level)
    with reading() as connection:
        pieces = read_pieces(connection, on)
        assessed = read_assessments(connection, on, known_on)
    codes = sorted(to_visible(pieces, viewer) & group(pieces, level).keys())
    return to_frame([(code, *assessed.get(code, Assessment())) for code in codes], COLUMNS)


def read_assessments(
    connection: Connection, on: date, known_on: date | None
) -> dict[str, Assessment]:
    """The assessment that holds of each area that has one."""
    rows = connection.execute(_ASSESSMENTS, clocks(on, known_on))
    return {row[0]: Assessment(*row[1:]) for row in rows}


def read_piece_assessments(
    connection: Connection, on: date, known_on: date | None
) -> Callable[[Piece], bool | None]:
    """A piece's assessment: that of the finer of its two areas decides, else the other's."""
    assessed = read_assessments(connection, on, known_on)

    def prioritised(piece: Piece) -> bool | None:
        order = (piece.lpo, piece.kommun) if piece.part else (piece.kommun, piece.lpo)
        found = [assessed[code].prioritised for code in order if code in assessed]
        return found[0] if found else None

    return prioritised
