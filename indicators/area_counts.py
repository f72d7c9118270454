"""What is counted of councils in one area on one day, from its pieces (kommun × LPO)."""

from dataclasses import dataclass

import pandas as pd

from indicators import coverage


@dataclass(frozen=True)
class AreaCounts:
    """LPO of the area that are at least in part covered by an established council, all of them, and
    those of which nothing is known; prioritised LPO and kommuner, those wholly covered, and all;
    people aged 12–20 where there is an established council, and all."""

    established: int
    areas: int
    unknown: int
    prioritised_covered: int
    prioritised: int
    kommuner_covered: int
    kommuner: int
    young_covered: float
    young: float


def to_counts(pieces: pd.DataFrame, level: str, code: str) -> AreaCounts:
    """The counts of the area; `pieces` as in `coverage`, with `stage` (None = unknown). All are 0
    when no piece lies in it. Raises coverage.BadGroup."""
    if level not in coverage.GROUPS:
        raise coverage.BadGroup(level)
    own = pieces if level == "riket" else pieces[pieces[level] == code]
    areas = coverage.share_of_areas_covered(own).sum(numeric_only=True)
    prioritised = coverage.share_of_prioritised_covered(own).sum(numeric_only=True)
    kommuner = coverage.share_of_kommuner_covered(own).sum(numeric_only=True)
    young = coverage.share_of_young_covered(own).sum(numeric_only=True)
    known = own[own["stage"].notna()]["lpo"].nunique()
    return AreaCounts(
        established=int(areas["covered"] + areas["partly"]),
        areas=int(areas["counted_over"]),
        unknown=int(areas["counted_over"]) - known,
        prioritised_covered=int(prioritised["covered"]),
        prioritised=int(prioritised["counted_over"]),
        kommuner_covered=int(kommuner["covered"]),
        kommuner=int(kommuner["counted_over"]),
        young_covered=float(young["covered"]),
        young=float(young["counted_over"]),
    )
