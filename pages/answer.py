"""The answer of a page, which is read before the rest is drawn."""

import time

import streamlit as st

from pages import turns

PAINTED = 0.04  # seconds, in which the browser gets and paints a sentence
_ANSWER = "bob_answer"


def let_be_read(answer: str, seconds: float = PAINTED) -> None:
    """Hold the charts back while a new answer is painted: else the browser draws all at once, and
    the answer waits for them. A page of many parts takes more `seconds` to let go of the old."""
    if st.session_state.get(_ANSWER) != answer:
        st.session_state[_ANSWER] = answer
        with turns.given_up():
            time.sleep(seconds)
