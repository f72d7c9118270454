"""A run of a page or a part, in its turn, logged with the id of the session that it is of."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages import turns
from ui import languages
from web import log
from web.ids import HEADER, is_id


@contextmanager
def rerun(name: str) -> Iterator[None]:
    """Log the block as a run of the page or part, its waiting for a turn included, in the visit's
    language."""
    languages.choose()
    with log.rerun(name, _to_session()), turns.taken():
        yield


def _to_session() -> str:
    """The id that the session's connection was given; "" where there is none, as in tests."""
    told = str(st.context.headers.get(HEADER) or "")
    return told if is_id(told) else ""
