"""An area whose reports are shown, and a table of them."""

from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st

import settings
from data_access.areas import Area
from data_access.releases import Release
from data_access.viewer import Viewer
from pages import area_report_reads, sheets
from ui.sheet import Sheet, release_name, to_about
from ui.trend_points import period_name
from words import _


class Asked(NamedTuple):
    """An area on a day, and the release that tells of it."""

    area: Area
    on: date
    release: Release
    viewer: Viewer

    def fetch(self, kind: str) -> area_report_reads.Latest:
        """Its newest report of the kind."""
        of = (kind, self.area.code, self.on)
        return area_report_reads.fetch_latest(*of, release=self.release.number, viewer=self.viewer)


def show_table(asked: Asked, table: pd.DataFrame, period: str, definition: str, name: str) -> None:
    """The table of a kind and its file, with what it is, of when, and from which release."""
    told = _("{area}, {period}").format(area=asked.area.name, period=period_name(period))
    source = release_name(asked.release.number, asked.release.made_at)
    st.caption(f"{told}. {definition} {source}")
    example = settings.load().example
    about = to_about(_("Område"), told, asked.on, definition, source, example=example)
    one = Sheet(table, told, about)
    sheets.show(one, f"omrade-{name}", page="omrade", viewer=asked.viewer)
