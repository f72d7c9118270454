"""Headline figures in a row, each in a box."""

from collections.abc import Iterable
from typing import Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


class Figure(Protocol):
    """What it is, the figure, what stands below, and how it is counted."""

    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def below(self) -> str: ...
    @property
    def definition(self) -> str: ...


def place(key: str) -> DeltaGenerator:
    """A row for headline figures, which `web/screen.css` keeps room for."""
    return st.container(horizontal=True, key=f"tal_{key}")


def show(figures: Iterable[Figure], key: str, width: int) -> None:
    """The figures beside each other, each so many pixels wide."""
    with place(key):
        for one in figures:
            st.metric(
                one.label,
                one.value,
                delta=one.below,
                delta_color="off",
                delta_arrow="off",
                help=one.definition,
                border=True,
                width=width,
            )
