"""A file on its way in: read and checked, with what is there now; nothing is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from data_access.report_context import read_context
from data_access.submissions import read_submissions
from data_access.viewer import Viewer
from indicators.periods import Quarter
from reporting.checks import check
from reporting.context import Context
from reporting.reading import read_file
from reporting.remarks import Remark, Severity
from reporting.rows import Row, Unit, Units
from reporting.totals import without_totals


@dataclass(frozen=True)
class Received:
    """What a file holds: its units as they are to be stored, all that reading and checks say of
    them, the revision that each unit has now (0 = none), what it holds now, and the file's digest
    (SHA-256, hex)."""

    units: Units
    remarks: tuple[Remark, ...]
    expected: Mapping[Unit, int]
    stored: Units
    digest: str

    def count(self, severity: Severity) -> int:
        """How many remarks there are of the severity."""
        return sum(remark.severity is severity for remark in self.remarks)

    @property
    def is_whole(self) -> bool:
        """Whether it can be sent once the warnings have their notes."""
        return bool(self.units) and not self.count(Severity.ERROR)


def receive(data: bytes, *, default: Quarter, viewer: Viewer) -> Received:
    """Read and check a spreadsheet or CSV. `default` is the period of rows that name none.
    Raises DatabaseUnavailable; for whatever the file holds there are remarks."""
    to_context = contexts(viewer)
    found = read_file(data, to_context, default)
    remarks = [*found.remarks, *check_all(found.units, to_context)]
    newest = read_submissions(found.units, viewer=viewer)
    units = {unit: tuple(map(without_totals, rows)) for unit, rows in found.units.items()}
    return Received(
        units=units,
        remarks=tuple(in_order(remarks)),
        expected={unit: newest[unit].revision if unit in newest else 0 for unit in found.units},
        stored={unit: sent.rows for unit, sent in newest.items()},
        digest=found.digest,
    )


def in_order(remarks: list[Remark]) -> list[Remark]:
    """As one reads the file: sheet by sheet, row by row; what has no place comes first."""
    sheets = list(dict.fromkeys(one.place.sheet for one in remarks))
    return sorted(remarks, key=lambda one: (sheets.index(one.place.sheet), one.place.row))


def check_all(units: Units, to_context: Callable[[Quarter], Context]) -> list[Remark]:
    """What the checks say of units of any periods, in order of time."""
    remarks: list[Remark] = []
    ordered = sorted(units, key=lambda unit: unit.period)
    for period, those in groupby(ordered, key=lambda unit: unit.period):
        own: dict[Unit, tuple[Row, ...]] = {unit: units[unit] for unit in those}
        remarks += check(own, to_context(period))
    return remarks


def contexts(viewer: Viewer) -> Callable[[Quarter], Context]:
    """period → its context, each read once."""

    @lru_cache(maxsize=64)
    def to_context(period: Quarter) -> Context:
        return read_context(period, viewer=viewer)

    return to_context
