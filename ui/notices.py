"""What is said once, in the next run: that something was done, or why it was not.

Each is kept for a place: a page, or a form of it that says it beside its button.
"""

import streamlit as st

DONE, CHANGED, PROBLEM = "done", "changed", "problem"


def keep(place: str, text: str, kind: str = DONE) -> None:
    """Say the text (markdown) in the next run at the place, for which it is the only one."""
    st.session_state[_to_key(place)] = (kind, text)


def show(place: str) -> None:
    """What is kept to be said at the place, once."""
    kind, text = st.session_state.pop(_to_key(place), (DONE, ""))
    if text:
        draw(text, kind, place)


def draw(text: str, kind: str, place: str) -> None:
    """The text at the place, whose key `web/lost_focus.js` knows."""
    with st.container(key=f"sagt_{place}"):
        {DONE: st.success, CHANGED: st.warning, PROBLEM: st.error}[kind](text)


def _to_key(place: str) -> str:
    return f"bob_notice_{place}"
