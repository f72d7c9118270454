"""A quarter is one type, written `2026K3`; never a loose string."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from words import _

_FIRST = 1000 * 4  # the place of the first quarter that there is
_WRITTEN = re.compile(r"([1-9][0-9]{3})K([1-4])", re.ASCII)


class BadPeriod(ValueError):
    """What was given is no quarter."""

    def __init__(self, given: object):
        super().__init__(f"no quarter {given!r}; write it as 2026K3")


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter: year 1000–9998, number 1–4. Quarters sort in time."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1000 <= self.year <= 9998 and 1 <= self.number <= 4):
            raise BadPeriod(f"{self.year}K{self.number}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The quarter written `2026K3`; BadPeriod for anything else."""
        match = _WRITTEN.fullmatch(text)
        if not match:
            raise BadPeriod(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter that the day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def range(cls, start: Self, end: Self) -> list[Self]:
        """Every quarter from start to end, both included; empty when end comes before start."""
        return [cls(at // 4, at % 4 + 1) for at in range(start.place, end.place + 1)]

    @property
    def place(self) -> int:
        """Its place among all quarters, counted from year 0."""
        return self.year * 4 + self.number - 1

    @property
    def first(self) -> date:
        """The quarter's first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """The quarter's last day."""
        days = {1: 31, 2: 30, 3: 30, 4: 31}[self.number]
        return date(self.year, self.number * 3, days)

    @property
    def following(self) -> Self:
        """The next quarter."""
        year, number = (self.year + 1, 1) if self.number == 4 else (self.year, self.number + 1)
        return type(self)(year, number)

    @property
    def name(self) -> str:
        """The quarter in the run's language: `2026 K3`, `2026 Q3`."""
        return period_name(str(self))

    def __str__(self) -> str:
        return f"{self.year}K{self.number}"


def period_name(period: str) -> str:
    """A quarter (or a year, as it is) in the run's language: `2026 K3`, `2026 Q3`."""
    return period.replace("K", f" {_('K')}")


def to_period(name: str) -> str:
    """The period of a `period_name`."""
    return name.replace(f" {_('K')}", "K")


def year_before(period: str) -> str:
    """The same quarter, or year, a year before: `2025K3` of `2026K3`."""
    return f"{int(period[:4]) - 1}{period[4:]}"


def newest_over(on: date) -> Quarter:
    """The newest quarter that is over on the day, its last day included."""
    quarter = Quarter.of(on)
    return quarter if quarter.last <= on else quarters_before(quarter, 1)[0]


def quarters_before(period: Quarter, count: int) -> list[Quarter]:
    """The `count` quarters before the period, the nearest last; fewer where time begins."""
    before = range(max(period.place - count, _FIRST), period.place)
    return [Quarter(back // 4, back % 4 + 1) for back in before]
