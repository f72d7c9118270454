"""Shares covered from quarter to quarter, and where such a line must be cut."""

from datetime import date
from typing import cast

import pandas as pd

from indicators.coverage import SHARES, count_all
from indicators.periods import Quarter

# what each share is counted over: its line is another one where those are others
COUNTED = {"prioriterade": "lpo", "omraden": "lpo", "kommuner": "kommun", "unga": "kommun"}


def to_days(first: date, last: date) -> tuple[date, ...]:
    """The last days of the quarters from the one of `first`, and `last` itself at the end."""
    quarters = Quarter.range(Quarter.of(first), Quarter.of(last))
    return (*(one.last for one in quarters if one.last < last), last)


def count_course(pieces: pd.DataFrame) -> pd.DataFrame:
    """Each share on each day of the pieces (`day`): measure, day, share, covered, counted_over,
    partly, segment (a new number where the line must be cut), in order of time.

    A line is cut where the areas that it is counted over are others, and at days on which there
    is nothing to count over.
    """
    counts = count_all(pieces, "day").rename(columns={"code": "day"})
    counts = counts.sort_values(["measure", "day"], ignore_index=True)
    if counts.empty:
        return counts.assign(segment=pd.Series(dtype="int64"))
    areas = {unit: to_divisions(pieces, unit) for unit in set(COUNTED.values())}
    division = [
        areas[COUNTED[measure]][day]
        for measure, day in zip(counts["measure"], counts["day"], strict=True)
    ]
    known = counts["share"].notna()
    before = counts.assign(division=division, known=known).groupby("measure").shift()
    cut = (before["division"] != division) | (before["known"] != known)
    segment = cut.astype("int64").groupby(counts["measure"]).cumsum()
    order = {measure: place for place, measure in enumerate(SHARES)}
    return counts.assign(segment=segment).sort_values(
        "measure", key=lambda names: names.map(order), kind="stable", ignore_index=True
    )


def to_divisions(pieces: pd.DataFrame, unit: str) -> dict[date, int]:
    """A number for each day, another one when the areas of the level are others than before."""
    numbers: dict[date, int] = {}
    held: frozenset[str] | None = None
    number = 0
    for day, areas in pieces.groupby("day")[unit].agg(frozenset).items():
        number += held is not None and areas != held
        numbers[cast(date, day)], held = number, areas
    return numbers
