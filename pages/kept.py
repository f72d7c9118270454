"""Parts of pages without fields: drawn once, and sent as they are to all who would see the same."""

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from typing import TypeVar, cast

import streamlit as st

import clock
import settings
from data_access.cache import count_forgotten
from data_access.version import current_version
from data_access.viewer import Viewer
from words import language

R = TypeVar("R")

MOST = 1500  # parts; a chart is 10–40 kB, most are less


def show(name: str, draw: Callable[[], R], viewer: Viewer) -> R:
    """Draw the part, or send again what it drew before; what `draw` gave, which is shared: it is
    not to be written to, and must not hold the viewer, who may be another person next time. An
    error is not kept.

    What it draws may rest on the address, who asks, the database, the day and the language, and on
    nothing else: not on fields, nor on what a visit remembers. It draws no field of its own. `name`
    is this part's alone, which is the same on every page that it stands on.
    """
    rests_on = (
        name,
        sorted(st.query_params.to_dict().items()),
        _to_scope(viewer),
        current_version(viewer=viewer),
        count_forgotten(),
        clock.today(),
        language(),
        settings.load().example,
    )
    return cast(R, _show(repr(rests_on), draw))


@st.cache_resource(max_entries=MOST, show_spinner=False)
def _show(rests_on: str, _draw: Callable[[], object]) -> object:  # noqa: ARG001
    """Streamlit keeps what is drawn in here with the answer, and draws it again."""
    return _draw()


@lru_cache(maxsize=256)
def _to_scope(viewer: Viewer) -> str:
    """The same for viewers who are equal: all but who the person is."""
    values = [getattr(viewer, one.name) for one in fields(viewer) if one.compare]
    return repr([sorted(one) if isinstance(one, frozenset) else one for one in values])
