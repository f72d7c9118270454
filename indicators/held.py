"""What holds on each of several days, by one walk over all that has been told."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Since(NamedTuple, Generic[V]):
    """What holds, and the first day of the unbroken time in which it has."""

    value: V
    since: date


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


def to_held_since(
    told: Iterable[tuple[K, V, date]],
    days: Sequence[date],
    of: Callable[[V], Hashable] = lambda value: value,
) -> list[dict[K, Since[V]]]:
    """As `to_held`, with the day since when. What is said last of a day is what it says; a value
    goes on unbroken as long as what `of` takes from it is the same."""
    last: dict[tuple[K, date], V] = {(key, first): value for key, value, first in told}
    now: dict[K, Since[V]] = {}
    runs = []
    for (key, first), value in sorted(last.items(), key=lambda one: one[0][1]):
        held = now.get(key)
        goes_on = held is not None and of(held.value) == of(value)
        now[key] = Since(value, held.since if held is not None and goes_on else first)
        runs.append((key, now[key], first))
    return to_held(runs, days)
