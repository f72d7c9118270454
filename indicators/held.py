"""What holds on each of several days, by one walk over all that has been told."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def to_held(told: Iterable[tuple[K, V, date]], days: Sequence[date]) -> list[dict[K, V]]:
    """For each of the days, in order of time, what holds of each key. `told` has key, value and
    the first day on which it holds, in the order in which they come to speak."""
    waiting = list(told)
    at = 0
    now: dict[K, V] = {}
    held = []
    for day in days:
        while at < len(waiting) and waiting[at][2] <= day:
            key, value, _first = waiting[at]
            now[key] = value
            at += 1
        held.append(dict(now))
    return held
