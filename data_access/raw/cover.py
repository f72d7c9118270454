"""The local council that an area's events are of; a new one where the area has none."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from data_access.changes import Change
from data_access.places import read_pieces
from data_access.schema import AREA, COUNCIL, COUNCIL_AREA

LEVEL = "lokal"


def find_or_add_council(change: Change, lpo: str, on: date, recorded: dict[str, Any]) -> int:
    """The id of the local council that covers the LPO on the day: itself, or all its kommuner, or
    some of them when it is named after the LPO. Else of one that is named so, and covers the LPO
    from the day."""
    connection, code = change.connection, f"lokalt-rad-{lpo.removeprefix('lpo-')}"
    council = connection.scalar(select(COUNCIL.c.id).where(COUNCIL.c.code == code))
    found = _find(connection, lpo, on, council)
    if found is not None:
        return found
    if council is None:
        name = connection.scalar(select(AREA.c.name).where(AREA.c.code == lpo))
        row = {"code": code, "name": f"Lokalt råd {name}", "level": LEVEL}
        council = change.add(COUNCIL, row | recorded, of=code)
    cover = {"council_id": council, "area_code": lpo, "covers": True, "effective_on": on}
    change.add(COUNCIL_AREA, cover | recorded, of=code)
    return int(council)


def _find(connection: Connection, lpo: str, on: date, named: int | None) -> int | None:
    kommuner = {piece.kommun for piece in read_pieces(connection, on) if piece.lpo == lpo}
    covered = _read_covered(connection, {lpo, *kommuner}, on)
    whole = [council for council, areas in covered.items() if lpo in areas]
    parts = [council for council, areas in covered.items() if kommuner and kommuner <= areas]
    own = [council for council in covered if council == named]
    return min(whole or parts or own, default=None)


def _read_covered(connection: Connection, codes: set[str], on: date) -> dict[int, set[str]]:
    """Local council → which of the areas it covers on the day."""
    cover = COUNCIL_AREA.c
    rows = connection.execute(
        select(cover.council_id, cover.area_code, cover.covers)
        .join(COUNCIL, COUNCIL.c.id == cover.council_id)
        .where(COUNCIL.c.level == LEVEL, cover.area_code.in_(codes), cover.effective_on <= on)
        .order_by(cover.effective_on, cover.recorded_at, cover.id)
    )
    newest = {(row.council_id, row.area_code): row.covers for row in rows}
    covered: dict[int, set[str]] = defaultdict(set)
    for (council, area), covers in newest.items():
        if covers:
            covered[council].add(area)
    return covered
