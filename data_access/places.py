"""The division on a day as pieces (kommun × LPO), and what of it a viewer sees."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Date, bindparam, text

from data_access.cache import keep
from data_access.viewer import Viewer

_PLACED = """
SELECT m.kommun, m.lpo, l.parent AS polisomrade, o.parent AS polisregion, k.parent AS lan,
       m.share, m.part{more}
FROM area_membership m
JOIN area l ON l.code = m.lpo
JOIN area o ON o.code = l.parent
JOIN area k ON k.code = m.kommun
"""
_ORDER = "ORDER BY m.kommun, m.lpo"
PIECES = (
    _PLACED.format(more="")
    + "WHERE m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)\n"
)
_PIECES = text(PIECES + _ORDER).bindparams(bindparam("day", type_=Date))
_EVER = text(_PLACED.format(more=", m.valid_from, m.valid_to") + _ORDER + ", m.valid_from").columns(
    valid_from=Date, valid_to=Date
)


class Piece(NamedTuple):
    """A kommun's part in an LPO: `share` (0–1) of the kommun's population; part '' = whole."""

    kommun: str
    lpo: str
    polisomrade: str
    polisregion: str
    lan: str
    share: float
    part: str

    @property
    def riket(self) -> str:
        """The level that holds everything."""
        return "se"

    def codes(self) -> tuple[str, ...]:
        """The piece's area on each level but riket."""
        return self[:5]


class Placed(NamedTuple):
    """A piece, and the first and last day on which it is one (None = open)."""

    piece: Piece
    first: date
    last: date | None

    @property
    def end(self) -> date:
        """The last day that there is."""
        return self.last or date.max


def read_pieces(connection: Connection, on: date) -> list[Piece]:
    """Every piece of the division on the day."""
    return [Piece(*row) for row in connection.execute(_PIECES, {"day": on})]


def read_pieces_on_each(connection: Connection, days: Sequence[date]) -> list[list[Piece]]:
    """`read_pieces` of each of the days, by one question."""
    return to_pieces_on_each(read_placed(connection), days)


def read_placed(connection: Connection) -> list[Placed]:
    """Every piece of every day."""
    return [Placed(Piece(*row[:7]), *row[7:]) for row in connection.execute(_EVER)]


def keep_placed(connection: Connection, viewer: Viewer) -> list[Placed]:
    """The same, not scoped yet, read once a version."""
    return keep("placed", None, lambda: read_placed(connection), viewer=viewer)


def to_pieces_on_each(placed: Sequence[Placed], days: Iterable[date]) -> list[list[Piece]]:
    """The pieces of each of the days."""
    return [
        [piece for piece, first, last in placed if first <= day and (last is None or day <= last)]
        for day in days
    ]


def to_visible(pieces: Iterable[Piece], viewer: Viewer) -> frozenset[str]:
    """Codes of the areas whose figures the viewer sees: those of which she sees every piece."""
    return to_whole(pieces, viewer.sees)


def to_known(pieces: Iterable[Piece], viewer: Viewer) -> frozenset[str]:
    """Codes of the areas that exist for the viewer, figures or not."""
    return to_whole(pieces, viewer.knows)


def to_whole(pieces: Iterable[Piece], holds: Callable[..., bool]) -> frozenset[str]:
    """Codes of the areas of which a scope holds every piece."""
    inside: set[str] = set()
    outside: set[str] = set()
    for piece in pieces:
        (inside if holds(*piece.codes()) else outside).update((*piece.codes(), "se"))
    return frozenset(inside - outside)


def to_seen(pieces: Iterable[Piece], viewer: Viewer) -> list[Piece]:
    """The pieces that the viewer sees."""
    return [piece for piece in pieces if viewer.sees(*piece.codes())]


def group(pieces: Iterable[Piece], level: str) -> dict[str, list[Piece]]:
    """The pieces by their area of the level."""
    groups: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        groups[getattr(piece, level)].append(piece)
    return groups
