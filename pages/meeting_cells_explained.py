"""Cells and points of Deltagande, explained: actors beside places, and quarters."""

import pandas as pd

from indicators.periods import period_name
from pages import meeting_groups
from pages.meeting_explained import explain, to_now
from pages.meeting_groups import GROUPS
from pages.meeting_parts import Shown
from ui.cells import Cell
from ui.chart_points import Point
from ui.explain import Explained
from ui.meeting_choice import window_name
from ui.meeting_words import ALL, group_name


def of_cell(shown: Shown, cells: pd.DataFrame, cell: Cell) -> Explained:
    """A cell of the table of actors and places; `cells` are its rows."""
    return _of_share(shown, cells.iloc[cell.row])


def of_point(shown: Shown, cells: pd.DataFrame, point: Point) -> Explained | None:
    """A cell of the heat map, by its codes."""
    own = cells[(cells["aktor"] == point["code"]) & (cells["of"] == point["of"])]
    return None if own.empty else _of_share(shown, own.iloc[0])


def of_quarter(shown: Shown, group: str, period: str) -> Explained | None:
    """School or health care in a quarter."""
    quarters = shown.found.quarters
    own = quarters[(quarters["aktor"] == group) & (quarters["of"] == period)]
    if own.empty:
        return None
    every = shown.found.place.units
    units = every[every["period"] == period]
    name = f"{group_name(group)}, {period_name(period)}"
    return explain(shown, own.iloc[0], name, period_name(period), units, GROUPS[group])


def _of_share(shown: Shown, cell: pd.Series) -> Explained:
    place, now = shown.found.place, to_now(shown)
    units, of = now, str(cell["of"])
    if of != ALL:
        beside = meeting_groups.to_beside(place, now)
        units = beside[beside[place.by] == of]
    when = (
        place.columns[of] if of in set(place.units["period"]) else window_name(shown.asked.window)
    )
    names = (shown.found.actors[cell["aktor"]], place.columns.get(of, ""))
    name = ", ".join(one for one in names if one)
    return explain(shown, cell, name, when, units, [cell["aktor"]])
