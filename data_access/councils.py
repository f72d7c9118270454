"""Councils and the areas that they cover: each call one transaction that only ever adds."""

import re
from datetime import date, datetime

from sqlalchemy import select

import clock
from data_access.changes import changing
from data_access.recording import (
    BadRecord,
    UnknownCouncil,
    check_area,
    find_council,
    read_covered,
    to_recorded,
)
from data_access.schema import COUNCIL, COUNCIL_AREA
from data_access.scope import NotAllowed, OutsideScope, check_right, check_scope
from data_access.viewer import Right, Viewer

__all__ = [
    "BadCouncil",
    "BadRecord",
    "NotAllowed",
    "OutsideScope",
    "UnknownCouncil",
    "add_council",
    "cover_area",
]

COUNCIL_LEVELS = ("nationell", "regional", "lokal")
LONGEST_CODE = 80
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


class BadCouncil(BadRecord):
    """A council, or an event of one, can't be recorded; `reason`: 'code', 'code-taken',
    'level', 'stage', 'reason'."""

    def __init__(self, reason: str, said: str):
        super().__init__(said)
        self.reason = reason


def add_council(
    code: str,
    name: str,
    level: str,
    *,
    viewer: Viewer,
    source: str,
    convener: str | None = None,
    coordinating_lan: str | None = None,
    builds_on: str | None = None,
    confidence: str | None = None,
    recorded_at: datetime | None = None,
) -> int:
    """Record a council ('nationell', 'regional', 'lokal'); its id.
    Raises BadCouncil, BadRecord, UnknownArea."""
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code):
        said = f"council code {code!r}: use letters a to z, digits and single hyphens"
        raise BadCouncil("code", said)
    if level not in COUNCIL_LEVELS:
        said = f"no council level {level!r}; choose one of {', '.join(COUNCIL_LEVELS)}"
        raise BadCouncil("level", said)
    recorded = to_recorded(viewer, source, recorded_at)
    with changing(viewer, f"råd {code}") as change:
        connection = change.connection
        _check_council(viewer, level)
        if connection.scalar(select(COUNCIL.c.id).where(COUNCIL.c.code == code)) is not None:
            said = f"there is a council {code!r} already; choose another code"
            raise BadCouncil("code-taken", said)
        if coordinating_lan is not None:
            check_area(
                connection, coordinating_lan, clock.day_of(recorded["recorded_at"]), ("lan",)
            )
        council = {
            "code": code,
            "name": name,
            "level": level,
            "convener": convener,
            "coordinating_lan": coordinating_lan,
            "builds_on": builds_on,
            "confidence": confidence,
        }
        return change.add(COUNCIL, council | recorded, of=code)


def cover_area(
    council: str,
    area_code: str,
    effective_on: date,
    *,
    viewer: Viewer,
    source: str,
    covers: bool = True,
    recorded_at: datetime | None = None,
) -> int:
    """Record that a council covers an area (LPO, kommun, polisregion, riket) from a day, or no
    longer does (`covers` False); the row's id. Raises UnknownCouncil, UnknownArea, BadRecord."""
    recorded = to_recorded(viewer, source, recorded_at)
    levels = ("lpo", "kommun", "polisregion", "riket")
    with changing(viewer, f"råds område: {council}") as change:
        connection = change.connection
        council_id = find_council(connection, council)
        # the day an area ceases is a day on which a council may leave it
        check_area(connection, area_code, effective_on if covers else None, levels)
        level = connection.scalar(select(COUNCIL.c.level).where(COUNCIL.c.id == council_id))
        _check_council(viewer, str(level))
        # of a council that covers something already, all of it
        own = {area_code} | read_covered(connection, council_id, effective_on)
        check_scope(connection, viewer, Right.REPORT, own, effective_on)
        row = {
            "council_id": council_id,
            "area_code": area_code,
            "covers": covers,
            "effective_on": effective_on,
        }
        return change.add(COUNCIL_AREA, row | recorded, of=council)


def _check_council(viewer: Viewer, level: str) -> None:
    """A council belongs to nobody until it covers something; those above LPO need the country."""
    check_right(viewer, Right.REPORT)
    if level != "lokal" and not viewer.answers_for("se"):
        raise OutsideScope("se", clock.today())
