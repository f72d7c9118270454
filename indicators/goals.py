"""Goals against outcomes: the path from baseline to target, and whether it is held.

The path is a straight line from the baseline at its day to the target at the due day, and the
target from then on. 'On way' is said only when the newest outcome holds the path; where that can't
be known, the reason is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from indicators.periods import Quarter, newest_over

OLDEST = 2  # quarters that an outcome may be older than the newest that is over
_NEAR = 1e-9  # of what is worked out in decimals that a computer has none of
Outcomes = Mapping[Quarter, float]


class BadTerms(ValueError):
    """A goal that can't be followed; the message says why."""


class Target(StrEnum):
    """What the target is."""

    VALUE = "varde"
    CHANGE = "forandring"  # of the baseline, in per cent


class Status(StrEnum):
    """How a goal stands."""

    REACHED = "natt"
    ON_WAY = "pa-vag"
    BEHIND = "efter"
    UNKNOWN = "kan-inte-bedomas"


class Why(StrEnum):
    """Why a goal can't be judged."""

    NO_TERMS = "malvarde-saknas"
    NO_DIRECTION = "riktning-saknas"
    NO_OUTCOME = "utfall-saknas"
    TOO_OLD = "utfall-for-gammalt"
    NOT_SINCE = "inget-utfall-efter-utgangslaget"
    DUE_PASSED = "slutdagen-har-passerat"
    NO_BASELINE = "utgangslage-saknas"
    ZERO_BASELINE = "utgangslaget-ar-noll"


@dataclass(frozen=True)
class Terms:
    """What a goal says from `valid_from` on. Without a `baseline` of its own each area starts from
    its own outcome of the quarter that `baseline_on` lies in. Raises BadTerms."""

    code: str
    level: str  # nationell, regional, lokal
    baseline: float | None
    baseline_on: date
    target: float
    kind: Target
    due_on: date
    valid_from: date
    source: str

    def __post_init__(self) -> None:
        if self.due_on <= self.baseline_on:
            raise BadTerms(f"{self.code}: due {self.due_on}, not after {self.baseline_on}")


class Verdict(NamedTuple):
    """How a goal stands in an area, why it can't be judged (None when it can), and what that rests
    on: the newest outcome, its quarter, the path there, baseline and target (None = unknown)."""

    status: Status
    why: Why | None
    quarter: Quarter | None = None
    outcome: float | None = None
    path: float | None = None
    baseline: float | None = None
    target: float | None = None


def to_terms_on(terms: Iterable[Terms], on: date) -> dict[str, Terms]:
    """Code → the goal's newest terms on the day."""
    ordered = sorted(terms, key=lambda one: one.valid_from)
    return {one.code: one for one in ordered if one.valid_from <= on}


def to_baseline(terms: Terms, outcomes: Outcomes) -> float | None:
    """The goal's own baseline, else the area's outcome of that quarter; None when there is none."""
    if terms.baseline is not None:
        return terms.baseline
    return outcomes.get(Quarter.of(terms.baseline_on))


def to_target(terms: Terms, baseline: float | None) -> float | None:
    """The target in the outcome's own unit; None when it is a change of an unknown baseline."""
    if terms.kind is Target.VALUE:
        return terms.target
    return None if baseline is None else baseline * (1 + terms.target / 100)


def to_path(terms: Terms, baseline: float, target: float, on: date) -> float:
    """Where the path is on a day from that of the baseline on."""
    whole = (terms.due_on - terms.baseline_on).days
    gone = min((on - terms.baseline_on).days, whole)
    return baseline + (target - baseline) * gone / whole


def judge(terms: Terms | None, outcomes: Outcomes, on: date, higher: bool | None) -> Verdict:
    """How the goal stands on the day, from outcomes of quarters that are over. `higher`: whether a
    higher outcome is better; None = neither is."""
    known = {quarter: value for quarter, value in outcomes.items() if quarter.last <= on}
    quarter = max(known, default=None)
    outcome = None if quarter is None else known[quarter]
    baseline = to_baseline(terms, known) if terms else None
    target = to_target(terms, baseline) if terms else None
    held = Verdict(Status.UNKNOWN, None, quarter, outcome, None, baseline, target)
    why = _to_why(terms, higher, quarter, on)
    if why or terms is None or quarter is None or outcome is None:
        return held._replace(why=why)
    if terms.kind is Target.CHANGE and baseline == 0:
        return held._replace(why=Why.ZERO_BASELINE)
    if target is not None and _holds(outcome, target, bool(higher)):
        return held._replace(status=Status.REACHED)
    if baseline is None or target is None:
        return held._replace(why=Why.NO_BASELINE)
    path = to_path(terms, baseline, target, quarter.last)
    status = Status.ON_WAY if _holds(outcome, path, bool(higher)) else Status.BEHIND
    return held._replace(status=status, path=path)


def _to_why(
    terms: Terms | None, higher: bool | None, quarter: Quarter | None, on: date
) -> Why | None:
    """Why the goal can't be judged, whatever the figures are; None when it may."""
    if terms is None:
        return Why.NO_TERMS
    if higher is None:
        return Why.NO_DIRECTION
    return Why.NO_OUTCOME if quarter is None else _to_late(terms, quarter, on)


def _to_late(terms: Terms, quarter: Quarter, on: date) -> Why | None:
    """Why the outcome of the quarter says nothing of the day."""
    if quarter.last <= terms.baseline_on:
        return Why.NOT_SINCE
    if quarter.last < terms.due_on < on:
        return Why.DUE_PASSED
    return Why.TOO_OLD if _to_age(quarter, on) > OLDEST else None


def _to_age(quarter: Quarter, on: date) -> int:
    """Quarters from that one to the newest that is over on the day."""
    return newest_over(on).place - quarter.place


def _holds(value: float, at: float, higher: bool) -> bool:
    near = _NEAR * max(abs(at), 1.0)
    return value >= at - near if higher else value <= at + near
