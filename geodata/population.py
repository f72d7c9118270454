"""Population per area and day. Only a whole kommun's total is official; the rest is estimated."""

from functools import lru_cache

import pandas as pd

from geodata.division import load_facts

OFFICIAL, ESTIMATED = "officiell", "skattad"


def load_population() -> pd.DataFrame:
    """kommun, sex, age_group, persons (int), status, on `sources.POPULATION_DAY`.

    sex: totalt, kvinna, man. age_group: totalt, 12-14, 15-17, 18-20. status: officiell, skattad.
    """
    return _population().copy()


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
