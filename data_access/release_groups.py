"""How many live in each group that a release tells of, for the check of group facts."""

from collections.abc import Iterable

import pandas as pd

from data_access.connect import reading
from data_access.places import Piece, read_pieces
from data_access.young import ALL, CELLS, Young, read_young, to_piece_cells
from indicators.periods import Quarter

COLUMNS = ("part", "quarter", "sex", "age_group", "persons")


def read_groups(quarters: Iterable[str]) -> pd.DataFrame:
    """Persons of every lokalpolisområde by sex and age group, and of them all together (12–20,
    'totalt'), on the last day of each quarter: `COLUMNS`. Estimates count as they are. Raises
    DatabaseUnavailable."""
    rows: list[tuple[str, str, str, str, int]] = []
    last: tuple[list[Piece], Young] | None = None
    found: dict[str, list[int]] = {}
    with reading() as connection:
        for quarter in sorted(set(quarters)):
            day = Quarter.parse(quarter).last
            held = read_pieces(connection, day), read_young(connection, day)
            if held != last:  # most quarters are as the one before
                last, found = held, _to_lpos(to_piece_cells(*held))
            for lpo, persons in found.items():
                cells = zip(CELLS, persons, strict=True)
                rows += [(lpo, quarter, *cell, number) for cell, number in cells]
                rows.append((lpo, quarter, ALL, ALL, sum(persons)))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _to_lpos(pieces: dict[Piece, list[int]]) -> dict[str, list[int]]:
    """The pieces' persons summed by LPO, in the order of `CELLS`."""
    lpos: dict[str, list[int]] = {}
    for piece, persons in pieces.items():
        before = lpos.get(piece.lpo, [0] * len(CELLS))
        lpos[piece.lpo] = [a + b for a, b in zip(before, persons, strict=True)]
    return lpos
