"""What is summed together on Deltagande: quarters, actors, and the councils beside each other."""

import pandas as pd

from data_access.viewer import Viewer
from indicators.participation import HEALTH, SCHOOL, to_joined
from pages import meeting_reads
from pages.meeting_place import PERIOD, Place
from ui.meeting_choice import MeetingChoice
from ui.meeting_words import ALL, HEALTH_CARE, SCHOOLS

NOW, BEFORE = "nu", "forut"
GROUPS = {SCHOOLS: SCHOOL, HEALTH_CARE: HEALTH}


def to_spans(units: pd.DataFrame, meeting: MeetingChoice) -> pd.DataFrame:
    """The units of the quarters that are counted and of those before, and which of the two."""
    spans = {str(one): BEFORE for one in meeting.before} | {str(one): NOW for one in meeting.window}
    within = units[units["period"].isin(spans)]
    return within.assign(span=within["period"].map(spans))


def to_followed(rows: pd.DataFrame) -> pd.DataFrame:
    """School and health care as one actor each."""
    own = [to_joined(rows, group, codes) for group, codes in GROUPS.items()]
    return pd.concat(own, ignore_index=True)


def to_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """All actors as one, and school and health care as one each."""
    return pd.concat([to_joined(rows, ALL), to_followed(rows)], ignore_index=True)


def to_beside(place: Place, now: pd.DataFrame) -> pd.DataFrame:
    """The units whose sums stand beside each other: those that are counted, and of a single
    council the quarters before too."""
    if place.by == PERIOD:
        return place.units[place.units["period"].isin(place.columns)]
    return now[now[place.by].isin(place.columns)]


def to_actors(rows: pd.DataFrame, units: pd.DataFrame, viewer: Viewer) -> dict[str, str]:
    """Code → name of the actors that the units' councils have told of, in the register's order."""
    told = set(rows.merge(units[["area", "period"]], on=["area", "period"])["aktor"])
    names = meeting_reads.fetch_actors(viewer=viewer)
    known = {code: name for code, name in names.items() if code in told}
    return known | {code: code for code in sorted(told - names.keys())}
