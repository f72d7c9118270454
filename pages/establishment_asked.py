"""What Etablering is asked to show, and what its pictures and tables say of themselves."""

from datetime import date
from typing import NamedTuple

import pandas as pd

import settings
from data_access.viewer import Viewer
from pages.establishment_reads import Establishment
from ui.choice import Choice
from ui.pace_choice import PRIORITISED, PaceChoice
from ui.sheet import NOTHING, Beside, Sheet, to_about, to_source
from words import _


class Asked(NamedTuple):
    """What is shown: the choice, the page's own, what it found, and its place in words."""

    choice: Choice
    own: PaceChoice
    found: Establishment
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

    def to_sheet(
        self,
        table: pd.DataFrame,
        told: str,
        definition: str,
        heads: int = 1,
        beside: Beside = NOTHING,
    ) -> Sheet:
        """The table with what it says of itself."""
        source = _("Rådens händelser")
        about = to_about(
            _("Etablering"), self.of, self.on, definition, source, example=settings.load().example
        )
        return Sheet(table, told, about, heads, beside)
