"""Who comes where as Deltagande draws it, made once for each choice, release and scope."""

from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.viewer import Viewer
from pages.meeting_place import PERIOD, REGION
from pages.meeting_told_reads import Meetings, fetch_meetings
from ui import meeting_heat, meeting_tables
from ui.chart_base import Drawing
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice
from ui.meeting_words import ALL
from words import _


class Heat(NamedTuple):
    """The cells of who comes where, their picture and their table."""

    cells: pd.DataFrame
    drawing: Drawing
    table: pd.DataFrame


@cached
def fetch_heat(
    choice: Choice, meeting: MeetingChoice, *, release: int, viewer: Viewer
) -> Heat | None:
    """Actor by place, or by quarter of a single council; None where no actor is told of. Raises
    DatabaseUnavailable."""
    found = fetch_meetings(choice, meeting, release=release, viewer=viewer)
    cells, columns = to_cells(found), to_columns(found)
    if cells.empty:
        return None
    by = found.place.by
    where = _("Kvartal") if by == PERIOD else _("Polisregion") if by == REGION else _("Råd")
    table = meeting_tables.to_cells(cells, found.actors, columns, where)
    return Heat(cells, meeting_heat.to_chart(cells, found.actors, columns), table)


def to_columns(found: Meetings) -> dict[str, str]:
    """The columns: all together first, where there are several places."""
    place = found.place
    if place.by == PERIOD or len(place.columns) < 2:
        return place.columns
    return {ALL: _("Alla råd")} | place.columns


def to_cells(found: Meetings) -> pd.DataFrame:
    """The cells of those columns."""
    cells = [found.totals] if ALL in to_columns(found) else []
    return pd.concat([*cells, found.cells], ignore_index=True)
