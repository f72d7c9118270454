"""What is read to show one report: itself, the one before, and those around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data_access.report_context import read_context
from data_access.submissions import Submission, read_submissions
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages.report_viewer import narrowed
from reporting.context import Context
from reporting.kind_periods import to_period_before
from reporting.kinds import Kind, kinds
from reporting.rows import Row, Unit
from ui.report_words import Names


@dataclass(frozen=True)
class Opened:
    """What is shown of one unit; `now` is None when nothing had come."""

    unit: Unit
    context: Context
    now: Submission | None
    before: Submission | None
    others: Sequence[tuple[Row, ...]]

    @property
    def kind(self) -> Kind:
        """The unit's kind, in the language of the run."""
        return kinds()[self.unit.kind]

    @property
    def names(self) -> Names:
        """What codes are called in the unit's period."""
        areas = {code: one.name for code, one in self.context.areas.items()}
        areas |= self.context.others
        return Names(self.context.register, areas, self.context.kommuner, self.unit.period.last)


def read_opened(
    unit: Unit, others: Iterable[Unit], today: date, known_on: date | None, *, viewer: Viewer
) -> Opened:
    """The unit, that of the period before, and the same of other areas, as known on a day. The
    caller has seen that the viewer answers for the area. Raises DatabaseUnavailable."""
    context = read_context(unit.period, viewer=narrowed(viewer, [unit]), today=today)
    last = to_period_before(kinds()[unit.kind], unit.period)
    before = unit._replace(period=last) if last else None
    asked = [unit, *filter(None, [before]), *others]
    found = read_submissions(asked, viewer=viewer, known_on=known_on)
    around = [found[one].rows for one in others if one in found]
    return Opened(unit, context, found.get(unit), found.get(before) if before else None, around)


def to_others(row: Mapping[str, Any], reports: pd.DataFrame) -> list[Unit]:
    """The same report of the region's other areas; of a region there are none to compare with."""
    same = reports[
        (reports["kind"] == row["kind"])
        & (reports["period"] == row["period"])
        & (reports["region"] == row["region"])
        & (reports["level"] == row["level"])
        & (reports["area"] != row["area"])
        & reports["submission"].notna()
    ]
    period = Quarter.parse(row["period"])
    return [Unit(area, row["kind"], period) for area in same["area"]]
