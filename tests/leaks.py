"""Finds counts that should have been protected in whatever is sent: protobuf, Arrow, JSON, text.

A column of counts shows itself: it holds a figure of the release that is larger than any other
number (`released_country`). In such a column nothing may be 1 to base - 1. And nowhere at all may a
sum stand that is one of what was reported, and of no figure of the release.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from tests.numbers import to_numbers

ARROW = b"\xff\xff\xff\xff"  # how a stream of Arrow begins
SMALL = range(1, 5)
Values = list[Any]


@dataclass(frozen=True)
class Secrets:
    """`untold`: sums that must not be seen; `told`: large figures that counts are known by."""

    untold: Collection[int]
    told: Collection[int]

    def find(self, content: Any) -> list[str]:
        """What is wrong with a message, a table or a text."""
        found = []
        for values in to_series(content):
            own = [number for value in values for number in _to_all(value)]
            found += [f"a sum as reported: {one}" for one in own if one in self.untold]
            if any(one in self.told for one in own):
                small = [one for value in values for one in _to_count(value) if one in SMALL]
                found += [f"a small count among {len(values)}: {one}" for one in small]
        return found

    def has_counts(self, content: Any) -> bool:
        """Whether it holds a figure that counts are known by."""
        values = (value for series in to_series(content) for value in series)
        return any(number in self.told for value in values for number in _to_all(value))


def to_series(content: Any) -> Iterator[Values]:
    """Everything in it as columns of values that belong together; what stands alone, alone."""
    if isinstance(content, str):
        yield from _of_text(content)
    elif isinstance(content, bytes):
        yield from _of_bytes(content)
    elif isinstance(content, Mapping):
        yield list(content)
        yield from _of_values(content.values())
    elif isinstance(content, list | tuple):
        yield from _of_values(content)
    elif hasattr(content, "ListFields"):
        for field, value in content.ListFields():
            yield from to_series(_plain(field, value))
    else:
        yield [content]


def _plain(field: Any, value: Any) -> Any:
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        return dict(value)
    return list(value) if field.is_repeated else value


def _of_values(values: Iterable[Any]) -> Iterator[Values]:
    """A list: its plain values are one column, those of the same place in its rows another."""
    listed = list(values)
    plain = [one for one in listed if _is_plain(one)]
    yield plain
    rows = [one for one in listed if isinstance(one, Mapping)]
    for key in {key for row in rows for key in row}:
        yield [row[key] for row in rows if key in row and _is_plain(row[key])]
    lists = [one for one in listed if isinstance(one, list | tuple)]
    for place in range(max(map(len, lists), default=0)):
        yield [row[place] for row in lists if len(row) > place and _is_plain(row[place])]
    for one in listed:
        if not _is_plain(one) or isinstance(one, str | bytes):
            yield from to_series(one)


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float)


def _of_bytes(content: bytes) -> Iterator[Values]:
    if not content.startswith(ARROW):
        yield from _of_text(content.decode("utf-8", errors="ignore"))
        return
    table = pa.ipc.open_stream(content).read_all()
    for column in table.columns:
        values = column.to_pylist()
        yield values
        yield from (one for value in values if isinstance(value, str) for one in _of_text(value))


def _of_text(content: str) -> Iterator[Values]:
    """The text itself, and what JSON there is in it, also within a script."""
    yield [content]
    start, decoder = 0, json.JSONDecoder()
    while (start := _next(content, start)) >= 0:
        try:
            found, start = decoder.raw_decode(content, start)
        except ValueError:
            start += 1
            continue
        if isinstance(found, dict | list) and found:
            yield from to_series(found)


def _next(content: str, start: int) -> int:
    places = [place for sign in "{[" if (place := content.find(sign, start)) >= 0]
    return min(places, default=-1)


def _to_all(value: Any) -> Iterator[int]:
    """Every whole number in a value."""
    if isinstance(value, str):
        yield from to_numbers(value)
    else:
        yield from _to_whole(value)


def _to_count(value: Any) -> Iterator[int]:
    """The number that a value is: of a text only when it says nothing else. 01 is a code, since no
    count is written so."""
    if not isinstance(value, str):
        yield from _to_whole(value)
    elif value.isdigit() and len(value) > 1 and value.startswith("0"):
        return
    elif not any(sign.isalpha() for sign in value):
        numbers = list(to_numbers(value))
        yield from numbers if len(numbers) == 1 else ()


def _to_whole(value: Any) -> Iterator[int]:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and float(value).is_integer():
        yield int(value)
