"""The areas that a viewer answers for, as reports know them, and where their councils stand."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from data_access.area import AreaRow, keep_areas, keep_pieces
from data_access.cache import keep
from data_access.establishment import to_area_stage, to_areas
from data_access.frames import swedish
from data_access.places import Piece, group, to_whole
from data_access.stages import read_standings
from data_access.viewer import Viewer
from indicators.stages import AT_WORK
from reporting.context import KnownArea
from reporting.kinds import LOCAL, REGIONAL

REPORTING_LEVELS = (LOCAL, REGIONAL)
Stages = dict[str, tuple[str, date]]  # an LPO's code → its stage and since when


def find_own_areas(connection: Connection, on: date, viewer: Viewer) -> dict[str, KnownArea]:
    """The LPO and polisregioner that the viewer answers for as the division is on the day, by
    code: first the LPO, then the regions, each in Swedish order."""
    pieces = keep_pieces(connection, on, viewer)
    own = to_whole(pieces, viewer.answers_for)
    areas = keep_areas(connection, viewer)
    found = []
    for level in REPORTING_LEVELS:
        inside = group(pieces, level)
        known = (to_known_area(areas[code], inside[code]) for code in own & inside.keys())
        found += sorted(known, key=lambda area: (swedish(area.name), area.code))
    return {area.code: area for area in found}


def to_known_area(row: AreaRow, pieces: Iterable[Piece]) -> KnownArea:
    """The area that the pieces make up."""
    inside = list(pieces)
    kommuner = frozenset(piece.kommun for piece in inside)
    return KnownArea(row.code, row.name, row.level, inside[0].polisregion, kommuner)


def find_stages(connection: Connection, on: date, codes: Iterable[str], viewer: Viewer) -> Stages:
    """Of those of the LPO that have a stage on the day: which, and since when."""
    stages = keep("lpo-stages", on, lambda: _read_stages(connection, on), viewer=viewer)
    return {code: stages[code] for code in codes if code in stages}


def find_started(
    connection: Connection, on: date, codes: Iterable[str], viewer: Viewer
) -> frozenset[str]:
    """Those of the LPO whose council has started or is established on the day."""
    stages = find_stages(connection, on, codes, viewer)
    return frozenset(code for code, (at, _) in stages.items() if at in AT_WORK)


def _read_stages(connection: Connection, on: date) -> Stages:
    areas = to_areas(read_standings(connection, LOCAL, on, None), LOCAL)
    found = {code: to_area_stage(pieces)[:2] for code, pieces in areas.items()}
    return {code: (stage, since) for code, (stage, since) in found.items() if stage is not None}
