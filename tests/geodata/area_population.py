"""Population per area and day, worked out in frames: what the database's own must be equal to."""

from datetime import date
from functools import lru_cache

import pandas as pd

from geodata.division import division_of, to_level, to_pieces
from geodata.population import ESTIMATED, OFFICIAL, load_population, to_parts

WHOLE = 1 - 1e-9  # shares of a city's parts are decimals: 0.228 + … need not be 1.0 exactly


def to_area_population(level: str, on: date) -> pd.DataFrame:
    """code, persons (all ages), young (12–20), status (of persons), young_status: one row an area.

    A city's parts get their share of the city. An area that holds only part of a city is
    'skattad', one that holds all its parts is as good as the figures of its kommuner.
    """
    return _area_population(to_level(level), division_of("lpo", on)).copy()


def _per_kommun() -> pd.DataFrame:
    """kommun → persons, young and the status of each."""
    table = load_population()
    total = table[(table["age_group"] == "totalt") & (table["sex"] == "totalt")]
    ages = table[table["age_group"] != "totalt"].groupby("kommun")
    return total.set_index("kommun")[["persons", "status"]].assign(
        young=ages["persons"].sum(),
        young_status=ages["status"].agg(_worst),
    )


def _worst(statuses: "pd.Series[str]") -> str:
    return OFFICIAL if (statuses == OFFICIAL).all() else ESTIMATED


@lru_cache(maxsize=32)
def _area_population(level: str, start: date) -> pd.DataFrame:
    pieces = to_pieces(start).assign(riket="se").rename(columns={level: "code"})
    if level == "kommun":
        pieces["kommun"] = pieces["code"]
    counts = _with_counts(pieces)
    held = counts.groupby(["code", "kommun"], as_index=False).agg(
        persons=("persons", "sum"),
        young=("young", "sum"),
        share=("share", "sum"),
        status=("status", "first"),
        young_status=("young_status", "first"),
    )
    for column in ("status", "young_status"):
        held[column] = held[column].where(held["share"] >= WHOLE, ESTIMATED)
    return held.groupby("code", as_index=False).agg(
        persons=("persons", "sum"),
        young=("young", "sum"),
        status=("status", _worst),
        young_status=("young_status", _worst),
    )


def _with_counts(pieces: pd.DataFrame) -> pd.DataFrame:
    """The pieces with persons and young of each, adding up to the kommun's own figures."""
    kommuner = _per_kommun()
    counts = pieces.join(kommuner, on="kommun")
    for column in ("persons", "young"):
        for kommun, group in counts[counts["share"] < 1].groupby("kommun"):
            total = int(kommuner[column].to_dict()[kommun])
            counts.loc[group.index, column] = to_parts(total, list(group["share"]))
    return counts
