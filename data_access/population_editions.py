"""The kommuner's population on a day: the newest edition read of it, else what we come with."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    Table,
    func,
    literal,
    select,
    true,
    union,
)

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


def read_young_on_each(connection: Connection, days: Sequence[date]) -> list[dict[str, int]]:
    """The young of each kommun, all ages and both sexes, as `read_ages` has them on each of the
    days; by three questions however many the days."""
    held = _find_on_each(connection, days)
    young: dict[Day, dict[str, int]] = {}
    by_edition = {day.edition: day for day in held if day.edition != FACTS}
    for edition, area, persons in connection.execute(_to_sums(POPULATION_COUNT, by_edition)):
        young.setdefault(by_edition[edition], {})[area] = int(persons)
    of_facts = {day.as_of: day for day in held if day.edition == FACTS}
    for as_of, area, persons in connection.execute(_to_sums(POPULATION, of_facts)):
        young.setdefault(of_facts[as_of], {})[area] = int(persons)
    return [young.get(day, {}) for day in held]


def read_ages_on_each(
    connection: Connection, days: Sequence[date]
) -> list[tuple[date, list[Held]]]:
    """`read_ages` of each of the days; by three questions however many the days."""
    found = _find_on_each(connection, days)
    ages: dict[Day, list[Held]] = {}
    by_edition = {day.edition: day for day in found if day.edition != FACTS}
    counts = select(POPULATION_COUNT.c.edition, *_cell(POPULATION_COUNT), literal(OFFICIAL))
    counts = counts.where(POPULATION_COUNT.c.edition.in_(list(by_edition)))
    for edition, *row in connection.execute(counts.where(POPULATION_COUNT.c.age_group != ALL)):
        ages.setdefault(by_edition[edition], []).append(Held(*row))
    of_facts = {day.as_of: day for day in found if day.edition == FACTS}
    facts = select(POPULATION.c.as_of, *_cell(POPULATION), POPULATION.c.status)
    facts = facts.where(POPULATION.c.as_of.in_(list(of_facts)), POPULATION.c.age_group != ALL)
    for as_of, *row in connection.execute(facts):
        ages.setdefault(of_facts[as_of], []).append(Held(*row))
    return [(day.as_of, ages.get(day, [])) for day in found]


def _find_on_each(connection: Connection, days: Sequence[date]) -> list[Day]:
    """The day that the young are of on each of the days: the newest known by then, else the
    oldest there is."""
    known = [Day(*row) for row in connection.execute(_to_days(_to_known(total=False)))]
    known.sort()
    return [next((one for one in reversed(known) if one.as_of <= day), known[0]) for day in days]


def _to_sums(table: Table, wanted: Iterable[Any]) -> Select[Any]:
    """What of the table (its day or edition), area, and the sum of the young there."""
    which = table.c.as_of if table is POPULATION else table.c.edition
    rows = select(which, table.c.area, func.sum(table.c.persons))
    rows = rows.where(which.in_(list(wanted)), table.c.age_group != ALL)
    return rows.group_by(which, table.c.area)


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
    known = _to_known(total=total)
    newest = select(func.max(known.c.as_of)).where(known.c.as_of <= on).scalar_subquery()
    oldest = select(func.min(known.c.as_of)).scalar_subquery()
    found = _to_days(known).where(known.c.as_of == func.coalesce(newest, oldest))
    return Day(*connection.execute(found).one())


def _to_known(*, total: bool) -> Subquery:
    has = POPULATION_EDITION.c.has_total if total else true()
    return union(
        select(POPULATION.c.as_of, literal(FACTS).label("edition")),
        select(POPULATION_EDITION.c.as_of, POPULATION_EDITION.c.id).where(has),
    ).subquery()


def _to_days(known: Subquery) -> Select[Any]:
    return select(known.c.as_of, func.max(known.c.edition)).group_by(known.c.as_of)


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
