"""What the page on the data asks the data layer for."""

from datetime import date, timedelta

import pandas as pd

from data_access.areas import fetch_areas
from data_access.establishment import fetch_recent
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY, LEVELS


def fetch_geography(on: date, *, viewer: Viewer) -> pd.DataFrame:
    """level, count of the day's areas, from large to small."""
    counts = fetch_areas(on, viewer=viewer)["level"].value_counts()
    levels = [level for level in LEVELS if level in counts and level != "riket"]
    return pd.DataFrame({"level": levels, "count": [counts[level] for level in levels]})


def fetch_public_events(*, viewer: Viewer) -> pd.DataFrame:
    """The events that rest on a public source."""
    events = fetch_recent(FIRST_DAY - timedelta(days=1), date.today(), viewer=viewer)
    return events[~events["is_example"]]
