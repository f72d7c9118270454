"""Stages and assessments of areas on many days at once, for the steps of the map's slider."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import Boolean, Connection, Date, text

from data_access.area import read_areas
from data_access.assessments import LEVELS, NoAssessmentsOfLevel, to_area_assessments
from data_access.cache import cached
from data_access.connect import reading
from data_access.coverage_course import COVERS, read_assessed
from data_access.establishment import STAGE_COLUMNS, NoStagesOfLevel, to_area_stage
from data_access.frames import to_frame
from data_access.latest import all_told, clocks, statement
from data_access.places import Piece, group, read_pieces_on_each, to_visible
from data_access.stages import NO_COUNCIL, Standing
from data_access.viewer import Viewer
from indicators.held import Since, to_held_since

AT = ("lpo", "kommun")  # where councils of these speak for the pieces in them
_EVENTS = statement(
    all_told("council_event", "t.council_id, t.stage, t.reason, t.is_example", "stage"),
    is_example=Boolean,
    effective_on=Date,
)
_COUNCILS = text("SELECT id, name, is_example FROM council").columns(is_example=Boolean)
_NEED_COLUMNS = {"code": "str", "prioritised": "object", "day": "object"}


class Event(NamedTuple):
    """What a council's event says, but for the day."""

    stage: str
    reason: str | None
    is_example: bool


class Known(NamedTuple):
    """What is told until the last day: of each day the councils' events and what they cover, and
    of all days the councils (name, is_example) and the areas' first days."""

    events: list[dict[int, Since[Event]]]
    covers: list[dict[tuple[int, str], Since[bool]]]
    councils: dict[int, tuple[str, bool]]
    first: dict[str, date]


@cached
def fetch_stages_on_each(level: str, days: tuple[date, ...], *, viewer: Viewer) -> pd.DataFrame:
    """`fetch_stages` of each of the days ('lpo' or 'kommun'), with the day beside. The number of
    questions is the same however many the days. Raises NoStagesOfLevel, DatabaseUnavailable."""
    if level not in AT:
        raise NoStagesOfLevel(level)
    ordered = sorted(set(days))
    columns = {**STAGE_COLUMNS, "day": "object"}
    if not ordered:
        return to_frame([], columns)
    with reading() as connection:
        pieces = read_pieces_on_each(connection, ordered)
        known = _read_known(connection, ordered)
    rows: list[tuple[Any, ...]] = []
    for at, day in enumerate(ordered):
        standings = _to_standings(known, at)
        areas = group(pieces[at], level)
        for code in sorted(to_visible(pieces[at], viewer) & areas.keys()):
            own = {piece: _to_own(piece, standings) for piece in areas[code]}
            rows.append((code, *to_area_stage(own), day))
    return to_frame(rows, columns)


@cached
def fetch_priorities_on_each(level: str, days: tuple[date, ...], *, viewer: Viewer) -> pd.DataFrame:
    """Code and prioritised as `fetch_assessments` has them on each of the days, with the day
    beside; by two questions. Raises NoAssessmentsOfLevel, DatabaseUnavailable."""
    if level not in LEVELS:
        raise NoAssessmentsOfLevel(level)
    ordered = sorted(set(days))
    if not ordered:
        return to_frame([], _NEED_COLUMNS)
    with reading() as connection:
        pieces = read_pieces_on_each(connection, ordered)
        assessed = read_assessed(connection, ordered, None)
    rows = [
        (code, one.prioritised, day)
        for at, day in enumerate(ordered)
        for code, one in to_area_assessments(pieces[at], assessed[at], level, viewer).items()
    ]
    return to_frame(rows, _NEED_COLUMNS)


def _read_known(connection: Connection, days: Sequence[date]) -> Known:
    bound = clocks(days[-1], None)
    events = [(row[0], Event(*row[1:4]), row[4]) for row in connection.execute(_EVENTS, bound)]
    covers = [((row[0], row[1]), row[2], row[3]) for row in connection.execute(COVERS, bound)]
    councils = {row[0]: (row[1], row[2]) for row in connection.execute(_COUNCILS)}
    first = {code: area.valid_from for code, area in read_areas(connection).items()}
    return Known(
        to_held_since(events, days, _to_stage), to_held_since(covers, days), councils, first
    )


def _to_stage(event: Event) -> Hashable:
    """What an unbroken run of events has in common."""
    return event.stage


def _to_standings(known: Known, at: int) -> dict[str, list[Standing]]:
    """Area → what each council that covers it says, on the day in that place."""
    found: dict[str, list[Standing]] = defaultdict(list)
    events = known.events[at]
    for (council, area), cover in known.covers[at].items():
        if not cover.value or council not in events:
            continue
        (stage, reason, made_up), since = events[council]
        name, is_example = known.councils[council]
        told = (name, stage, since, cover.since, known.first[area], reason, is_example or made_up)
        found[area].append(Standing(*told))
    return found


def _to_own(piece: Piece, standings: dict[str, list[Standing]]) -> list[Standing]:
    """The piece's, of councils that cover its area of either kind; one without when none does."""
    found = [*standings.get(piece.lpo, ()), *standings.get(piece.kommun, ())]
    return found or [NO_COUNCIL]
