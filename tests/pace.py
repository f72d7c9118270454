"""Bounds of processor time that mean the same on a slow machine: what is asked of the code is not
asked of the processor, nor of who else works on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

USUAL = 0.06  # seconds of the fixed work on the machine where the bounds were set


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """The block takes less processor time than this, and as many times more as this machine takes
    for a fixed piece of work, looked at before and after."""
    before = to_pace()
    start = process_time()
    yield
    spent = process_time() - start
    allowed = seconds * max(1.0, before, to_pace())
    assert spent < allowed, f"{spent:.2f} s of processor time, {allowed:.2f} were allowed"


def to_pace() -> float:
    """How many times as long as usual this machine takes just now, for some work with words,
    numbers and tables of them."""
    start = process_time()
    counts: dict[str, int] = {}
    for number in range(60_000):
        word = f"{number * 7919 % 10_007:05d}".casefold()
        counts[word] = counts.get(word, 0) + len(word.split("0"))
    assert sum(counts.values()) > 60_000
    return (process_time() - start) / USUAL
