"""An area that is shown in full, a table of it, and the way to more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st

import settings
from data_access.area import Area
from data_access.releases import Release
from data_access.viewer import Viewer
from indicators.periods import period_name
from pages import area_report_reads, kept, sheets
from pages.work_asked import WorkAsked
from ui import filters, paper
from ui.choice import Choice
from ui.headings import to_plain
from ui.sheet import Sheet, release_name, to_about
from ui.work_choice import WorkChoice
from words import _


class Asked(NamedTuple):
    """An area on the choice's day, and the release that tells of it."""

    area: Area
    choice: Choice
    release: Release
    viewer: Viewer

    @property
    def on(self) -> date:
        """The day."""
        return self.choice.day

    @property
    def work(self) -> WorkAsked:
        """The same, as Insatser och mål asks: whatever else is chosen there."""
        only = replace(self.choice, region=None, lan=None)
        return WorkAsked(WorkChoice(), only, self.release, self.viewer)

    def fetch(self, kind: str) -> area_report_reads.Latest:
        """Its newest report of the kind."""
        of = (kind, self.area.code, self.on)
        return area_report_reads.fetch_latest(*of, release=self.release.number, viewer=self.viewer)


def show_part(asked: Asked, name: str, draw: Callable[[Asked], Sheet | None]) -> None:
    """A part of the page, kept, and as files the table that it ends with, which `draw` gives."""
    table = kept.show(f"omrade-{name}", lambda: draw(asked), asked.viewer)
    if table is not None:
        sheets.show_file(table, f"omrade-{name}", page="omrade", viewer=asked.viewer)


def show_table(asked: Asked, table: pd.DataFrame, told: str, definition: str) -> Sheet:
    """The table of a part, as a sheet too; `told` (markdown) is what it is and of when."""
    source = release_name(asked.release.number, asked.release.made_at)
    st.caption(f"{told}. {definition} {source}")
    paper.show_table(table)
    example = settings.load().example
    about = to_about(_("Område"), to_plain(told), asked.on, definition, source, example=example)
    return Sheet(table, told, about)


def to_told(asked: Asked, period: str) -> str:
    """`Umeå, 2026 K3`."""
    return _("{area}, {period}").format(area=asked.area.name, period=period_name(period))


def show_way(page: str, label: str, **parameters: str) -> None:
    """A link to the page that has more of it, with the choice; it is not printed."""
    st.page_link(
        f"{page}.py",
        label=label,
        icon=":material/arrow_forward:",
        query_params=filters.parameters() | parameters,
    )
