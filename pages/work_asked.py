"""What a part of Insatser och mål rests on, and what its charts and tables say of themselves."""

from typing import NamedTuple

import pandas as pd

from data_access.releases import Release
from data_access.viewer import Viewer
from pages import sheets
from pages.table_cells import ExplainCell
from ui import sheet
from ui.chart_base import Title
from ui.choice import Choice
from ui.sheet import NOTHING, Beside, Sheet
from ui.work_choice import WorkChoice, part_name
from words import _


class WorkAsked(NamedTuple):
    """Everything that a part rests on."""

    work: WorkChoice
    choice: Choice
    release: Release
    viewer: Viewer


def to_release(asked: WorkAsked) -> str:
    """`Utgåva 3, 2026-10-20`."""
    return sheet.release_name(asked.release.number, asked.release.made_at)


def to_title(asked: WorkAsked, *lines: str) -> Title:
    """What stands in a picture: what is shown, and where it comes from."""
    source = sheet.to_source(asked.choice.day, to_release(asked), example=asked.release.is_example)
    return Title(tuple(line for line in lines if line), source)


def show_table(
    asked: WorkAsked,
    table: pd.DataFrame,
    told: str,
    name: str,
    of: str,
    definition: str,
    *,
    heads: int = 1,
    beside: Beside = NOTHING,
    explain: ExplainCell | None = None,
) -> None:
    """A picture's table, folded away, and its files; `explain` is of `sheets.show`, all else as
    `to_sheet` has it."""
    show_sheet(
        asked, to_sheet(asked, table, told, of, definition, heads, beside), name, explain=explain
    )


def show_sheet(
    asked: WorkAsked, one: Sheet, name: str, *, explain: ExplainCell | None = None
) -> None:
    """The same of a table that is put together already."""
    sheets.show(one, name, page="insatser", viewer=asked.viewer, explain=explain, folded=True)


def to_sheet(
    asked: WorkAsked,
    table: pd.DataFrame,
    told: str,
    of: str,
    definition: str,
    heads: int = 1,
    beside: Beside = NOTHING,
) -> Sheet:
    """A table of the part that is shown, with what it says of itself; `of` is the choice in words,
    `heads` and `beside` are of `Sheet`."""
    about = sheet.to_about(
        f"{_('Insatser och mål')}: {part_name(asked.work.part)}",
        of,
        asked.choice.day,
        definition,
        to_release(asked),
        example=asked.release.is_example,
    )
    return Sheet(table, told, about, heads, beside)
