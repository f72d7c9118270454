"""The measures of Insatser och mål, explained: of a quarter, or of its year so far."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from indicators.periods import to_period
from pages import explained_counts, measure_reads
from pages.explained_reads import Place
from pages.explaining import Explain
from pages.measure_shown import Shown, to_entry
from pages.trend_places import COUNTRY
from reporting.register import Entry
from ui.cells import Cell
from ui.chart_points import Point
from ui.explain import Explained
from ui.explained_counts import Per, to_per
from ui.trend_choice import AGES, SEXES, age_name, sex_name


def of_kinds(shown: Shown) -> dict[str, Explain]:
    """Each kind in the shown place."""
    known = measure_reads.fetch_entries(viewer=shown.asked.viewer)
    return {
        entry.name: partial(_explain, shown, entry, to_place(shown), Per.COUNT)
        for entry in known.values()
    }


def of_kind(shown: Shown, kinds: Sequence[str], cell: Cell) -> Explained:
    """A cell of the table of kinds; they are its rows."""
    whom = {sex_name(sex): sex for sex in SEXES}
    place = to_place(shown)
    if cell.column in whom:
        place = place._replace(sex=whom[cell.column])
    return _explain(
        shown, to_entry(shown, kinds[cell.row]), place, to_per(cell.column), cell.column
    )


def of_area(
    shown: Shown, kinds: Sequence[str], level: str, areas: dict[str, str], cell: Cell
) -> Explained:
    """A cell of the kinds beside areas (code → name) of a level."""
    code = next(code for code, name in areas.items() if name == cell.column)
    place = to_place(shown)._replace(level=level, code=code, name=cell.column)
    return _explain(shown, to_entry(shown, kinds[cell.row]), place, Per.THOUSAND)


def of_person(shown: Shown, entry: Entry, table: pd.DataFrame, cell: Cell) -> Explained:
    """A cell of the table by sex and age."""
    sexes = {sex_name(sex): sex for sex in SEXES}
    ages = {age_name(age): age for age in AGES}
    sex, age = (str(table.iloc[cell.row, place]) for place in (0, 1))
    place = to_place(shown)._replace(sex=sexes[sex], age=ages[age])
    return _explain(shown, entry, place, to_per(cell.column), cell.column)


def of_quarter(shown: Shown, entry: Entry, table: pd.DataFrame, cell: Cell) -> Explained:
    """A cell of the table of a kind's quarters."""
    place = to_place(shown)._replace(period=to_period(str(table.iloc[cell.row, 0])), quarters=())
    return _explain(shown, entry, place, to_per(cell.column), cell.column)


def of_point(shown: Shown, entry: Entry, point: Point) -> Explained:
    """A point of a kind's course: of the shown place, or of the country beside it."""
    place = to_place(shown)._replace(period=point["period"], quarters=())
    if point["series"] != place.name:
        place = place._replace(level="riket", code=COUNTRY, name=point["series"])
    return _explain(shown, entry, place, Per.THOUSAND)


def to_place(shown: Shown) -> Place:
    """The shown place and quarter; of a year the quarters that are summed."""
    place, first = shown.place, shown.periods[0]
    if shown.is_year:
        return Place(place.level, place.code, place.name, first[:4], quarters=shown.periods)
    return Place(place.level, place.code, place.name, first)


def _explain(shown: Shown, entry: Entry, place: Place, per: Per, column: str = "") -> Explained:
    held = {"release": shown.asked.release, "viewer": shown.asked.viewer}
    return explained_counts.to_explained(entry, place, per, column=column, **held)
