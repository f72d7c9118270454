"""What differs between two days, beside the two maps."""

import streamlit as st

from data_access.establishment import fetch_stages
from data_access.viewer import Viewer
from indicators.establishment import changes
from pages import reads
from ui import headings, tables
from ui.choice import Choice
from words import _


def show(choice: Choice, viewer: Viewer) -> None:
    """What differs between the two days, a row an area."""
    level = choice.level if choice.level in ("lpo", "kommun") else "lpo"
    before = fetch_stages(level, choice.compare, viewer=viewer)
    after = fetch_stages(level, choice.day, viewer=viewer)
    inside = reads.fetch_inside(level, choice.day, choice.region, choice.lan, viewer=viewer)
    names = reads.fetch_names(choice.day, viewer=viewer)[level]
    found = changes(before, after)
    found = found[found["code"].isin(inside)]
    st.header(_("Vad har ändrats"), anchor=False)
    if found.empty:
        headings.show_no_change(choice)
        return
    tables.show_changes(found.assign(name=found["code"].map(names)), level)
