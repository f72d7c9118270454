"""SCB's population of whole years taken in, in place of what was known of the same days."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert

from data_access.changes import Change, changing
from data_access.population_editions import ALL, read_edition
from data_access.schema import POPULATION_COUNT, POPULATION_EDITION
from data_access.scope import check_right
from data_access.viewer import Right, Viewer

Counts = Mapping[tuple[str, str, str], int]  # (kommun, sex, age group) → persons


class TakenIn(NamedTuple):
    """The years that were new or had changed, and those that were known just so."""

    new: tuple[int, ...]
    known: tuple[int, ...]


def take_in(years: Mapping[int, Counts], source: str, *, viewer: Viewer) -> TakenIn:
    """Make the counts those of the 31st of December of their years: checked ones, of every kommun
    (`geodata.scb.counts`). All or nothing; each year is a new edition, and the newest holds. A year
    that says nothing new is left as it is. Raises NotAllowed, DatabaseUnavailable."""
    with changing(viewer, "folkmängd") as change:
        check_right(viewer, Right.MANAGE)
        new = [year for year in sorted(years) if _is_new(change.connection, year, years[year])]
        for year in new:
            _add(change, year, years[year], source)
    return TakenIn(tuple(new), tuple(year for year in sorted(years) if year not in new))


def _is_new(connection: Connection, year: int, counts: Counts) -> bool:
    return not counts.items() <= read_edition(connection, date(year, 12, 31)).items()


def _add(change: Change, year: int, counts: Counts, source: str) -> None:
    row = {
        "as_of": date(year, 12, 31),
        "has_total": any(age == ALL for _kommun, _sex, age in counts),
        "recorded_at": datetime.now(UTC),
        "recorded_by": change.viewer.subject,
        "source": source,
    }
    edition = change.add(POPULATION_EDITION, row, of=str(year))
    cells = [
        {"edition": edition, "area": area, "sex": sex, "age_group": age, "persons": persons}
        for (area, sex, age), persons in counts.items()
    ]
    change.connection.execute(insert(POPULATION_COUNT), cells)
