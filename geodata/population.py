"""Population per area and day. Only a whole kommun's total is official; the rest is estimated."""

from datetime import date
from functools import lru_cache

import pandas as pd

from geodata.division import division_of, load_facts, to_level, to_pieces

OFFICIAL, ESTIMATED = "officiell", "skattad"
WHOLE = 1 - 1e-9  # shares of a city's parts are decimals: 0.228 + … need not be 1.0 exactly


def load_population() -> pd.DataFrame:
    """kommun, sex, age_group, persons (int), status, on `sources.POPULATION_DAY`.

    sex: totalt, kvinna, man. age_group: totalt, 12-14, 15-17, 18-20. status: officiell, skattad.
    """
    return _population().copy()


def to_area_population(level: str, on: date) -> pd.DataFrame:
    """code, persons (all ages), young (12–20), status (of persons), young_status: one row an area.

    A city's parts get their share of the city. An area that holds only part of a city is
    'skattad', one that holds all its parts is as good as the figures of its kommuner.
    """
    return _area_population(to_level(level), division_of("lpo", on)).copy()


def to_parts(total: int, shares: list[float]) -> list[int]:
    """The total in whole persons by share, adding up to it exactly (largest remainder)."""
    exact = [total * share / sum(shares) for share in shares]
    parts = [int(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts


def to_part_cells(totals: list[int], shares: list[float]) -> list[list[int]]:
    """Each total in whole persons over the parts by share, as [total][part]. Rows add up to their
    totals, and columns to what `to_parts` gives of all the totals together."""
    exact = [[total * share / sum(shares) for share in shares] for total in totals]
    cells = [[int(value) for value in row] for row in exact]
    parts = to_parts(sum(totals), shares)
    lacks = [part - sum(row[i] for row in cells) for i, part in enumerate(parts)]
    for total, row, wanted in zip(totals, cells, exact, strict=True):
        for _person in range(total - sum(row)):
            # the part that lacks most; of those, the one that is furthest from its exact share
            worst = [(lack, value - n) for lack, value, n in zip(lacks, wanted, row, strict=True)]
            place = worst.index(max(worst))
            row[place] += 1
            lacks[place] -= 1
    return cells


@lru_cache(maxsize=1)
def _population() -> pd.DataFrame:
    return load_facts("population").astype({"persons": int})


def _per_kommun() -> pd.DataFrame:
    """kommun → persons, young and the status of each."""
    table = _population()
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
