"""Fields in a row, whose places are there before the fields are."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

_LATE = "bob_fields_late_"


class Field(NamedTuple):
    """A field's place in pixels, its label in it, and what draws it."""

    width: int
    draw: Callable[[], None]
    height: int = 68


BUTTON_HEIGHT = 40


def show(fields: Sequence[Field], *, key: str, later: bool = False) -> None:
    """Draw the fields; `later` only keeps their places, until `show_late` is called.

    The places have the fields' size: while a field's script is fetched Streamlit draws it without
    its label, and what stands below would jump twice.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key=key):
        places = [st.container(width=at.width, height=at.height, border=False) for at in fields]
    held = list(zip(places, fields, strict=True))
    # A run that was ended early leaves its own fields behind.
    st.session_state[_LATE + key] = held if later else []
    if not later:
        _draw(held)


def show_late(key: str) -> None:
    """Draw the fields that `show` held back in this run; nothing when all are drawn."""
    _draw(st.session_state.pop(_LATE + key, []))


def _draw(held: Sequence[tuple[st.delta_generator.DeltaGenerator, Field]]) -> None:
    for here, field in held:
        with here:
            field.draw()
