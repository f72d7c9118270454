"""All that Deltagande says of a choice, put together once per release and scope."""

from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.viewer import Viewer
from indicators.absence import Judged, to_absences
from indicators.participation import to_cells, to_completeness
from indicators.periods import Quarter
from pages import meeting_groups, meeting_place, meeting_reads
from pages.meeting_groups import GROUPS, NOW
from pages.meeting_place import Place
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice
from ui.meeting_words import ALL, FOLLOWED


class Meetings(NamedTuple):
    """The headline now and in the quarters before (a row for all, for school and for health care),
    how many councils have reported in both (period 'nu' and 'forut'), each actor's sum, its cells
    beside each other, the quarters of school and health care and how complete they are, and where
    those two have been absent. `actors` has the names of all that are in a cell; `without` is how
    many areas had no council that had begun."""

    place: Place
    headline: pd.DataFrame
    complete: pd.DataFrame
    totals: pd.DataFrame
    cells: pd.DataFrame
    quarters: pd.DataFrame
    by_quarter: pd.DataFrame
    away: dict[str, Judged]
    actors: dict[str, str]
    without: int

    def to_complete(self) -> dict[str, object] | None:
        """How much has come of the quarters that are counted."""
        return self.complete.loc[NOW].to_dict() if NOW in self.complete.index else None


@cached
def fetch_meetings(
    choice: Choice, meeting: MeetingChoice, *, release: int, viewer: Viewer
) -> Meetings:
    """The meetings of the councils of the choice. Raises DatabaseUnavailable."""
    place = meeting_place.to_place(choice, meeting, release, viewer)
    every = meeting_reads.fetch_rows(release=release, viewer=viewer)
    spans = meeting_groups.to_spans(place.units, meeting)
    now = spans[spans["span"] == NOW]
    beside = meeting_groups.to_beside(place, now)
    rows = every[every["form"] == meeting.form]
    near = rows[rows["period"].isin({*spans["period"], *beside["period"]})]
    actors = meeting_groups.to_actors(near, beside, viewer)
    totals = to_cells(near, now, "span", list(actors)).assign(of=ALL)
    ordered = totals.sort_values("share", kind="stable")
    return Meetings(
        place,
        to_cells(meeting_groups.to_groups(near), spans, "span", [ALL, *FOLLOWED]).set_index(
            ["of", "aktor"]
        ),
        to_completeness(spans.assign(period=spans["span"])).set_index("period"),
        ordered.reset_index(drop=True),
        to_cells(near, beside, place.by, list(ordered["aktor"])),
        to_cells(meeting_groups.to_followed(rows), place.units, "period", FOLLOWED),
        to_completeness(place.units),
        fetch_away(choice, meeting.councils, meeting.period, release=release, viewer=viewer),
        actors,
        now["area"].nunique() - meeting_place.to_active(now, meeting)["area"].nunique(),
    )


@cached
def fetch_away(
    choice: Choice, councils: str, period: Quarter, *, release: int, viewer: Viewer
) -> dict[str, Judged]:
    """Where school and health care have been absent by the quarter, members or not. Raises
    DatabaseUnavailable."""
    units = meeting_place.to_units(choice, councils, release, viewer)
    rows = meeting_reads.fetch_rows(release=release, viewer=viewer)
    return {group: to_absences(rows, units, codes, period) for group, codes in GROUPS.items()}
