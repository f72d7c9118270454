"""Councils where an actor has been away for quarters in a row.

A quarter counts when the council has reported it, held a meeting and told how many the actor came
to. All other quarters are neither presence nor absence: they break no row and make none.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from indicators.participation import State, to_cells, to_joined
from indicators.periods import Quarter, quarters_before

RUN = 2  # quarters in a row that are told
YEAR = 4  # quarters, within which the newest two that count are looked for


class Absence(NamedTuple):
    """An actor that came to none of the meetings of the council's newest quarters that count: the
    first and last of them, how many, the meetings, and the quarters between that do not count."""

    area: str
    first: Quarter
    last: Quarter
    quarters: int
    meetings: int
    skipped: tuple[Quarter, ...]


class Judged(NamedTuple):
    """The absences, how many councils could be judged, and those that could not: area → what there
    is of the newest of their quarters that does not count."""

    absences: tuple[Absence, ...]
    judged: int
    unknown: dict[str, State]


class _Told(NamedTuple):
    """What there is of the actor in a council's quarter."""

    period: Quarter
    state: State
    held: int

    @property
    def counts(self) -> bool:
        """Whether it is known how many of its meetings the actor came to."""
        return self.state in (State.SHARE, State.ZERO)


def to_absences(
    rows: pd.DataFrame, units: pd.DataFrame, actors: Sequence[str], period: Quarter
) -> Judged:
    """The absences of the actors (as one) by the quarter, the longest first. The councils are
    those that must report the quarter, or have reported any in the year that ends with it."""
    absences, judged, unknown = [], 0, {}
    for area, told in _to_told(rows, units, actors, period).items():
        year = [one for one in told if one.period >= _to_first(period)]
        newest = [one for one in year if one.counts][-RUN:]
        if len(newest) < RUN:
            other = (one.state for one in reversed(year) if not one.counts)
            unknown[area] = next(other, State.NO_COUNCIL)  # it has not been there for so long
            continue
        judged += 1
        if all(one.state is State.ZERO for one in newest):
            absences.append(_to_absence(area, told))
    absences.sort(key=lambda one: (-one.quarters, -one.meetings, one.area))
    return Judged(tuple(absences), judged, unknown)


def _to_first(period: Quarter) -> Quarter:
    """The first quarter of the year that ends with the period."""
    return quarters_before(period.following, YEAR)[0]


def _to_told(
    rows: pd.DataFrame, units: pd.DataFrame, actors: Sequence[str], period: Quarter
) -> dict[str, list[_Told]]:
    """Council → its quarters by the period, in order of time."""
    past = units[units["period"] <= str(period)].sort_values(["area", "period"], kind="stable")
    one = past.assign(unit=range(len(past)))
    cells = to_cells(to_joined(rows, "", actors), one, "unit", [""])
    asked = _to_asked(past, period)
    found: dict[str, list[_Told]] = {area: [] for area in dict.fromkeys(past["area"])}
    quarters = {text: Quarter.parse(text) for text in past["period"].unique()}
    columns = (past["area"], past["period"], cells["state"], cells["held"])
    for area, quarter, state, held in zip(*columns, strict=True):
        found[area].append(_Told(quarters[quarter], State(state), int(held)))
    return {area: told for area, told in found.items() if area in asked}


def _to_asked(past: pd.DataFrame, period: Quarter) -> set[str]:
    in_year = past["period"] >= str(_to_first(period))
    owed = (past["period"] == str(period)) & past["is_owed"]
    return set(past["area"][owed | (in_year & past["rows"].notna())])


def _to_absence(area: str, told: Sequence[_Told]) -> Absence:
    """The quarters back to the last in which the actor came."""
    run: list[_Told] = []
    for one in reversed([one for one in told if one.counts]):
        if one.state is not State.ZERO:
            break
        run.insert(0, one)
    first, last = run[0].period, run[-1].period
    between = (one for one in told if first < one.period < last and not one.counts)
    skipped = tuple(one.period for one in between)
    return Absence(area, first, last, len(run), sum(one.held for one in run), skipped)
