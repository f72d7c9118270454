"""What Deltagande draws over time, made once for each choice, release and scope."""

from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.viewer import Viewer
from pages.meeting_told_reads import fetch_meetings
from ui import meeting_lines, meeting_tables, meeting_words
from ui.chart_base import Drawing
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice
from ui.meeting_words import FOLLOWED


class Panel(NamedTuple):
    """A group over time: what the panel says, and the picture where there is any share."""

    group: str
    said: str
    drawing: Drawing | None


class Course(NamedTuple):
    """The panels on the same axes, what their table says, and the table."""

    panels: tuple[Panel, ...]
    told: str
    table: pd.DataFrame


@cached
def fetch_course(
    choice: Choice, meeting: MeetingChoice, *, release: int, viewer: Viewer
) -> Course | None:
    """School and health care from quarter to quarter; None before the first report. Raises
    DatabaseUnavailable."""
    found = fetch_meetings(choice, meeting, release=release, viewer=viewer)
    complete = found.by_quarter
    came = complete[complete["came"] + complete["beside"] > 0]
    if came.empty:
        return None
    quarters = found.quarters[found.quarters["of"] >= came["period"].min()]
    most, name = meeting_lines.to_most(quarters), found.place.name
    panels = []
    for group in FOLLOWED:
        own, drawing = quarters[quarters["aktor"] == group], None
        if own["share"].notna().any():
            points = meeting_lines.to_points(own, complete, meeting.councils)
            drawing = meeting_lines.to_chart(points, most)
        panels.append(Panel(group, meeting_words.course(own, group, name), drawing))
    told = " ".join(meeting_words.course(quarters, one, name) for one in FOLLOWED)
    return Course(tuple(panels), told, meeting_tables.to_quarters(quarters, complete))
