"""Reports in the making: in the background, several at once, each for who asked for it alone.

They are kept in this process's memory, the newest of each person, for an hour. The same choice
asked for again is the same job, unless something has been recorded: a lägesbild may be withdrawn.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from itertools import count
from threading import Lock

import metrics
from data_access.engine import DatabaseUnavailable
from data_access.version import current_version
from data_access.viewer import Viewer
from reports.content.asked import Asked
from reports.job_making import NAME, Job, State, make
from words import language

AT_ONCE = 2  # made at the same time, of all people
MOST_WAITING = 4  # of one person
MOST_KEPT = 8  # of one person, those that are done or were stopped too
KEPT = 3600.0  # seconds


class TooMany(RuntimeError):
    """One person has as many in the making as she may."""


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
    _pool.submit(copy_context().run, make, job, on_fault)
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
    if job is not None:
        job.cancel()


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


metrics.REPORTS_WAITING.set_function(lambda: count_made()[0])
metrics.REPORTS_RUNNING.set_function(lambda: count_made()[1])
