"""The answers beside a page's title: what it shows, from where, and how old that is."""

import streamlit as st

from data_access.newest_change import fetch_stages_recorded
from data_access.viewer import Viewer
from pages import menu, part
from pages.figure_levels import newest_release
from ui import filters, formats, guide, page_help, paper
from ui.page_words import Help
from ui.page_words import page_help as to_help
from ui.sheet import release_name
from words import _

NAME = "om-sidan"
_TAKEN = "bob_rundtur_vald"


def show(name: str, viewer: Viewer) -> None:
    """The control of a page. It runs by itself: to open it draws nothing of the page anew."""

    def draw(asker: Viewer) -> None:
        if st.session_state.pop(_TAKEN, False):
            st.rerun()  # since the frame opens the guided look
        page_help.show(lambda: _to_answers(name, asker), lambda: _show_more(name))

    with paper.on_screen(NAME, width=page_help.WIDE, height=40):
        part.show(NAME, draw, viewer, alone=True)


def _to_answers(name: str, viewer: Viewer) -> Help:
    release = newest_release(viewer) if viewer.sees_figures else None
    recorded = fetch_stages_recorded(viewer=viewer) if viewer.sees_figures else None
    made = release_name(release.number, release.made_at) if release else ""
    return to_help(name, made, formats.day(formats.day_of(recorded)) if recorded else "")


def _show_more(name: str) -> None:
    if name != menu.ABOUT:
        asked = filters.parameters()
        st.page_link(f"{menu.ABOUT}.py", label=_("Läs mer: Om uppgifterna"), query_params=asked)
    guide.show_way("sida", _take)


def _take() -> None:
    page_help.close()
    guide.open_again()
    st.session_state[_TAKEN] = True
