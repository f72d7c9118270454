"""Fields in a row, whose places are there before the fields are."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_LATE = "bob_fields_late_"
_ROW = "falt_"  # how the keys of rows begin, for web/screen.css and web/paper.css


class Field(NamedTuple):
    """A field's width in pixels, and what draws it when it is told its `width`."""

    width: int
    draw: Callable[..., object]


def show(fields: Sequence[Field], *, key: str, later: bool = False) -> None:
    """Draw the fields; `later` only keeps their places, until `show_late` is called.

    `web/screen.css` gives every place the height of a field with its label: while a field's script
    is fetched Streamlit draws it lower, and what stands below would jump twice.
    """
    # A run that was ended early leaves its own fields behind.
    held: list[tuple[DeltaGenerator, Field]] = []
    with st.container(horizontal=True, vertical_alignment="bottom", key=_ROW + key):
        for field in fields:
            if later:
                held.append((_keep_place(field.width), field))
            else:
                field.draw(width=field.width)
    st.session_state[_LATE + key] = held


def show_late(key: str) -> None:
    """Draw the fields that `show` held back in this run; nothing when all are drawn."""
    for place, field in st.session_state.pop(_LATE + key, []):
        with place:
            field.draw(width=field.width)


@contextmanager
def drawn_last(
    fields: Sequence[Field], *, key: str, place: DeltaGenerator, is_new: bool
) -> Iterator[None]:
    """Draw the fields in the place after what is drawn within, which is to be read first. Where
    they are new to the visitor their places come before it, so that nothing jumps."""
    if is_new:
        with place:
            show(fields, key=key, later=True)
    yield
    with place:
        if is_new:
            show_late(key)
        else:
            show(fields, key=key)


def _keep_place(width: int) -> DeltaGenerator:
    place = st.empty()
    place.space(width)
    return place
