"""A small country, and cells of it."""

import itertools

import numpy as np
import pandas as pd

from indicators.protection.margins import to_margin
from indicators.protection.names import AGES, LEVELS, SEXES

# part, lpo, polisområde, polisregion, kommun, län: ‘b2’ lies in another län than the rest of its
# LPO, and kommun ‘k1’ is divided between two LPO
PARTS = (
    ("a1", "lpo-a", "po-1", "pr-1", "k1", "01"),
    ("b1", "lpo-b", "po-1", "pr-1", "k1", "01"),
    ("b2", "lpo-b", "po-1", "pr-1", "k2", "02"),
    ("c1", "lpo-c", "po-2", "pr-1", "k3", "02"),
    ("d1", "lpo-d", "po-3", "pr-2", "k4", "03"),
)
PLACE = ("part", "lpo", "polisomrade", "polisregion", "kommun", "lan")
QUARTERS = ("2026K1", "2026K2", "2026K3", "2026K4")


def to_given(counts, parts=PARTS, quarters=QUARTERS, indicator="i"):
    """Raw cells of the parts with these counts, one a cell, over again when they run out."""
    rows = [
        (indicator, quarter, sex, age, *part)
        for part, quarter, sex, age in itertools.product(parts, quarters, SEXES, AGES)
    ]
    frame = pd.DataFrame(rows, columns=["indicator", "quarter", "sex", "age_group", *PLACE])
    frame["count"] = pd.Series(np.resize(np.asarray(counts, dtype=float), len(rows)))
    return frame


def to_margins_of(protected, splits, base=5):
    """Those margins at every level, one below the other: `margins.COLUMNS`."""
    frames = [to_margin(protected, level, split, base) for level in LEVELS for split in splits]
    return pd.concat(frames, ignore_index=True)


def to_country(years=1, per_quarter=2500, seed=0, areas=95):
    """Raw cells of an invented country at LPO level: areas × 2 × 3 × 4 quarters a year."""
    chance = np.random.default_rng(seed)
    omraden = np.sort(chance.integers(0, 27, areas))
    parts = [
        (f"lpo-{i}", f"lpo-{i}", f"po-{po}", f"pr-{po // 4}", f"k{i}", f"{po // 2}")
        for i, po in enumerate(omraden)
    ]
    quarters = [f"{2005 + year}K{number}" for year in range(years) for number in (1, 2, 3, 4)]
    given = to_given([0], parts, quarters)
    weight = chance.lognormal(0, 0.9, areas)
    mean = per_quarter * np.repeat(weight / weight.sum(), len(quarters) * 6)
    mean *= given["sex"].map({"kvinna": 0.22, "man": 0.78}).to_numpy()
    mean *= given["age_group"].map(dict(zip(AGES, (0.2, 0.42, 0.38), strict=True))).to_numpy()
    return given.assign(count=chance.poisson(mean))
