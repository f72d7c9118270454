"""What a reading and a check need to know beside the file or the form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from indicators.periods import Quarter
from reporting.register import Register
from reporting.rows import Row, Units


class KnownArea(NamedTuple):
    """An area of the period: code, name, level, its polisregion's code, its kommuner's codes."""

    code: str
    name: str
    level: str
    region: str
    kommuner: frozenset[str]


@dataclass(frozen=True)
class Context:
    """All that holds for one period and one reporter.

    `areas` are those that she answers for on the period's last day, `others` the names of all
    other areas of the same levels by code, `kommuner` the names of all kommuner by code.
    `stored` is the newest report of each of her units of the period, `earlier` that of the eight
    quarters before it: (area, kind) → period → rows. `stages` is area → (stage, its day) as
    known before this period's report.
    """

    period: Quarter
    today: date
    register: Register
    areas: Mapping[str, KnownArea]
    others: Mapping[str, str] = field(default_factory=dict)
    kommuner: Mapping[str, str] = field(default_factory=dict)
    stored: Units = field(default_factory=dict)
    earlier: Mapping[tuple[str, str], Mapping[Quarter, tuple[Row, ...]]] = field(
        default_factory=dict
    )
    stages: Mapping[str, tuple[str, date]] = field(default_factory=dict)
