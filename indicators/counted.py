"""Areas counted by one rule of what is established: all that a forecast of them rests on."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from indicators.courses import Course
from indicators.coverage import only_prioritised
from indicators.pace import count_new, count_stages
from indicators.periods import Quarter
from indicators.stages import ESTABLISHED, NOT_NEEDED


class Counted(NamedTuple):
    """How many areas, how many established, how many ej aktuella, and quarter → how many became
    established for the first time in it."""

    areas: int
    established: int
    not_needed: int
    new: Mapping[Quarter, int]


def count_furthest(courses: Sequence[Course], on: date) -> Counted:
    """The day's areas, each established as soon as its furthest council is."""
    stages = count_stages(courses, on)
    return Counted(stages.total(), stages[ESTABLISHED], stages[NOT_NEEDED], count_new(courses, on))


def count_whole_prioritised(
    now: pd.DataFrame, then: pd.DataFrame, not_needed: Collection[str]
) -> Counted:
    """The prioritised areas, each established when all its prioritised pieces are covered. `now`
    are the day's pieces as in `coverage`; `then` those of quarters' last days until the day, with
    `day`; `not_needed` the codes of LPO that are ej aktuella. What is whole on the first day that
    it is known of is not new then."""
    chosen = only_prioritised(now)
    whole = chosen["covered"].astype(bool).groupby(chosen["lpo"]).all()
    aside = int(whole.index.isin(list(not_needed)).sum())
    return Counted(len(whole), int(whole.sum()), aside, _count_new(chosen, then))


def _count_new(chosen: pd.DataFrame, then: pd.DataFrame) -> Counter[Quarter]:
    own = then.merge(chosen[["kommun", "lpo"]], on=["kommun", "lpo"])
    held: dict[str, dict[date, bool]] = {}
    for lpo, day, covered in zip(own["lpo"], own["day"], own["covered"], strict=True):
        days = held.setdefault(lpo, {})
        days[day] = days.get(day, True) and bool(covered)
    new: Counter[Quarter] = Counter()
    for days in held.values():
        first = min((day for day, whole in days.items() if whole), default=None)
        if first is not None and first != min(days):
            new[Quarter.of(first)] += 1
    return new
