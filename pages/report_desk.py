"""The one unit that a reporter is filling in: what she sees, what is kept, what stands before."""

from dataclasses import dataclass, field
from datetime import datetime

from data_access.drafts import Draft
from data_access.submissions import Submission
from data_access.viewer import Viewer
from indicators.reporting import APPROVED
from reporting.checks import check
from reporting.context import Context
from reporting.kinds import Kind, kinds
from reporting.ranges import to_ranges
from reporting.remarks import Remark
from reporting.rows import Row, Unit
from ui.report_entries import Work, with_asked
from ui.report_grid import Ranges
from ui.report_rows import to_rows
from ui.report_words import Names

FILL, PREVIEW = "fyll-i", "granska"


@dataclass
class Desk:
    """A unit under way, kept for the visit. `base` is what the fields were made from, anew for each
    `generation`; `version` and `saved_at` are the draft's, `other` one that somebody else kept."""

    unit: Unit
    viewer: Viewer
    context: Context
    stored: Submission | None
    work: Work
    base: Work = field(default_factory=Work)
    version: int = 0
    saved_at: datetime | None = None
    other: Draft | None = None
    generation: int = 0
    checked: bool = False
    step: str = FILL
    names: Names = field(init=False)
    ranges: Ranges = field(init=False)

    def __post_init__(self) -> None:
        context, area = self.context, self.context.areas[self.unit.area]
        everybody = {code: one.name for code, one in context.areas.items()} | dict(context.others)
        on, kommuner = self.unit.period.last, area.kommuner
        self.names = Names(context.register, everybody, context.kommuner, on, kommuner)
        earlier = context.earlier.get((self.unit.area, self.unit.kind), {})
        self.ranges = to_ranges(earlier, self.kind, self.unit.period)
        self.renew(self.work)

    @property
    def kind(self) -> Kind:
        """The unit's kind, in the language of the run."""
        return kinds()[self.unit.kind]

    @property
    def key(self) -> str:
        """A start for the keys of the fields that are made from `base`."""
        return f"rapport_{'_'.join(map(str, self.unit))}_{self.generation}"

    @property
    def revision(self) -> int:
        """The newest revision that was sent; 0 = none."""
        return self.stored.revision if self.stored else 0

    @property
    def is_locked(self) -> bool:
        """Whether it is approved, and so can't be sent again."""
        return self.stored is not None and self.stored.state == APPROVED

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody has sent it since this work was begun."""
        return self.revision > self.work.seen

    def renew(self, work: Work) -> None:
        """Make the fields anew, from other work than what stands in them."""
        kind, on = self.kind, self.unit.period.last
        asked = self.context.register.of(kind.listing, on) if kind.listing else ()
        self.work = self.base = with_asked(kind, asked, work)
        self.generation += 1

    def read(self) -> tuple[tuple[Row, ...], list[Remark]]:
        """The rows as they would be sent, and all there is to say of them."""
        rows, remarks = to_rows(self.unit, self.work, self.context)
        if rows or self.work.nothing:
            remarks += check({self.unit: rows}, self.context)
        return rows, remarks
