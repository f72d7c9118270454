"""What is counted of councils in one area on one day, from its pieces (kommun × LPO)."""

from dataclasses import dataclass

import pandas as pd

from indicators import coverage


@dataclass(frozen=True)
class AreaCounts:
    """LPO of the area that established councils wholly cover, those covered in part, all of them,
    and those of which nothing is known; prioritised LPO and kommuner, those wholly covered, and
    all; people aged 12–20 where there is an established council, and all."""

    established: int
    partly: int
    areas: int
    unknown: int
    prioritised_covered: int
    prioritised: int
    kommuner_covered: int
    kommuner: int
    young_covered: int
    young: int


def to_counts(pieces: pd.DataFrame, level: str, code: str) -> AreaCounts:
    """The counts of the area; `pieces` as in `coverage`, with `stage` (None = unknown). All are 0
    when no piece lies in it. Raises coverage.BadGroup."""
    if level not in coverage.GROUPS:
        raise coverage.BadGroup(level)
    own = pieces if level == "riket" else pieces[pieces[level] == code]
    counts = coverage.count_whole(own)
    areas, young = counts["omraden"], counts["unga"]
    prioritised, kommuner = counts["prioriterade"], counts["kommuner"]
    return AreaCounts(
        established=areas.covered,
        partly=areas.partly,
        areas=areas.counted_over,
        unknown=areas.counted_over - own[own["stage"].notna()]["lpo"].nunique(),
        prioritised_covered=prioritised.covered,
        prioritised=prioritised.counted_over,
        kommuner_covered=kommuner.covered,
        kommuner=kommuner.counted_over,
        young_covered=young.covered,
        young=young.counted_over,
    )
