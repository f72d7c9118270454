"""Which lägesbilder are within the choice of the filter bar."""

import pandas as pd

from data_access.viewer import Viewer
from geodata.division import LEVELS
from pages.reads import fetch_names
from pages.within_reads import fetch_within
from ui.choice import Choice
from ui.picture_words import area_title
from words import _


def to_chosen(found: pd.DataFrame, choice: Choice, viewer: Viewer) -> pd.DataFrame:
    """Those of the chosen area, else of what lies in the region or the län and is of it; of a day
    that is not after the chosen one."""
    kept = found["day"].map(lambda day: day <= choice.day).astype(bool)
    if choice.area:
        return found[kept & (found["area"] == choice.area)]
    inside = fetch_within(LEVELS, choice.day, choice.region, choice.lan, None, viewer=viewer)
    return found[kept] if inside is None else found[kept & found["area"].isin(inside)]


def to_where(choice: Choice, viewer: Viewer) -> str:
    """The chosen area, else region and län, in words; nothing when none is chosen."""
    names = fetch_names(choice.day, viewer=viewer)
    chosen = [choice.area] if choice.area else [choice.region, choice.lan]
    found = [
        area_title(level, of_level[code])
        for code in chosen
        for level, of_level in names.items()
        if code in of_level
    ]
    return _(" och ").join(found)
