"""Which councils Deltagande shows, what they are called, and what stands beside what."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd

from data_access.viewer import Viewer
from indicators.periods import period_name, quarters_before
from pages import meeting_names, meeting_reads
from pages.trend_places import COUNTRY
from ui.choice import Choice
from ui.meeting_choice import LOCAL, MeetingChoice

REGION, AREA, PERIOD = "region", "area", "period"
MOST_PERIODS = 8  # of a single council, beside each other


class Place(NamedTuple):
    """The councils of the choice in every quarter, the choice's name within a sentence, the column
    of the units whose values stand beside each other (regions, areas, or one council's quarters)
    with the values' names in their order, and the names of areas."""

    units: pd.DataFrame
    name: str
    by: str
    columns: dict[str, str]
    names: dict[str, str]


def to_units(
    choice: Choice, councils: str, release: int, viewer: Viewer, known_on: date | None = None
) -> pd.DataFrame:
    """The councils within region, län and area, where they are chosen, as known on `known_on`."""
    asked = (councils, choice.day, known_on)
    units = meeting_reads.fetch_units(*asked, release=release, viewer=viewer)
    areas = units.drop_duplicates("area").set_index("area")["within"]
    chosen = to_chosen(choice)
    inside = [code for code, within in areas.items() if chosen <= set(within.split())]
    return units[units["area"].isin(inside)].reset_index(drop=True)


def to_chosen(choice: Choice) -> set[str]:
    """The areas that a council must lie in: none when the country is chosen."""
    return {one for one in (choice.region, choice.lan, choice.area) if one} - {COUNTRY}


def to_place(choice: Choice, asked: MeetingChoice, release: int, viewer: Viewer) -> Place:
    """The councils of the choice, what they are called, and what stands beside what."""
    units = to_units(choice, asked.councils, release, viewer)
    names = meeting_names.to_names(asked, viewer)
    by = _to_by(units, asked, is_whole=not to_chosen(choice))
    return Place(
        units,
        meeting_names.to_place_name(choice, viewer),
        by,
        _to_columns(units, asked, by, names),
        names,
    )


def to_active(units: pd.DataFrame, asked: MeetingChoice) -> pd.DataFrame:
    """The units of the quarters that are counted whose council must report, or has."""
    within = units[units["period"].isin([str(one) for one in asked.window])]
    return within[within["is_owed"] | within["rows"].notna()]


def _to_by(units: pd.DataFrame, asked: MeetingChoice, *, is_whole: bool) -> str:
    if units["area"].nunique() == 1:
        return PERIOD
    several = units["region"].nunique() > 1
    return REGION if is_whole and asked.councils == LOCAL and several else AREA


def _to_columns(
    units: pd.DataFrame, asked: MeetingChoice, by: str, names: Mapping[str, str]
) -> dict[str, str]:
    active = to_active(units, asked)
    if by == PERIOD:
        last = [str(one) for one in quarters_before(asked.period.following, MOST_PERIODS)]
        own = units[units["area"].isin(active["area"]) & units["period"].isin(last)]
        return {one: period_name(one) for one in sorted(own["period"])}
    # A region without any council is there all the same: that there is none is no gap
    there = units["region"] if by == REGION else active["area"]
    return {code: name for code, name in names.items() if code in set(there)}
