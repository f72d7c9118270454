"""How long who is signed in stays so, told to the page, which warns her in time."""

from datetime import UTC, datetime

import streamlit as st

import settings
from data_access import sessions
from data_access.viewer import Viewer
from pages import part
from ui import session_warning


def show(viewer: Viewer) -> None:
    """Nothing is seen of it; a press of it is use, and runs nothing else. A demonstration, which
    nobody signs in to, has none."""
    if settings.load().signs_in:
        with st.container(key=session_warning.KEY):
            part.show("sittning", _draw, viewer, alone=True)


def _draw(_viewer: Viewer) -> None:
    lasting = sessions.to_lasting(st.user.to_dict(), datetime.now(UTC))
    session_warning.show(lasting.idle, lasting.left)
