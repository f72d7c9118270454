"""Cells and points of Täckning, explained: of the choice, of a group, of a quarter."""

from dataclasses import replace
from datetime import date

import pandas as pd

from indicators.coverage import SHARES, Count
from pages import coverage_reads
from pages.coverage_asked import Asked
from pages.coverage_explained import of_choice, of_count
from ui import coverage_tables, formats
from ui.cells import Cell
from ui.chart_points import Point
from ui.coverage_choice import COUNTY, REGION
from ui.explain import Explained
from words import _

Of = dict[str, str | None]


def of_share(asked: Asked, cell: Cell) -> Explained:
    """A cell of the table of shares; of a change both days are told."""
    now, then = asked.choice.day, asked.choice.since
    measure = list(SHARES)[cell.row]
    if cell.column == then.isoformat():
        return of_choice(asked, measure, then)
    told = of_choice(asked, measure, now)
    if cell.column != _("Ändring, p.e."):
        return told
    before = of_choice(asked, measure, then)
    both = _("{day}: {basis}. {other}: {before}").format(
        day=formats.short_day(now),
        basis=told.basis,
        other=formats.short_day(then),
        before=before.basis,
    )
    period = _("{then} till {now}").format(then=before.period, now=told.period)
    return told._replace(basis=both, period=period)


def of_group(asked: Asked, per: str, table: pd.DataFrame, cell: Cell) -> Explained | None:
    """A cell of the table of groups."""
    measure = coverage_tables.measure_of(cell.column)
    groups = coverage_reads.fetch_groups(per, asked.choice.day, *asked.within, viewer=asked.viewer)
    own = groups[(groups["name"] == table.iloc[cell.row, 0]) & (groups["measure"] == measure)]
    if measure is None or own.empty:
        return None
    row = own.iloc[0]
    place: Of = {REGION: {"region": row["code"]}, COUNTY: {"lan": row["code"]}}.get(
        per, {"area": row["code"]}
    )
    choice = replace(asked.counted(asked.choice.day), **place)
    return of_count(asked, measure, _to_count(row), choice)


def of_quarter(asked: Asked, table: pd.DataFrame, cell: Cell) -> Explained | None:
    """A cell of the table of quarters."""
    measure = coverage_tables.measure_of(cell.column)
    if measure is None:
        return None
    return _of_day(asked, measure, pd.Timestamp(table.iloc[cell.row, 0]).date())


def of_point(asked: Asked, measure: str, point: Point) -> Explained | None:
    """A point of a share's course."""
    return _of_day(asked, measure, date.fromisoformat(point["day"]))


def _of_day(asked: Asked, measure: str, day: date) -> Explained | None:
    course = coverage_reads.fetch_course(asked.choice.day, *asked.within, viewer=asked.viewer)
    own = course[(course["measure"] == measure) & (course["day"] == day)]
    if own.empty:
        return None
    return of_count(asked, measure, _to_count(own.iloc[0]), asked.counted(day))


def _to_count(row: pd.Series) -> Count:
    return Count(int(row["covered"]), int(row["counted_over"]))
