"""Reports in the making: in the background, several at once, each for who asked for it alone.

They are kept in this process's memory, the newest of each person, for an hour. The same choice
asked for again is the same job, unless something has been recorded: a lägesbild may be withdrawn.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from threading import Event, Lock

import metrics
from data_access.engine import DatabaseUnavailable
from data_access.version import current_version, picture
from data_access.viewer import Viewer
from reports.content.asked import Asked
from reports.content.making import to_document
from reports.rendering import KINDS, Stopped, draw, render
from words import language, spoken

AT_ONCE = 2  # made at the same time, of all people
MOST_WAITING = 4  # of one person
MOST_KEPT = 8  # of one person, those that are done or were stopped too
KEPT = 3600.0  # seconds
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


class TooMany(RuntimeError):
    """One person has as many in the making as she may."""


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

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state in ENDED

    @property
    def seconds(self) -> float:
        """How long it took, or has taken."""
        return (self.ended or time.monotonic()) - self.begun


_jobs: dict[int, Job] = {}
_numbers = count(1)
_lock = Lock()
_pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="report")


def start(asked: Asked, on_fault: Callable[[BaseException], None] = lambda _error: None) -> Job:
    """Begin the report, or the one that is the same. `on_fault` hears of what is ours to mend.
    Raises TooMany."""
    version = _to_version(asked.viewer)
    with _lock:
        _drop_old()
        own = [one for one in _jobs.values() if _is_of(one, asked.viewer)]
        same = next((one for one in own if _is_same(one, asked, version)), None)
        if same is not None:
            return same
        if sum(not one.has_ended for one in own) >= MOST_WAITING:
            raise TooMany
        for old in sorted(own, key=lambda one: one.number)[: max(0, len(own) - MOST_KEPT + 1)]:
            if old.has_ended:
                del _jobs[old.number]
        job = Job(next(_numbers), asked, language(), version)
        _jobs[job.number] = job
    metrics.JOBS_BEGUN.labels(NAME).inc()
    _pool.submit(copy_context().run, _make, job, on_fault)
    return job


def list_jobs(viewer: Viewer) -> tuple[Job, ...]:
    """The viewer's own, the newest first."""
    with _lock:
        _drop_old()
        own = [one for one in _jobs.values() if _is_of(one, viewer)]
    return tuple(sorted(own, key=lambda one: -one.number))


def count_made() -> tuple[int, int]:
    """How many wait, and how many are made now, everybody's together."""
    with _lock:
        states = [one.state for one in _jobs.values()]
    return states.count(State.WAITING), states.count(State.RUNNING)


def cancel(number: int, viewer: Viewer) -> None:
    """Stop the viewer's own; one that is not there, or has ended, is left."""
    job = _find(number, viewer)
    if job is None or job.has_ended:
        return
    with _lock:
        job.stop.set()
        if job.state is State.WAITING:
            _end(job, State.STOPPED)


def remove(number: int, viewer: Viewer) -> None:
    """Forget one of the viewer's own, stopping it first."""
    cancel(number, viewer)
    with _lock:
        job = _jobs.get(number)
        if job is not None and _is_of(job, viewer):
            del _jobs[number]


def forget() -> None:
    """Stop and forget all of them, for tests."""
    with _lock:
        for job in _jobs.values():
            job.stop.set()
        _jobs.clear()


def _find(number: int, viewer: Viewer) -> Job | None:
    with _lock:
        job = _jobs.get(number)
    return job if job is not None and _is_of(job, viewer) else None


def _is_of(job: Job, viewer: Viewer) -> bool:
    """Whether it was asked for by the same person with the same rights."""
    asker = job.asked.viewer
    return (asker, asker.subject) == (viewer, viewer.subject)


def _to_version(viewer: Viewer) -> str:
    try:
        return current_version(viewer=viewer)[1]
    except DatabaseUnavailable:
        return ""  # the job says what is wrong


def _is_same(job: Job, asked: Asked, version: str) -> bool:
    of = (job.asked.area.code, job.asked.periods, job.asked.release.number, job.asked.stamp)
    same = of == (asked.area.code, asked.periods, asked.release.number, asked.stamp)
    same = same and (job.language, job.version) == (language(), version)
    return same and job.state in (State.WAITING, State.RUNNING, State.DONE)


def _drop_old() -> None:
    now = time.monotonic()
    for job in list(_jobs.values()):
        if job.ended is not None and now - job.ended > KEPT:
            del _jobs[job.number]


def _make(job: Job, on_fault: Callable[[BaseException], None]) -> None:
    """The whole of it; nothing it raises is lost."""
    with _lock:
        if job.stop.is_set() or job.state is not State.WAITING:
            return
        job.state = State.RUNNING

    def tell(done: int, of: int, name: str) -> None:
        if job.stop.is_set():
            raise Stopped
        job.done, job.of, job.told = done, of + OWN_PARTS, name

    try:
        with spoken(job.language):
            _make_files(job, tell)
    except Stopped:
        job.files.clear()
        _end(job, State.STOPPED)
    except DatabaseUnavailable as error:
        on_fault(error)
        _end(job, State.FAILED, "database")
    except Exception as error:  # whatever it is: who waits must be told, and we too
        on_fault(error)
        _end(job, State.FAILED, "fel")
    else:
        job.done = job.of
        _end(job, State.DONE)


def _make_files(job: Job, tell: Callable[[int, int, str], None]) -> None:
    with picture():
        document = to_document(job.asked, tell)
    document = draw(document, job.stop)
    for place, kind in enumerate(KINDS):
        job.done, job.told = job.of - OWN_PARTS + place, kind.upper()
        job.files[kind] = render(document, kind, job.stop)


def _end(job: Job, state: State, reason: str = "") -> None:
    job.state, job.reason, job.ended = state, reason, time.monotonic()
    metrics.end_job(NAME, _OUTCOMES[state], job.seconds)


metrics.REPORTS_WAITING.set_function(lambda: count_made()[0])
metrics.REPORTS_RUNNING.set_function(lambda: count_made()[1])
