"""What a view of Täckning rests on, and how its pictures and files say what they are."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pandas as pd

import settings
from data_access.viewer import Viewer
from indicators.coverage import SHARES
from pages.place_words import to_within
from pages.reads import to_young_basis
from ui import coverage_tables, coverage_words, sheet
from ui.chart_base import Title
from ui.choice import Choice
from ui.coverage_choice import CoverageChoice, measure_name
from ui.sheet import Sheet
from words import _

PAGE = "tackning"


class Asked(NamedTuple):
    """Everything that a view rests on."""

    coverage: CoverageChoice
    choice: Choice
    viewer: Viewer

    @property
    def within(self) -> tuple[str | None, str | None]:
        """The chosen polisregion and län."""
        return self.choice.region, self.choice.lan

    def counted(self, day: date) -> Choice:
        """What the shares of a day are of: whatever area is chosen on the map beside them."""
        return replace(self.choice, day=day, area=None)

    @property
    def place(self) -> str:
        """The choice in words."""
        return to_within(self.choice, self.viewer)


def to_title(asked: Asked, *lines: str) -> Title:
    """What is shown and where, and from where."""
    source = sheet.to_source(
        asked.choice.day, _("rådens händelser"), example=settings.load().example
    )
    return Title(lines, source)


def to_source() -> str:
    """Where the figures come from."""
    return _("Rådens händelser och områdenas bedömningar")


def to_about(asked: Asked, *measures: str) -> tuple[tuple[str, ...], ...]:
    """The rows above a table in a file, with the measures' definitions."""
    told = [f"{measure_name(one)}: {coverage_words.definition(one)}" for one in measures]
    return sheet.to_about(
        _("Täckning"),
        asked.place,
        asked.choice.day,
        " ".join(told),
        f"{to_source()}. {to_young_basis(asked.choice.day, asked.viewer)}",
        example=settings.load().example,
    )


def to_sheet(asked: Asked, table: pd.DataFrame, said: str) -> Sheet:
    """A table of all shares, with what it says of itself."""
    beside = coverage_tables.to_beside(table)
    return Sheet(table, said, to_about(asked, *SHARES), beside=beside)
