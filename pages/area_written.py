"""What is written of an area: good examples and lägesbilder."""

from datetime import date

import streamlit as st

from data_access.areas import Area
from data_access.pictures import fetch_pictures
from data_access.viewer import Viewer
from pages.example_reads import fetch_examples
from pages.figure_levels import newest_release
from ui import examples, formats, picture_list
from words import _


def show_examples(area: Area, on: date, viewer: Viewer) -> None:
    """The good examples that the area's own councils have told of."""
    release = newest_release(viewer)
    if release is None:
        return
    found = fetch_examples(on, release=release.number, viewer=viewer)
    own = found[found["area"] == area.code]
    if own.empty:
        return
    st.header(_("Goda exempel"), anchor=False)
    for row in own.to_dict("records"):
        with st.container(border=True):
            examples.show_card(row)


def show_pictures(area: Area, on: date, viewer: Viewer) -> None:
    """The published lägesbilder of the area, the newest first, as links."""
    found = fetch_pictures(viewer=viewer)
    own = found[(found["area"] == area.code) & (found["day"] <= on)]
    if own.empty:
        return
    st.header(_("Lägesbilder"), anchor=False)
    for row in own.to_dict("records"):
        title = f"{formats.short_day(row['day'])} {row['title']}"
        picture_list.show_link(title, row["number"])
