"""What people have written is in Swedish on a page in any language, and is marked so for who has it
read aloud. Streamlit can't tell a text's language: the box has a name, by which `web/as_written.js`
marks it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from words import SOURCE, language


@contextmanager
def in_swedish(name: str) -> Iterator[None]:
    """What is drawn within is Swedish, with nothing of ours in it; `name` tells it apart on the
    page."""
    if language() == SOURCE:
        yield
        return
    with st.container(key=f"svenska_{name}"):
        yield
