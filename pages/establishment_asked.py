"""What Etablering is asked to show, and what its pictures and tables say of themselves."""

from datetime import date
from typing import NamedTuple

import pandas as pd

import settings
from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from pages.chosen_reads import to_deadline
from pages.establishment_reads import Picture
from ui import time_axis
from ui.choice import Choice
from ui.pace_choice import PRIORITISED, PaceChoice
from ui.sheet import Sheet, to_about, to_source
from words import _


class Asked(NamedTuple):
    """What is shown: the choice, the page's own, what it found, and its place in words."""

    choice: Choice
    own: PaceChoice
    found: Picture
    of: str
    viewer: Viewer

    @property
    def on(self) -> date:
        """The day."""
        return self.choice.day

    @property
    def only_prioritised(self) -> bool:
        """Whether prioritised areas alone are counted."""
        return self.own.base == PRIORITISED

    @property
    def source(self) -> tuple[str, ...]:
        """What stands below a picture's title."""
        return to_source(self.on, _("rådens händelser"), example=settings.load().example)

    @property
    def marks(self) -> pd.DataFrame:
        """The milestones that charts of time show."""
        return time_axis.to_marks(fetch_milestones(viewer=self.viewer), FIRST_DAY, self.end)

    @property
    def end(self) -> date:
        """The last day of charts of time: the next deadline's, where there is one."""
        return to_deadline(self.on, viewer=self.viewer) or self.on

    def to_sheet(self, table: pd.DataFrame, told: str, definition: str) -> Sheet:
        """The table with what it says of itself."""
        source = _("Rådens händelser")
        about = to_about(
            _("Etablering"), self.of, self.on, definition, source, example=settings.load().example
        )
        return Sheet(table, told, about)
