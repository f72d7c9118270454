"""Which lägesbilder are within the choice of the filter bar."""

import pandas as pd

from data_access.viewer import Viewer
from pages.picture_choice_reads import fetch_within
from pages.reads import fetch_names
from ui.choice import Choice
from ui.picture_words import area_title
from words import _


def to_chosen(found: pd.DataFrame, choice: Choice, viewer: Viewer) -> pd.DataFrame:
    """Those of the chosen area, else of what lies in the region or the län and is of it; of a day
    that is not after the chosen one."""
    kept = found["day"].map(lambda day: day <= choice.day).astype(bool)
    if choice.area:
        return found[kept & (found["area"] == choice.area)]
    if choice.region or choice.lan:
        inside = fetch_within(choice.day, choice.region, choice.lan, viewer=viewer)
        return found[kept & found["area"].isin(inside)]
    return found[kept]


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
