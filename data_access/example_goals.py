"""Outcomes of the example's goals. Those that the product counts itself follow the same example's
councils, meetings and youth figures, so that no page contradicts another; the rest by chance.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from data_access.goals import AT_MEETINGS, COUNCILS, SUSPECTED, SUSPECTED_ARE, to_goals
from data_access.public import load_goals
from indicators.goals import Target
from reporting.kinds import CELLS
from reporting.rows import Row, Units
from reporting.values import Gap, Value

NEAR = 0.6  # share of the target, from which a region says that it is on its way


class Region(NamedTuple):
    """What a region's outcomes are counted on: the reports of its LPO of one quarter, area →
    inhabitants of 12–20 years, and the share (0–1) of its prioritised areas with a council; None =
    none is prioritised."""

    units: Units
    young: Mapping[str, int]
    covered: float | None


def to_row(goal: str, region: Region, course: float, chance: np.random.Generator) -> Row:
    """The region's row of a goal; `course` (0–1) is the outcome of what can't be counted."""
    outcome = to_outcome(goal, region, course)
    return Row({"mal": goal, "utfall": outcome, "bedomning": _to_judgement(goal, outcome, chance)})


def to_outcome(goal: str, region: Region, course: float) -> float | Gap:
    """Whole per cent, or whole persons per 10,000, since decimals would tell the counts that a
    release protects; missing where there is nothing to count on."""
    if goal == COUNCILS:
        return _to_percent(region.covered)
    if goal in AT_MEETINGS:
        return _to_percent(_to_attended(region.units, AT_MEETINGS[goal]))
    if goal == SUSPECTED:
        return _to_suspected(region)
    return _to_percent(course)


def _to_percent(share: float | None) -> float | Gap:
    return Gap.MISSING if share is None else float(round(100 * share))


def _to_attended(units: Units, actors: Collection[str]) -> float | None:
    """The share of the meetings held that the actors came to."""
    rows = [row.values for unit, of in units.items() if unit.kind == "deltagande" for row in of]
    own = [row for row in rows if row["aktor"] in actors]
    held = sum(_to_number(row["hallna"]) for row in own)
    return sum(_to_number(row["deltagit"]) for row in own) / held if held else None


def _to_suspected(region: Region) -> float | Gap:
    """Persons per 10,000 young in the areas that have reported."""
    told = {
        unit.area: row.values
        for unit, rows in region.units.items()
        if unit.kind == "indikatorer"
        for row in rows
        if row.values["indikator"] == SUSPECTED_ARE
    }
    young = sum(region.young.get(area, 0) for area in told)
    persons = sum(_to_number(row.get(cell, 0)) for row in told.values() for cell in CELLS)
    return float(round(10_000 * persons / young)) if young else Gap.MISSING


def _to_number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0  # a gap adds nothing


def _to_judgement(goal: str, outcome: float | Gap, chance: np.random.Generator) -> str:
    """What the region says of it: by the target where that is a value, else by chance."""
    if isinstance(outcome, Gap):
        return "kan-inte-bedomas"
    target = _load_targets().get(goal)
    if target is None:
        return str(chance.choice(["pa-vag", "ej-natt", "kan-inte-bedomas"]))
    if outcome >= target:
        return "natt"
    return "pa-vag" if outcome >= NEAR * target else "ej-natt"


@lru_cache(maxsize=1)
def _load_targets() -> dict[str, float]:
    """Goal → its target, of those whose target is a value."""
    return {one.code: one.target for one in to_goals(load_goals()) if one.kind is Target.VALUE}
