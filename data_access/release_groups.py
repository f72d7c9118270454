"""How many live in each group that a release tells of, for the check of group facts."""

from collections.abc import Iterable
from datetime import date

import pandas as pd
from sqlalchemy import Connection, Date, bindparam, text

from data_access.connect import reading
from data_access.places import Piece, group, read_pieces
from geodata.population import to_parts
from indicators.periods import Quarter
from indicators.protection.names import TOTAL

COLUMNS = ("part", "quarter", "sex", "age_group", "persons")
Group = tuple[str, str]  # sex, age group

# The newest count by the day, or the oldest there is for a day before it.
_KOMMUNER = text("""
SELECT area, sex, age_group, persons FROM population
WHERE age_group <> 'totalt' AND sex <> 'totalt'
  AND as_of = COALESCE((SELECT MAX(as_of) FROM population WHERE as_of <= :day),
                       (SELECT MIN(as_of) FROM population))
""").bindparams(bindparam("day", type_=Date))


def read_groups(quarters: Iterable[str]) -> pd.DataFrame:
    """Persons of every lokalpolisområde by sex and age group, and of them all together (12–20,
    'totalt'), on the last day of each quarter: `COLUMNS`. Estimates count as they are. Raises
    DatabaseUnavailable."""
    rows: list[tuple[str, str, str, str, int]] = []
    counted: dict[object, dict[tuple[str, Group], int]] = {}  # most quarters have one division
    with reading() as connection:
        for quarter in sorted(set(quarters)):
            day = Quarter.parse(quarter).last
            pieces, kommuner = read_pieces(connection, day), _read_kommuner(connection, day)
            key = (tuple(pieces), tuple(sorted(kommuner.items())))
            if key not in counted:
                counted[key] = _to_counts(pieces, kommuner)
            rows += [(lpo, quarter, *kind, n) for (lpo, kind), n in counted[key].items()]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _read_kommuner(connection: Connection, day: date) -> dict[tuple[str, Group], int]:
    rows = connection.execute(_KOMMUNER, {"day": day})
    return {(row[0], (row[1], row[2])): int(row[3]) for row in rows}


def _to_counts(
    pieces: list[Piece], kommuner: dict[tuple[str, Group], int]
) -> dict[tuple[str, Group], int]:
    """Each kommun's groups over its pieces by share, summed by LPO."""
    counts: dict[tuple[str, Group], int] = {}
    parts_of = group(pieces, "kommun")
    for (kommun, kind), persons in kommuner.items():
        parts = parts_of.get(kommun, [])
        some = to_parts(persons, [piece.share for piece in parts]) if parts else []
        for piece, number in zip(parts, some, strict=True):
            for one in (kind, (TOTAL, TOTAL)):
                counts[piece.lpo, one] = counts.get((piece.lpo, one), 0) + number
    return counts
