"""The guided look: by itself at somebody's first sign-in, and whenever it is asked for."""

from contextlib import suppress

import streamlit as st

import settings
from data_access.engine import DatabaseUnavailable
from data_access.viewer import Viewer
from data_access.visits import begin_guide
from pages import menu
from pages.running import rerun
from ui import guide
from ui.page_words import page_answer
from words import _

NAME = "rundtur"
_ASKED, _SEEN = "bob_rundtur_fragad", "bob_rundtur_sedd"


def show(entry: menu.Entry, viewer: Viewer) -> None:
    """The look where it is open. Where nobody signs in it never opens by itself: there is a line on
    the start page, until it has been followed."""
    signs_in = settings.load().signs_in
    if signs_in and _is_first(viewer):
        guide.open_again()
    if guide.is_open():
        st.session_state[_SEEN] = True
        _open(entry, viewer)
    elif not signs_in and entry.name == menu.START and not st.session_state.get(_SEEN):
        guide.show_new_here()


def _is_first(viewer: Viewer) -> bool:
    """Asked once a visit; what can't be noted is not shown, else it would be again and again."""
    if st.session_state.get(_ASKED):
        return False
    st.session_state[_ASKED] = True
    with suppress(DatabaseUnavailable):
        return begin_guide(viewer=viewer)
    return False


def _open(entry: menu.Entry, viewer: Viewer) -> None:
    steps = guide.to_steps(str(viewer.role), entry.title, page_answer(entry.name))

    @st.dialog(_("Kort rundtur"), on_dismiss=guide.close, icon=":material/explore:")
    def draw() -> None:
        with rerun(NAME):
            if not guide.is_open():
                st.rerun()
            guide.show_step(steps)

    draw()
