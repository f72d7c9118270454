"""What the page on the data asks the data layer for."""

from datetime import date, timedelta

import pandas as pd

import clock
from data_access.areas import fetch_areas
from data_access.establishment import fetch_recent
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY, LEVELS, load_membership, to_areas_on


def fetch_geography(on: date, *, viewer: Viewer) -> pd.DataFrame:
    """level, count of the day's areas, from large to small."""
    counts = fetch_areas(on, viewer=viewer)["level"].value_counts()
    levels = [level for level in LEVELS if level in counts and level != "riket"]
    return pd.DataFrame({"level": levels, "count": [counts[level] for level in levels]})


def fetch_public_events(*, viewer: Viewer) -> pd.DataFrame:
    """The events that are known from a public source, and not from a report."""
    events = fetch_recent(FIRST_DAY - timedelta(days=1), clock.today(), viewer=viewer)
    return events[events["is_public"]]


def fetch_uncertain_members(on: date, *, viewer: Viewer) -> pd.DataFrame:
    """kommun and lpo (names), confidence, source, where the placing is less than sure."""
    names = fetch_areas(on, viewer=viewer).set_index("code")["name"]
    members = to_areas_on(load_membership(), on)
    seen = members["kommun"].isin(names.index) & members["lpo"].isin(names.index)
    members = members[seen & (members["confidence"] != "high")]
    named = members.assign(kommun=members["kommun"].map(names), lpo=members["lpo"].map(names))
    return named[["kommun", "lpo", "confidence", "source"]]
