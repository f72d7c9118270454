"""What the parts of a lägesbild are made of as of its day: counts, and stages over time."""

from collections import Counter
from datetime import date

import pandas as pd

from data_access.areas import Area, UnknownArea, fetch_area, fetch_areas
from data_access.cache import cached
from data_access.courses import fetch_courses
from data_access.establishment import fetch_pieces, fetch_stages
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators.area_counts import AreaCounts, to_counts
from ui.picture_chart import Steps, to_days

_COLUMNS = {"polisregion": "polisregion", "polisomrade": "polisomrade", "lpo": "code"}


@cached
def fetch_counts(
    code: str, on: date, known_on: date | None = None, *, viewer: Viewer
) -> AreaCounts:
    """What is counted of councils in the area on the day, as known on `known_on` (None = now).
    Raises UnknownArea, DatabaseUnavailable."""
    area = find_place(code, on, viewer)
    pieces = fetch_pieces(on, known_on=known_on, viewer=viewer)
    return to_counts(pieces, area.level, area.code)


@cached
def fetch_inside(code: str, on: date, *, viewer: Viewer) -> pd.DataFrame:
    """The areas that a picture's map and chart show: code, name of the LPO in it, of the kommuner
    in a län, or of the kommun itself. Raises UnknownArea, DatabaseUnavailable."""
    area = find_place(code, on, viewer)
    level = to_unit(area.level)
    areas = fetch_areas(on, level, viewer=viewer)
    if area.level != "riket":
        column = _COLUMNS.get(area.level, "lan" if area.level == "lan" else "code")
        areas = areas[areas[column] == area.code]
    return areas[["code", "name"]].reset_index(drop=True)


@cached
def fetch_inside_stages(
    code: str, on: date, known_on: date | None = None, *, viewer: Viewer
) -> pd.DataFrame:
    """code, name, stage (None = no data), since of the areas of `fetch_inside`."""
    inside = fetch_inside(code, on, viewer=viewer)
    unit = to_unit(find_place(code, on, viewer).level)
    stages = fetch_stages(unit, on, known_on=known_on, viewer=viewer)
    found = inside.merge(stages[["code", "stage", "since"]], on="code", how="left")
    known = [None if pd.isna(one) else one for one in found["stage"]]
    return found.assign(stage=pd.Series(known, index=found.index, dtype="object"))


@cached
def fetch_steps(code: str, on: date, known_on: date | None = None, *, viewer: Viewer) -> Steps:
    """(day, stage → how many areas) of every quarter's last day and the day itself. Of LPO all
    days are read at once. Raises UnknownArea, DatabaseUnavailable."""
    level, days = find_place(code, on, viewer).level, to_days(FIRST_DAY, on)
    if to_unit(level) != "lpo":
        asked = {"known_on": known_on, "viewer": viewer}
        return [(day, Counter(fetch_inside_stages(code, day, **asked)["stage"])) for day in days]
    courses = fetch_courses(known_on=known_on, viewer=viewer)
    own = [one for one in courses if level == "riket" or one.at(level) == code]
    return [(day, Counter(one.stage_on(day) for one in own if one.holds(day))) for day in days]


def to_unit(level: str) -> str:
    """The level of the areas that an area of a level is shown as: police areas cross the län."""
    return "kommun" if level in ("lan", "kommun") else "lpo"


def find_place(code: str, on: date, viewer: Viewer) -> Area:
    """The area, for who sees its figures. Raises UnknownArea."""
    if not viewer.sees_figures:
        raise UnknownArea(code, on)
    return fetch_area(code, on, viewer=viewer)
