"""The text of a lägesbild with its tables as files: the same for what is frozen and for a draft."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

import settings
from data_access.viewer import Viewer
from pages import charts, sheets
from reporting.picture_text import Marker
from ui import picture_frames, picture_view, sheet
from ui.picture_view import Showing
from ui.sheet import Sheet
from words import _

Part = Mapping[str, Any]


def show(text: str, parts: Mapping[str, Part], of: str, viewer: Viewer, *, name: str) -> None:
    """The text with each part in its place; `of` says whose picture it is, in its files."""
    with st.container(key="bildtext"):
        picture_view.show_body(text, parts, to_showing(of, viewer), name)


def show_part(marker: Marker, part: Part, name: str, *, of: str, viewer: Viewer) -> None:
    """One chart or map."""
    picture_view.show_drawn(marker, part, to_showing(of, viewer), name)


def to_showing(of: str, viewer: Viewer) -> Showing:
    """Tables and charts that can be taken away. A draft's text and day are in no address."""
    draw = partial(charts.draw_anew, viewer=viewer)
    return Showing(partial(show_table, of=of, viewer=viewer), draw)


def show_table(part: Part, name: str, *, of: str, viewer: Viewer) -> None:
    """The table that says the same as a chart or a map, and the way to take it away."""
    day = date.fromisoformat(part["day"])
    about = sheet.to_about(
        _("Lägesbilder"),
        of,
        day,
        part["definition"],
        part["source"],
        example=settings.load().example,
    )
    one = Sheet(picture_frames.from_table(part["table"]), part["told"], about)
    sheets.show(one, f"lagesbild-{name}", page="lagesbilder", viewer=viewer)
