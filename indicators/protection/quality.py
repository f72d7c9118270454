"""What the protection costs: how far shown sums are from the true ones.

The deviations themselves are for who makes the release. What is told to all is only taken from
many sums at once: of a single sum, its deviation would be its true value.
"""

from collections.abc import Sequence

import pandas as pd

from indicators.protection.names import LEVELS, SPLITS, TOTAL, Reason
from indicators.protection.shown_margins import to_splits

WITHOUT = (Reason.MISSING, Reason.NOT_APPLICABLE)
FEWEST_TOLD = 30  # sums that are off, for anything of it to be told
COLUMNS = ("level", *SPLITS, "sums", "off", "mean", "largest")


def to_deviation(cells: pd.DataFrame, protected: pd.DataFrame) -> pd.DataFrame:
    """One row a kind of margin: level, whether it is split by quarter, sex and age_group (bool),
    sums (how many), off (how many of them differ), mean and largest absolute deviation (persons).

    `cells` and `protected` are the same cells in the same order. Missing cells are in neither.
    """
    off = (protected["value"] - cells["count"]).dropna().astype("int64")
    rows = [
        _row(cells.loc[off.index], off, level, split) for level in LEVELS for split in to_splits()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(
    cells: pd.DataFrame, off: pd.Series, level: str, split: Sequence[str]
) -> tuple[object, ...]:
    by = ["indicator", level, "year", *split]
    sums = off.groupby([cells[name] for name in by], observed=True).sum().abs()
    measures = (float(sums.mean()), int(sums.max())) if len(sums) else (0.0, 0)
    return level, *(name in split for name in SPLITS), len(sums), int((sums > 0).sum()), *measures


def to_hidden(figures: pd.DataFrame) -> pd.DataFrame:
    """What hiding costs in exact figures (level, sex, age_group, value, reason): level, sex and
    age_group (bool, whether it is split by them), sums (how many are there) and hidden."""
    there = figures[~figures["reason"].isin([str(one) for one in WITHOUT])]
    marked = pd.DataFrame(
        {
            "level": pd.Categorical(there["level"], list(LEVELS)),
            "sex": there["sex"] != TOTAL,
            "age_group": there["age_group"] != TOTAL,
            "hidden": there["reason"] == str(Reason.PROTECTED),
        }
    )
    kinds = marked.groupby(["level", "sex", "age_group"], observed=True)["hidden"]
    return kinds.agg(sums="size", hidden="sum").reset_index().astype({"level": "str"})


def to_told(deviation: pd.DataFrame, base: int) -> pd.DataFrame:
    """What may be told of it to all: level, sums, mean (one decimal) and largest, one row a level.

    Over all kinds of margin of the level, and NA when fewer than `FEWEST_TOLD` are off. `largest`
    is never below base - 1, which every rounded cell can be off by anyway.
    """
    weighted = deviation.assign(total=deviation["mean"] * deviation["sums"])
    levels = weighted.groupby("level", sort=False)
    told = levels.agg(
        sums=("sums", "sum"), off=("off", "sum"), total=("total", "sum"), largest=("largest", "max")
    ).reset_index()
    many = told["off"] >= FEWEST_TOLD
    mean = (told["total"] / told["sums"].where(many)).round(1).astype("Float64")
    largest = told["largest"].clip(lower=base - 1).astype("Int64").where(many)
    return told[["level", "sums"]].assign(mean=mean, largest=largest)
