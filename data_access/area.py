"""One area and what belongs to it: the way up, what lies in it, and what it came from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, Date, text

from data_access.cache import keep
from data_access.frames import swedish
from data_access.places import Piece, read_pieces, to_known
from data_access.viewer import Viewer
from geodata.division import UnknownArea

_AREAS = text("SELECT code, level, name, parent, valid_from, valid_to FROM area").columns(
    valid_from=Date, valid_to=Date
)
# Pairs of LPO that share a kommun, and the days on which the second does
_SHARED = text("""
SELECT DISTINCT m.lpo, o.lpo, o.valid_from, o.valid_to
FROM area_membership m JOIN area_membership o ON o.kommun = m.kommun AND o.lpo <> m.lpo
""").columns(valid_from=Date, valid_to=Date)


class AreaRow(NamedTuple):
    """An area as it is stored; parent None = riket, valid_to None = open."""

    code: str
    level: str
    name: str
    parent: str | None
    valid_from: date
    valid_to: date | None

    def holds(self, on: date) -> bool:
        """Whether the area exists on the day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class Area:
    """An area on a day. `path` goes from riket down to what the area lies in, itself left out;
    lists hold (code, name) in Swedish order; a kommun's part is '' when it is whole."""

    code: str
    level: str
    name: str
    path: tuple[tuple[str, str, str], ...]  # (code, name, level)
    kommuner: tuple[tuple[str, str, str], ...]  # (code, name, part)
    lpos: tuple[tuple[str, str], ...]
    lan: tuple[tuple[str, str], ...]
    valid_from: date
    valid_to: date | None
    successors: tuple[str, ...]
    predecessors: tuple[str, ...]


def read_areas(connection: Connection) -> dict[str, AreaRow]:
    """Every area of every day, by code."""
    return {row[0]: AreaRow(*row) for row in connection.execute(_AREAS)}


def keep_areas(connection: Connection, viewer: Viewer) -> dict[str, AreaRow]:
    """Every area of every day by code, not scoped, read once a version."""
    return keep("areas", None, lambda: read_areas(connection), viewer=viewer)


def keep_pieces(connection: Connection, on: date, viewer: Viewer) -> list[Piece]:
    """Every piece of the division on the day, not scoped yet, read once a version."""
    return keep("pieces", on, lambda: read_pieces(connection, on), viewer=viewer)


def find_area(
    connection: Connection, code: str, on: date, visible: frozenset[str], viewer: Viewer
) -> Area:
    """The area on the day, as a viewer who sees the `visible` areas does. Raises UnknownArea when
    there is none, or none that the viewer sees."""
    areas = keep_areas(connection, viewer)
    pieces = keep_pieces(connection, on, viewer)
    row = areas.get(code)
    if row is None or code not in visible:
        raise UnknownArea(code, on, _other_day(connection, row, on, viewer))
    inside = [piece for piece in pieces if code in (*piece.codes(), "se")]
    shared = keep("shared", None, lambda: _read_shared(connection), viewer=viewer)
    before, after = _to_kin(row, shared)
    return Area(
        code=code,
        level=row.level,
        name=row.name,
        path=_to_path(row, areas, visible),
        kommuner=_to_kommuner(row, inside, areas),
        lpos=() if row.level == "lpo" else _named({piece.lpo for piece in inside}, areas),
        lan=() if row.level == "lan" else _named({piece.lan for piece in inside}, areas),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successors=after,
        predecessors=before,
    )


def _other_day(
    connection: Connection, row: AreaRow | None, on: date, viewer: Viewer
) -> date | None:
    """The nearest day on which the viewer sees the area, None when there is none."""
    if row is None or row.holds(on):
        return None
    day = row.valid_from if on < row.valid_from else row.valid_to
    if day is None or row.code not in to_known(read_pieces(connection, day), viewer):
        return None
    return day


def _to_path(
    row: AreaRow, areas: dict[str, AreaRow], visible: frozenset[str]
) -> tuple[tuple[str, str, str], ...]:
    path: list[tuple[str, str, str]] = []
    parent = row.parent
    while parent is not None:
        above = areas[parent]
        if above.code in visible:
            path.append((above.code, above.name, above.level))
        parent = above.parent
    return tuple(reversed(path))


def _to_kommuner(
    row: AreaRow, inside: list[Piece], areas: dict[str, AreaRow]
) -> tuple[tuple[str, str, str], ...]:
    """The kommuner in the area; of a split one the part, but only for an LPO."""
    if row.level == "kommun":
        return ()
    parts = {piece.kommun: piece.part if row.level == "lpo" else "" for piece in inside}
    return tuple((code, name, parts[code]) for code, name in _named(parts, areas))


def _named(codes: Iterable[str], areas: dict[str, AreaRow]) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(((code, areas[code].name) for code in codes), key=lambda area: swedish(area[1]))
    )


Shared = dict[str, list[tuple[str, date, date | None]]]


def _read_shared(connection: Connection) -> Shared:
    """LPO → those that share a kommun with it, and the first and last day on which they do."""
    shared: Shared = defaultdict(list)
    for code, other, first, last in connection.execute(_SHARED):
        shared[code].append((other, first, last))
    return dict(shared)


def _to_kin(row: AreaRow, shared: Shared) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(predecessors, successors): LPO on the same ground that end the day before, or follow."""
    others, day = shared.get(row.code, []), timedelta(days=1)
    before = {code for code, _, end in others if end and end + day == row.valid_from}
    after = {code for code, start, _ in others if row.valid_to and row.valid_to + day == start}
    return tuple(sorted(before)), tuple(sorted(after))
