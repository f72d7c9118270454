"""Where a series may not be joined: it is another thing from there on."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from indicators.periods import Quarter


class Break(NamedTuple):
    """The first quarter of the new, and why: 'indelning' (division) or 'rakneregel' (rule)."""

    quarter: Quarter
    why: str


def to_segments(
    quarters: Sequence[Quarter], known: Sequence[bool], breaks: Sequence[Break]
) -> list[int]:
    """The number of the unbroken stretch that each quarter, in order of time, lies in.

    A new one begins at each break; a quarter that is not `known`, or not there, is joined to none.
    """
    numbers: list[int] = []
    cuts = {one.quarter for one in breaks}
    number = 0
    for at, quarter in enumerate(quarters):
        follows = at > 0 and quarters[at - 1].following == quarter
        joined = follows and known[at - 1] and known[at]
        crossed = at > 0 and any(quarters[at - 1] < cut <= quarter for cut in cuts)
        if at > 0 and (not joined or crossed):
            number += 1
        numbers.append(number)
    return numbers


def find_since(breaks: Iterable[Break], last: str) -> Quarter | None:
    """The first quarter that may be compared with the period `last` (a quarter or a year): that of
    the newest break up to it; None when all before it may."""
    quarters = (one.quarter for one in breaks)
    return max((one for one in quarters if str(one)[: len(last)] <= last), default=None)
