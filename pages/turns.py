"""One run at a time: a page or a part is drawn to its end before the next begins.

Python's threads share one processor, so runs side by side all end late; in turns most end early.
Nobody waits long: who gets no turn in time runs beside the others, as when one waits for a
database.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_WAIT = 0.3  # seconds
_turn = threading.Lock()


class _Run(threading.local):
    """What this thread does: each visitor's run has its own."""

    within = False  # a run, with or without the turn
    holds = False


_run = _Run()


@contextmanager
def taken() -> Iterator[None]:
    """The block in a turn of its own; within another's block of the same run, in that one's."""
    if _run.within:
        yield
        return
    _run.within = True
    _take()
    try:
        yield
    finally:
        _give_up()
        _run.within = False


@contextmanager
def given_up() -> Iterator[None]:
    """The block while others run, for who only waits or works for long. What ends the run there
    takes no new turn."""
    held = _run.holds
    _give_up()
    yield
    if held:
        _take()


def _take() -> None:
    _run.holds = _turn.acquire(timeout=LONGEST_WAIT)


def _give_up() -> None:
    if _run.holds:
        _run.holds = False
        _turn.release()
