"""Headline figures in a row, each in a box."""

from collections.abc import Iterable
from typing import Protocol

import streamlit as st


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


def show(figures: Iterable[Figure], key: str, width: int) -> None:
    """The figures beside each other, each so many pixels wide."""
    with st.container(horizontal=True, key=key):
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
