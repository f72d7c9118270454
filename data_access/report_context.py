"""What a reporter's form, file and checks need to know of one period, read at once."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Connection

import clock
from data_access.area import AreaRow, keep_areas
from data_access.connect import reading
from data_access.frames import swedish
from data_access.own_areas import REPORTING_LEVELS, find_own_areas, find_stages
from data_access.register import fetch_register
from data_access.submissions import read_submissions
from data_access.viewer import Viewer
from indicators.periods import Quarter, quarters_before
from reporting.context import Context, KnownArea
from reporting.kind_periods import is_asked_in
from reporting.kinds import kinds
from reporting.rows import Row, Unit

EARLIER = 8  # quarters
Earlier = dict[tuple[str, str], dict[Quarter, tuple[Row, ...]]]


def read_context(period: Quarter, *, viewer: Viewer, today: date | None = None) -> Context:
    """All that holds for the period and the viewer's own areas as they are on its last day.

    `stages` are those of the day before the period, so that what the period's own report has
    told, and a correction of it tells again, is not held against it. `others` and `kommuner` are
    names alone, of areas of that day. Not kept: what is stored may change at any moment.
    Raises DatabaseUnavailable.
    """
    register = fetch_register(viewer=viewer)
    with reading() as connection:
        areas = find_own_areas(connection, period.last, viewer)
        before = period.first - timedelta(days=1)
        stages = find_stages(connection, before, areas, viewer)
        names = _read_names(connection, period.last, viewer)
    stored, earlier = _read_reports(areas.values(), period, viewer)
    return Context(
        period=period,
        today=today or clock.today(),
        register=register,
        areas=areas,
        others={code: name for code, name in names[0].items() if code not in areas},
        kommuner=names[1],
        stored=stored,
        earlier=earlier,
        stages=stages,
    )


def to_units(areas: Iterable[KnownArea], period: Quarter) -> list[Unit]:
    """Every unit that the areas may report for the period, owed or not."""
    asked = [kind for kind in kinds().values() if is_asked_in(kind, period)]
    return [
        Unit(area.code, kind.code, period)
        for area in areas
        for kind in asked
        if area.level in kind.levels
    ]


def _read_names(
    connection: Connection, on: date, viewer: Viewer
) -> tuple[dict[str, str], dict[str, str]]:
    """Code → name of the areas of the reporting levels, and of the kommuner, on the day."""
    rows = [row for row in keep_areas(connection, viewer).values() if row.holds(on)]
    rows.sort(key=lambda row: (swedish(row.name), row.code))

    def names(wanted: Iterable[AreaRow]) -> dict[str, str]:
        return {row.code: row.name for row in wanted}

    return (
        names(row for row in rows if row.level in REPORTING_LEVELS),
        names(row for row in rows if row.level == "kommun"),
    )


def _read_reports(
    areas: Iterable[KnownArea], period: Quarter, viewer: Viewer
) -> tuple[dict[Unit, tuple[Row, ...]], Earlier]:
    """The newest report of each unit of the period, and of those of the quarters before it."""
    own = list(areas)
    asked = [
        unit for at in [*quarters_before(period, EARLIER), period] for unit in to_units(own, at)
    ]
    found = read_submissions(asked, viewer=viewer)
    stored: dict[Unit, tuple[Row, ...]] = {}
    earlier: Earlier = {}
    for unit, submission in found.items():
        if unit.period == period:
            stored[unit] = submission.rows
        else:
            earlier.setdefault((unit.area, unit.kind), {})[unit.period] = submission.rows
    return stored, earlier
