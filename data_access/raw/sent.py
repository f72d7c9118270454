"""A report as it was sent, and what can stand in the way of sending or undoing it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from data_access.raw.states import Head
from reporting.rows import Row, Unit


class Locked(ValueError):
    """Approved units are sent anew only when somebody has unlocked them."""

    def __init__(self, units: Iterable[Unit]):
        self.units = tuple(sorted(units))
        super().__init__(f"{to_text(self.units)}: approved and locked; ask for them to be unlocked")


class SentMeanwhile(ValueError):
    """Somebody else has sent, or undone, some of the units since the reporter saw them."""

    def __init__(self, units: Iterable[Unit]):
        self.units = tuple(sorted(units))
        super().__init__(f"{to_text(self.units)}: sent by another meanwhile; look and choose")


class NotUndoable(ValueError):
    """The sending is not one's own, not the newest of all its units, or something is approved."""


@dataclass(frozen=True)
class Submission:
    """A unit's report: one revision of it, with its rows, in its newest state. Times in UTC.
    `release`: the first that its counts are published in."""

    id: int
    sending: int
    unit: Unit
    revision: int
    rows: tuple[Row, ...]
    state: str
    reason: str | None
    state_at: datetime
    recorded_at: datetime
    recorded_by: str
    channel: str
    note: str | None
    release: int | None = None


def not_before(at: datetime, before: Mapping[Unit, list[Head]]) -> datetime:
    """Nothing is recorded before what it takes the place of, whatever the clocks say."""
    return max([at, *(head.state_at for heads in before.values() for head in heads)])


def to_text(units: Iterable[Unit]) -> str:
    """The units by their codes."""
    return ", ".join(f"{unit.area} {unit.kind} {unit.period}" for unit in units)
