"""The search of every page's top: a button, and a dialog that is drawn when it is opened."""

import streamlit as st

from data_access.viewer import Viewer
from pages import part
from pages.search_hits import to_hits
from ui import paper, search
from words import _

NAME = "sok"


def show(viewer: Viewer) -> None:
    """The button. It runs by itself, so that to open the search draws nothing of the page anew."""
    with paper.on_screen(NAME, width=search.WIDE, height=40):
        part.show(NAME, lambda asker: search.show_button(lambda: _open(asker)), viewer, alone=True)


def show_found(viewer: Viewer) -> None:
    """The field, and what it finds."""
    asked = search.show_field()
    hits = to_hits(asked, viewer) if asked else []
    search.show_count(asked, len(hits))
    search.show_hits(hits)
    search.show_switch()


def _open(viewer: Viewer) -> None:
    """The dialog, whose later runs are without the frame."""

    @st.dialog(_("Sök"), width="medium", icon=":material/search:")
    def draw() -> None:
        part.run_alone(NAME, show_found, viewer)

    draw()
