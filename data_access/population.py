"""How many live where, and which of it is official: never a part of a kommun."""

from collections import Counter, defaultdict
from datetime import date
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection

from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.places import Piece, group, read_pieces, to_visible
from data_access.population_editions import Held, read_ages, read_official_years, read_totals
from data_access.viewer import Viewer
from geodata.division import to_level
from geodata.population import ESTIMATED, OFFICIAL, to_parts

COLUMNS = {
    "code": "str",
    "persons": "int64",
    "young": "int64",
    "status": "str",
    "young_status": "str",
    "as_of": "object",
    "young_as_of": "object",
}
Key = tuple[str, str]  # kommun, lpo


class Count(NamedTuple):
    """Persons of all ages, young (12–20), whether each is official or estimated, and of when."""

    persons: int
    young: int
    status: str
    young_status: str
    as_of: date
    young_as_of: date


class Basis(NamedTuple):
    """What the population of a day rests on: of which day the kommuner's persons (always official)
    and young are, whether the young are official, and the years whose young are."""

    as_of: date
    young_status: str
    young_as_of: date
    official_years: tuple[int, ...]


@cached
def fetch_basis(on: date, *, viewer: Viewer) -> Basis:  # noqa: ARG001 - the key of what is kept
    """What the population shown for the day rests on, the same for everybody: it tells no count.
    Raises DatabaseUnavailable."""
    with reading() as connection:
        as_of, _totals = read_totals(connection, on)
        young_as_of, ages = read_ages(connection, on)
        years = read_official_years(connection)
    young_status = _worst([held.status for held in ages], whole=True)
    return Basis(as_of, young_status, young_as_of, years)


@cached
def fetch_population(level: str, on: date, *, viewer: Viewer) -> pd.DataFrame:
    """Every area of the level on the day: code, persons, young (12–20), status ('officiell',
    'skattad'), young_status, as_of and young_as_of (the days that they are of: the newest known
    by the day, or the oldest there is). Raises geodata's UnknownLevel, DatabaseUnavailable.

    A city's parts get their share of the city, and an area with only some of them is estimated.
    """
    to_level(level)
    with reading() as connection:
        pieces = read_pieces(connection, on)
        counts = to_piece_counts(pieces, _read_kommuner(connection, on))
    areas, sizes = group(pieces, level), Counter(piece.kommun for piece in pieces)
    codes = sorted(to_visible(pieces, viewer) & areas.keys())
    return to_frame([(code, *_to_sum(areas[code], sizes, counts)) for code in codes], COLUMNS)


def read_piece_counts(connection: Connection, on: date) -> dict[Key, Count]:
    """(kommun, lpo) → the piece's count."""
    return to_piece_counts(read_pieces(connection, on), _read_kommuner(connection, on))


def to_piece_counts(pieces: list[Piece], kommuner: dict[str, Count]) -> dict[Key, Count]:
    """Each kommun's count over its pieces by share, adding up to the kommun's own."""
    counts = {}
    for code, parts in group(pieces, "kommun").items():
        whole, shares = kommuner[code], [piece.share for piece in parts]
        persons, young = to_parts(whole.persons, shares), to_parts(whole.young, shares)
        for piece, some, some_young in zip(parts, persons, young, strict=True):
            counts[code, piece.lpo] = Count(some, some_young, *whole[2:])
    return counts


def _read_kommuner(connection: Connection, on: date) -> dict[str, Count]:
    as_of, totals = read_totals(connection, on)
    young_as_of, ages = read_ages(connection, on)
    young: dict[str, list[Held]] = defaultdict(list)
    for held in ages:
        young[held.area].append(held)
    return {
        one.area: Count(
            one.persons,
            sum(held.persons for held in young[one.area]),
            one.status,
            _worst([held.status for held in young[one.area]], whole=True),
            as_of,
            young_as_of,
        )
        for one in totals
    }


def _to_sum(area: list[Piece], sizes: Counter[str], counts: dict[Key, Count]) -> Count:
    """The area's count: official only when it holds whole kommuner with official counts."""
    held = Counter(piece.kommun for piece in area)
    parts = [counts[piece.kommun, piece.lpo] for piece in area]
    whole = all(sizes[kommun] == number for kommun, number in held.items())
    return Count(
        sum(part.persons for part in parts),
        sum(part.young for part in parts),
        _worst([part.status for part in parts], whole),
        _worst([part.young_status for part in parts], whole),
        parts[0].as_of,
        parts[0].young_as_of,
    )


def _worst(statuses: list[str], whole: bool) -> str:
    return OFFICIAL if whole and set(statuses) == {OFFICIAL} else ESTIMATED
