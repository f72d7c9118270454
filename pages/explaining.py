"""A way from the figures of a page to where they come from. Only the chosen one is looked up."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui import explain
from ui.explain import Explained
from words import _

Explain = Callable[[], Explained]


def show(figures: Mapping[str, Explain], key: str) -> None:
    """A part that opens, where each of the figures (name → what explains it) can be chosen."""
    if not figures:
        return
    with st.expander(_("Förklara en siffra"), icon=":material/help:", key=f"forklara_{key}_del"):
        chosen = explain.choose({name: name for name in figures}, key)
        if chosen is not None:
            explain.show(figures[chosen]())
