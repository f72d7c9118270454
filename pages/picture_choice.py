"""Which lägesbilder are within the choice of the filter bar."""

import pandas as pd

from data_access.areas import fetch_areas
from data_access.viewer import Viewer
from ui import filters
from ui.choice import Choice


def to_chosen(found: pd.DataFrame, choice: Choice, viewer: Viewer) -> pd.DataFrame:
    """Those of the chosen area, else of what lies in the region or the län and is of it; of a day
    that is not after the chosen one."""
    kept = found["day"].map(lambda day: day <= choice.day).astype(bool)
    if choice.area:
        return found[kept & (found["area"] == choice.area)]
    if choice.region or choice.lan:
        inside = _to_inside(fetch_areas(choice.day, viewer=viewer), choice)
        return found[kept & found["area"].isin(inside)]
    return found[kept]


def _to_inside(areas: pd.DataFrame, choice: Choice) -> set[str]:
    """Codes of the areas of every level within the choice, itself included. What crosses it is of
    more than the choice: the country, a län beside a region, a region beside a län."""
    wider = {"riket", "lan" if choice.region else "", "polisregion" if choice.lan else ""}
    inside: set[str] = set()
    for level, of_level in areas.groupby("level", sort=False):
        if level not in wider:
            found = filters.to_within(of_level, str(level), choice.region, choice.lan)
            inside |= set(found["code"])
    return inside
