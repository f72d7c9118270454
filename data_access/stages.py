"""One query: the stage of every piece of the country under each council that covers it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Boolean, Connection, Date, TextClause

from data_access.latest import clocks, latest, statement
from data_access.places import PIECES, Piece
from indicators.stages import RANK

# Where a council's area is looked for. Councils of the police region and the country stand for
# themselves: they do not make their LPO covered.
AREAS: dict[str, tuple[str, ...]] = {
    "lpo": ("p.lpo", "p.kommun"),
    "kommun": ("p.lpo", "p.kommun"),
    "polisregion": ("p.polisregion",),
    "riket": ("'se'",),
}
_SQL = """
WITH piece AS ({pieces}),
{stage},
{cover},
hit AS ({hits})
SELECT p.kommun, p.lpo, p.polisomrade, p.polisregion, p.lan, p.share, p.part,
       h.name, h.stage, h.since, h.cover_since, h.area_from, h.reason, h.is_example
FROM piece p LEFT JOIN hit h ON h.kommun = p.kommun AND h.lpo = p.lpo
"""
_HIT = """
SELECT p.kommun, p.lpo, c.name, e.stage, e.reason, s.since, v.since AS cover_since,
       a.valid_from AS area_from, (c.is_example OR e.is_example) AS is_example
FROM piece p
JOIN cover v ON v.area_code = {area}
JOIN council_area w ON w.id = v.id AND w.covers
JOIN area a ON a.code = v.area_code
JOIN stage s ON s.council_id = v.council_id
JOIN council_event e ON e.id = s.id
JOIN council c ON c.id = v.council_id
"""


class Standing(NamedTuple):
    """A council's stage over a piece; every field None when no council covers the piece."""

    council: str | None
    stage: str | None
    since: date | None
    cover_since: date | None
    area_from: date | None
    reason: str | None
    is_example: bool | None

    @property
    def rank(self) -> int:
        """How far it is, -1 for no data."""
        return -1 if self.stage is None else RANK[self.stage]

    @property
    def here_since(self) -> date:
        """First day of the unbroken stage in this area.

        A council that takes on an area later counts from then, unless the area is new itself:
        the first day of a new division breaks nothing.
        """
        assert self.since and self.cover_since and self.area_from
        return (
            self.since if self.cover_since <= self.area_from else max(self.since, self.cover_since)
        )


NO_COUNCIL = Standing(None, None, None, None, None, None, None)


def _to_statement(areas: Iterable[str]) -> TextClause:
    stage = latest(
        "stage",
        "council_event",
        ("council_id",),
        "stage",
        of="SELECT id AS council_id FROM council",
    )
    cover = latest("cover", "council_area", ("council_id", "area_code"), "covers", corrects=False)
    hits = "UNION ALL".join(_HIT.format(area=area) for area in areas)
    return statement(
        _SQL.format(pieces=PIECES, stage=stage, cover=cover, hits=hits),
        since=Date,
        cover_since=Date,
        area_from=Date,
        is_example=Boolean,
    )


_STATEMENTS = {level: _to_statement(areas) for level, areas in AREAS.items()}


def read_standings(
    connection: Connection, level: str, on: date, known_on: date | None
) -> list[tuple[Piece, Standing]]:
    """Each piece with each council that covers it; a piece that none covers comes once."""
    rows = connection.execute(_STATEMENTS[level], clocks(on, known_on))
    return [(Piece(*row[:7]), Standing(*row[7:])) for row in rows]
