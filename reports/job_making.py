"""One report in the making: how far it has come, and the making of it.

It is begun by one thread and may be stopped by another, so what becomes of it is settled once.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Event, Lock

import metrics
from data_access.engine import DatabaseUnavailable
from data_access.version import picture
from reports.content.asked import Asked
from reports.content.making import to_document
from reports.rendering import KINDS, Stopped, draw, render
from words import spoken

NAME = "report"  # where they are counted
OWN_PARTS = len(KINDS)  # steps after the chapters: a file each


class State(StrEnum):
    """How far a report has come."""

    WAITING = "vantar"
    RUNNING = "gors"
    DONE = "klar"
    STOPPED = "avbruten"
    FAILED = "misslyckad"


ENDED = (State.DONE, State.STOPPED, State.FAILED)
_OUTCOMES = {State.DONE: "done", State.STOPPED: "stopped", State.FAILED: "failed"}


@dataclass
class Job:
    """A report in the making, in the language that it was asked for in. `told` is what is made now,
    `done` parts of `of` are; `files` (kind → bytes) are there when it is done; `reason`
    ('database', 'fel') why it failed."""

    number: int
    asked: Asked
    language: str
    version: str  # of what is recorded, when it was asked for
    state: State = State.WAITING
    told: str = ""
    done: int = 0
    of: int = 1
    files: dict[str, bytes] = field(default_factory=dict)
    reason: str = ""
    begun: float = field(default_factory=time.monotonic)
    ended: float | None = None
    stop: Event = field(default_factory=Event)
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state in ENDED

    @property
    def seconds(self) -> float:
        """How long it took, or has taken."""
        return (self.ended or time.monotonic()) - self.begun

    def begin(self) -> bool:
        """Take it up; False when it was stopped while it waited."""
        with self._lock:
            if self.stop.is_set() or self.state is not State.WAITING:
                return False
            self.state = State.RUNNING
        return True

    def cancel(self) -> None:
        """Stop it: at once while it waits, else at its next step. One that has ended is left."""
        if self.has_ended:
            return
        with self._lock:
            self.stop.set()
            if self.state is State.WAITING:
                self.end(State.STOPPED)

    def end(self, state: State, reason: str = "") -> None:
        """Nothing more comes of it; `reason` is why it failed."""
        self.state, self.reason, self.ended = state, reason, time.monotonic()
        metrics.end_job(NAME, _OUTCOMES[state], self.seconds)


def make(job: Job, on_fault: Callable[[BaseException], None]) -> None:
    """The whole of it; nothing it raises is lost: `on_fault` hears of what is ours to mend."""
    if not job.begin():
        return

    def tell(done: int, of: int, name: str) -> None:
        if job.stop.is_set():
            raise Stopped
        job.done, job.of, job.told = done, of + OWN_PARTS, name

    try:
        with spoken(job.language):
            _make_files(job, tell)
    except Stopped:
        job.files.clear()
        job.end(State.STOPPED)
    except DatabaseUnavailable as error:
        on_fault(error)
        job.end(State.FAILED, "database")
    except Exception as error:  # whatever it is: who waits must be told, and we too
        on_fault(error)
        job.end(State.FAILED, "fel")
    else:
        job.done = job.of
        job.end(State.DONE)


def _make_files(job: Job, tell: Callable[[int, int, str], None]) -> None:
    with picture():
        document = to_document(job.asked, tell)
    document = draw(document, job.stop)
    for place, kind in enumerate(KINDS):
        job.done, job.told = job.of - OWN_PARTS + place, kind.upper()
        job.files[kind] = render(document, kind, job.stop)
