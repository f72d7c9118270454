"""Cooperation per kommun as pages show it."""

from datetime import date

import pandas as pd

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.register import fetch_register
from data_access.released_reports import fetch_reports
from data_access.viewer import Viewer
from indicators import cooperation
from indicators.periods import Quarter
from reporting.register import Listing

NAMED = ("forms", "carrying", "overlapping")


@cached
def fetch_cooperation(on: date, *, release: int, viewer: Viewer) -> pd.DataFrame:
    """Every kommun on the day, as `cooperation.to_kommuner` has it, and the codes of its lan and
    polisregion; forms by name. Of a year's reports the newest that had begun by the day."""
    kommuner = fetch_areas(on, "kommun", viewer=viewer)
    names = dict(zip(kommuner["code"], kommuner["name"], strict=True))
    told = fetch_reports("samverkan", release=release, viewer=viewer)
    made = fetch_reports("kartlaggningar", release=release, viewer=viewer)
    mappings = cooperation.to_mappings(made.sort_values("period", kind="stable"), on)
    found = cooperation.to_kommuner(names, _to_newest(told, on), mappings, on)
    called = fetch_register(viewer=viewer).names(Listing.COOPERATION)
    for column in NAMED:
        found[column] = [tuple(called.get(one, one) for one in codes) for codes in found[column]]
    places = kommuner[["code", "lan", "polisregion"]]
    return found.merge(places, on="code", how="left")


def _to_newest(told: pd.DataFrame, on: date) -> pd.DataFrame:
    """The rows of each area's newest report that had begun by the day."""
    known = told[told["period"] <= str(Quarter.of(on))]
    newest = known.groupby("area")["period"].transform("max")
    return known[known["period"] == newest]
