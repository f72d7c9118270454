"""Where councils stand: of every area, and of every piece, on a day as known on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from data_access.assessments import fetch_assessments, read_piece_assessments
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import swedish, to_frame
from data_access.history import fetch_events, fetch_history, fetch_recent
from data_access.milestones import fetch_milestones
from data_access.places import Piece, to_seen, to_visible
from data_access.population import read_piece_counts
from data_access.stages import AREAS, Standing, read_standings
from data_access.viewer import COUNCILS, Viewer
from geodata.population import ESTIMATED
from indicators.stages import ESTABLISHED

__all__ = [
    "NoStagesOfLevel",
    "fetch_assessments",
    "fetch_events",
    "fetch_history",
    "fetch_milestones",
    "fetch_pieces",
    "fetch_recent",
    "fetch_stages",
]

STAGE_COLUMNS = {
    "code": "str",
    "stage": "object",
    "since": "object",
    "established_on": "object",
    "partly": "bool",
    "reason": "object",
    "councils": "str",
    "is_example": "bool",
}
PIECE_COLUMNS = dict.fromkeys(("kommun", "lpo", "polisomrade", "polisregion", "lan"), "str") | {
    "share": "float64",
    "young": "float64",
    "persons": "float64",
    "stage": "object",
    "covered": "bool",
    "prioritised": "object",
    "since": "object",
    "reason": "object",
    "estimated": "bool",
}


class NoStagesOfLevel(LookupError):
    """Areas of the level have no councils of their own."""

    def __init__(self, level: str):
        super().__init__(f"no stages of level {level!r}; choose one of {', '.join(AREAS)}")


@cached
def fetch_stages(
    level: str, on: date, *, known_on: date | None = None, viewer: Viewer
) -> pd.DataFrame:
    """Every area of the level on the day, as known on `known_on` (None = all known now): code,
    stage (None = no data), since, established_on, partly, reason, councils, is_example.

    Of several councils the furthest speaks; `partly` = not in all of the area.
    Raises NoStagesOfLevel, DatabaseUnavailable.
    """
    if level not in AREAS:
        raise NoStagesOfLevel(level)
    if not viewer.sees_entry(COUNCILS, level):
        return to_frame([], STAGE_COLUMNS)
    with reading() as connection:
        standings = read_standings(connection, level, on, known_on)
    visible = to_visible((piece for piece, _ in standings), viewer)
    areas = to_areas(standings, level)
    rows = [(code, *to_area_stage(areas[code])) for code in sorted(visible & areas.keys())]
    return to_frame(rows, STAGE_COLUMNS)


def to_areas(
    standings: Iterable[tuple[Piece, Standing]], level: str
) -> dict[str, dict[Piece, list[Standing]]]:
    """The standings by their area of the level, and of each by piece."""
    areas: dict[str, dict[Piece, list[Standing]]] = defaultdict(lambda: defaultdict(list))
    for piece, standing in standings:
        areas[getattr(piece, level)][piece].append(standing)
    return areas


def to_area_stage(pieces: dict[Piece, list[Standing]]) -> tuple[Any, ...]:
    """(stage, since, established_on, partly, reason, councils, is_example) of an area."""
    known = [one for standings in pieces.values() for one in standings if one.stage]
    if not known:
        return None, None, None, False, None, "", False
    furthest = max(one.rank for one in known)
    at_it = [one for one in known if one.rank == furthest]
    first = min(at_it, key=lambda one: (one.here_since, one.council or ""))
    partly = any(max(one.rank for one in standings) < furthest for standings in pieces.values())
    names = " · ".join(sorted({one.council or "" for one in known}, key=swedish))
    established = first.here_since if first.stage == ESTABLISHED else None
    example = any(one.is_example for one in at_it)
    return first.stage, first.here_since, established, partly, first.reason, names, example


@cached
def fetch_pieces(on: date, *, known_on: date | None = None, viewer: Viewer) -> pd.DataFrame:
    """Every piece (kommun × LPO): kommun, lpo, polisomrade, polisregion, lan, share (0–1 of the
    kommun), young (12–20), persons, stage, covered (an established council covers it),
    prioritised (True, False or None = not assessed), since (first day of the stage), reason (of
    the stage), estimated (young are). What `indicators.coverage` and `gaps` count on.
    """
    with reading() as connection:
        standings = read_standings(connection, "lpo", on, known_on)
        counts = read_piece_counts(connection, on)
        prioritised = read_piece_assessments(connection, on, known_on)
    by_piece: dict[Piece, list[Standing]] = defaultdict(list)
    for piece, standing in standings:
        by_piece[piece].append(standing)
    rows = []
    for piece in sorted(to_seen(by_piece, viewer)):
        stage, since, _established, _partly, reason, *_ = to_area_stage({piece: by_piece[piece]})
        count = counts[piece.kommun, piece.lpo]
        covered, assessed = stage == ESTABLISHED, prioritised(piece)
        estimated = bool(piece.part) or count.young_status == ESTIMATED
        told = (count.young, count.persons, stage, covered, assessed, since, reason, estimated)
        rows.append((*piece[:6], *told))
    return to_frame(rows, PIECE_COLUMNS)
