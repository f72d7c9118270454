"""The kommuner's population on a day: the newest edition read of it, else what we come with."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, func, literal, select, true, union

from data_access.schema import POPULATION, POPULATION_COUNT, POPULATION_EDITION
from geodata.population import OFFICIAL

ALL = "totalt"
FACTS = 0  # stands for what we come with, among the numbers of editions


class Held(NamedTuple):
    """Persons of one kommun in one cell, and whether they are official or estimated."""

    area: str
    sex: str
    age_group: str
    persons: int
    status: str


class Day(NamedTuple):
    """The day that counts are of, and the edition that tells them (`FACTS` or its id)."""

    as_of: date
    edition: int


def read_totals(connection: Connection, on: date) -> tuple[date, list[Held]]:
    """All inhabitants of each kommun, and which day they are of: the newest known by `on`, or the
    oldest there is for a day before it."""
    return _read(connection, on, total=True)


def read_ages(connection: Connection, on: date) -> tuple[date, list[Held]]:
    """As `read_totals`, the young of each kommun by sex and age group."""
    return _read(connection, on, total=False)


def read_edition(connection: Connection, as_of: date) -> dict[tuple[str, str, str], int]:
    """What has been read of the day: (area, sex, age_group) → persons. Ages alone leave the total
    of an edition before them."""
    told: dict[tuple[str, str, str], int] = {}
    for total in (True, False):
        day = _find(connection, as_of, total=total)
        if day.as_of == as_of and day.edition != FACTS:
            rows = _read_rows(connection, day, total=total)
            told |= {(row.area, row.sex, row.age_group): row.persons for row in rows}
    return told


def read_official_years(connection: Connection) -> tuple[int, ...]:
    """The years whose official ages have been read, in order."""
    days = select(POPULATION_EDITION.c.as_of).distinct().order_by(POPULATION_EDITION.c.as_of)
    return tuple(day.year for day in connection.scalars(days))


def _read(connection: Connection, on: date, *, total: bool) -> tuple[date, list[Held]]:
    day = _find(connection, on, total=total)
    return day.as_of, _read_rows(connection, day, total=total)


def _find(connection: Connection, on: date, *, total: bool) -> Day:
    has = POPULATION_EDITION.c.has_total if total else true()
    known = union(
        select(POPULATION.c.as_of, literal(FACTS).label("edition")),
        select(POPULATION_EDITION.c.as_of, POPULATION_EDITION.c.id).where(has),
    ).subquery()
    newest = select(func.max(known.c.as_of)).where(known.c.as_of <= on).scalar_subquery()
    oldest = select(func.min(known.c.as_of)).scalar_subquery()
    found = select(known.c.as_of, func.max(known.c.edition)).group_by(known.c.as_of)
    row = connection.execute(found.where(known.c.as_of == func.coalesce(newest, oldest))).one()
    return Day(*row)


def _read_rows(connection: Connection, day: Day, *, total: bool) -> list[Held]:
    if day.edition == FACTS:
        source, where = POPULATION, POPULATION.c.as_of == day.as_of
        columns = [*_cell(source), source.c.status]
    else:
        source, where = POPULATION_COUNT, POPULATION_COUNT.c.edition == day.edition
        columns = [*_cell(source), literal(OFFICIAL)]
    kind = source.c.age_group == ALL if total else source.c.age_group != ALL
    return [Held(*row) for row in connection.execute(select(*columns).where(where, kind))]


def _cell(table: Table) -> list[ColumnElement[Any]]:
    return [table.c.area, table.c.sex, table.c.age_group, table.c.persons]
