"""A field in which one of several is chosen, bound to the address like the filter bar."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

import streamlit as st

from ui import filters
from ui.field_row import Field


def to_field(
    width: int,
    name: str,
    label: str,
    value: str,
    options: Mapping[str, str],
    default: str,
    clears: tuple[str, ...] = (),
) -> Field:
    """As `show_select`, for a row of fields."""
    return Field(width, partial(show_select, name, label, value, options, default, clears))


def show_select(
    name: str,
    label: str,
    value: str,
    options: Mapping[str, str],
    default: str,
    clears: tuple[str, ...] = (),
    *,
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """One of `options` (value → label) under the parameter `name`; the default is left out of the
    address.

    `clears` are parameters that lose their meaning when this one changes.
    """
    key = f"c_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        on_change=_chosen(name, key, default, clears),
        width=width,
    )


def _chosen(name: str, key: str, default: str, clears: tuple[str, ...]) -> Callable[[], None]:
    def write() -> None:
        value = st.session_state[key]
        filters.put(**{name: None if value == default else value})
        filters.put(**dict.fromkeys(clears))

    return write
