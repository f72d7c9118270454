"""Which lägesbilder are within the choice of the filter bar."""

import pandas as pd

from data_access.viewer import Viewer
from pages.picture_choice_reads import fetch_within
from ui.choice import Choice


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
