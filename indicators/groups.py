"""Areas by the polisregion or polisområde they lie in, and how fast each group comes along."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from indicators import pace
from indicators.courses import Course
from indicators.pace import Stalled, Wait
from indicators.periods import Quarter
from indicators.stages import ESTABLISHED


class Group(NamedTuple):
    """The day's areas of a group, and what `indicators.pace` counts of them."""

    code: str
    name: str
    areas: int
    established: int
    new: dict[Quarter, int]
    waits: tuple[Wait, ...]
    stalled: tuple[Stalled, ...]


def to_level(
    here: Sequence[Course], names: Mapping[str, Mapping[str, str]], *, of_country: bool
) -> str:
    """The widest level (polisregion of the country, else polisområde, else lpo) that has a name
    for each area's group; `names` are level → code → name of what the viewer knows."""
    for level in ("polisregion", "polisomrade") if of_country else ("polisomrade",):
        if all(one.at(level) in names.get(level, {}) for one in here):
            return level
    return "lpo"


def to_groups(
    courses: Sequence[Course],
    on: date,
    stalled: Sequence[Stalled],
    level: str,
    names: Mapping[str, str],
) -> list[Group]:
    """A group a name that has areas on the day, in the names' order."""
    groups = []
    for code, name in names.items():
        own = [one for one in courses if one.at(level) == code]
        here = pace.to_existing(own, on)
        if here:
            counts, new = pace.count_stages(here, on), dict(pace.count_new(own, on))
            still = tuple(one for one in stalled if one.course.at(level) == code)
            waits = tuple(pace.to_waits(here, on))
            groups.append(Group(code, name, len(here), counts[ESTABLISHED], new, waits, still))
    return groups
