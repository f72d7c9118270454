"""Young people by sex and age group, year by year: what counts of them are set against."""

from collections import Counter, defaultdict
from datetime import date
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection

import clock
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.places import Piece, group, read_pieces_on_each, to_visible
from data_access.population_editions import Held, read_ages, read_ages_on_each
from data_access.viewer import Viewer
from geodata.division import to_level
from geodata.population import ESTIMATED, OFFICIAL, to_part_cells

SEXES, AGES, ALL = ("kvinna", "man"), ("12-14", "15-17", "18-20"), "totalt"
CELLS = tuple((sex, age) for sex in SEXES for age in AGES)
COLUMNS = {
    "level": "str",
    "code": "str",
    "year": "int64",
    "sex": "str",
    "age_group": "str",
    "persons": "Int64",
    "status": "str",
}
FIRST_YEAR, LAST_YEAR = 1900, 2100


class BadYear(ValueError):
    """A year that can't be one of ours."""

    def __init__(self, year: object):
        super().__init__(f"no year {year!r}; give whole years {FIRST_YEAR}–{LAST_YEAR}")


class Young(NamedTuple):
    """The young of the kommuner: persons by `CELLS` of each, whose counts are official, and of
    which day they are."""

    persons: dict[str, list[int]]
    official: set[str]
    as_of: date


@cached
def fetch_young(level: str, years: tuple[int, ...], *, viewer: Viewer) -> pd.DataFrame:
    """Every area of the level that the viewer sees whole, each year: level, code, year, sex
    ('kvinna', 'man', 'totalt'), age_group ('12-14', '15-17', '18-20', 'totalt' = 12–20), persons,
    status ('officiell', 'skattad').

    The division is that of the year's last day, or of today in a year that has not ended; before
    the first division there are no rows. The population is that of the newest day known by then,
    else the oldest there is. Where it isn't the year's own 31 December it stands in for it and is
    'skattad', as are areas with a part of a city: parts get their share, adding up to the city's.
    Raises geodata's UnknownLevel, BadYear, DatabaseUnavailable.
    """
    to_level(level)
    for year in years:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise BadYear(year)
    ordered = sorted(set(years))
    days = [min(date(year, 12, 31), clock.today()) for year in ordered]
    with reading() as connection:
        pieces = read_pieces_on_each(connection, days)
        young = [_to_young(*one) for one in read_ages_on_each(connection, days)]
    rows: list[tuple[object, ...]] = []
    for year, of_year, young_of_year in zip(ordered, pieces, young, strict=True):
        rows += _to_rows(of_year, young_of_year, level, year, viewer)
    return to_frame(rows, COLUMNS)


def _to_rows(
    pieces: list[Piece], young: Young, level: str, year: int, viewer: Viewer
) -> list[tuple[object, ...]]:
    last = date(year, 12, 31)
    counts = to_piece_cells(pieces, young)
    whole = young.official if young.as_of == last else set()
    sizes, areas = Counter(piece.kommun for piece in pieces), group(pieces, level)
    rows: list[tuple[object, ...]] = []
    for code in sorted(to_visible(pieces, viewer) & areas.keys()):
        held = Counter(piece.kommun for piece in areas[code])
        sure = all(kommun in whole and sizes[kommun] == number for kommun, number in held.items())
        sums = [sum(one) for one in zip(*(counts[piece] for piece in areas[code]), strict=True)]
        status = OFFICIAL if sure else ESTIMATED
        rows += [(level, code, year, *cell, status) for cell in _with_totals(sums)]
    return rows


def read_young(connection: Connection, day: date) -> Young:
    """The young of every kommun, of the newest population known by the day, else the oldest."""
    return _to_young(*read_ages(connection, day))


def _to_young(as_of: date, ages: list[Held]) -> Young:
    persons: dict[str, list[int]] = defaultdict(lambda: [0] * len(CELLS))
    for held in ages:
        persons[held.area][CELLS.index((held.sex, held.age_group))] = held.persons
    doubtful = {held.area for held in ages if held.status != OFFICIAL}
    return Young(dict(persons), persons.keys() - doubtful, as_of)


def to_piece_cells(pieces: list[Piece], young: Young) -> dict[Piece, list[int]]:
    """Persons of each piece by `CELLS`."""
    counts = {}
    for kommun, parts in group(pieces, "kommun").items():
        table = to_part_cells(young.persons[kommun], [piece.share for piece in parts])
        counts.update(dict(zip(parts, map(list, zip(*table, strict=True)), strict=True)))
    return counts


def _with_totals(sums: list[int]) -> list[tuple[str, str, int]]:
    """(sex, age_group, persons) of the cells and of all that they sum to."""
    cells = dict(zip(CELLS, sums, strict=True))
    return [
        (sex, age, sum(n for cell, n in cells.items() if _holds((sex, age), cell)))
        for sex in (*SEXES, ALL)
        for age in (*AGES, ALL)
    ]


def _holds(wanted: tuple[str, str], cell: tuple[str, str]) -> bool:
    return all(one in (ALL, own) for one, own in zip(wanted, cell, strict=True))
