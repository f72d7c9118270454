"""A file that has been read, kept while it lies in its place."""

from dataclasses import dataclass, field

from data_access.receiving import Received
from data_access.submissions import Submission, read_submissions
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.reporting import APPROVED, SENT
from pages.report_sent import to_names
from pages.report_viewer import to_who
from reporting.compare import SAME, Change, compare
from reporting.kinds import kinds
from reporting.rows import Row, Unit
from ui.report_words import Names

SETTLED = (SENT, APPROVED)  # in these the same values again say nothing new


@dataclass
class FileDesk:
    """A read file, kept while it lies in its place. `period` is that of rows without any, `before`
    what is stored of its units as it was seen, `overtaken` those that another has sent since."""

    file_id: str
    name: str
    received: Received
    period: Quarter
    viewer: Viewer
    names: Names
    before: dict[Unit, Submission]
    overtaken: tuple[Unit, ...] = ()
    dropped: set[Unit] = field(default_factory=set)

    def is_of(self, file_id: str, period: Quarter, viewer: Viewer) -> bool:
        """Whether it is the file as it is read for the period and the viewer."""
        same = (self.file_id, self.period) == (file_id, period)
        return same and to_who(self.viewer) == to_who(viewer)

    def to_changes(self) -> dict[Unit, list[Change]]:
        """What each unit changes."""
        return {
            unit: compare(kinds()[unit.kind], self._stored(unit), rows)
            for unit, rows in self.received.units.items()
            if unit not in self.dropped
        }

    def to_new(self) -> dict[Unit, list[Change]]:
        """The changes of those units that there is something to send of."""
        return {
            unit: changes
            for unit, changes in self.to_changes().items()
            if self.state(unit) not in SETTLED or any(one.what != SAME for one in changes)
        }

    def _stored(self, unit: Unit) -> tuple[Row, ...]:
        return self.before[unit].rows if unit in self.before else ()

    def state(self, unit: Unit) -> str:
        """The state of what is stored; '' = nothing."""
        return self.before[unit].state if unit in self.before else ""


def make(file_id: str, name: str, received: Received, period: Quarter, viewer: Viewer) -> FileDesk:
    """A desk for the file. Raises DatabaseUnavailable."""
    before = read_submissions(received.units, viewer=viewer)
    return FileDesk(file_id, name, received, period, viewer, to_names(viewer), before)
