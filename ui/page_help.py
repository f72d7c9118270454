"""What is asked of a page and answered, behind one quiet control beside its title."""

from collections.abc import Callable

import streamlit as st

from ui.page_words import Help, questions
from words import _

WIDE = 118  # pixels of the control
_KEY = "om_sidan"


def show(answers: Callable[[], Help], more: Callable[[], None]) -> None:
    """The control; the `answers` are asked for, and `more` drawn below them, when it is open."""
    control = st.popover(
        _("Om sidan"),
        type="tertiary",
        icon=":material/help:",
        key=_KEY,
        on_change="rerun",
        width="stretch",
    )
    if control.open:
        with control:
            for question, answer in zip(questions(), answers(), strict=True):
                st.markdown(f"**{question}**  \n{answer}")
            more()


def close() -> None:
    """The control is closed. For callbacks."""
    st.session_state[_KEY] = False
