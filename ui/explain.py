"""Where a figure comes from: what it is, what it is counted from, when, of what, and since when."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from ui.headings import as_text
from words import _


class Explained(NamedTuple):
    """A figure and where it comes from, each in words (plain text); '' where there is nothing to
    say. `basis`: numerator and denominator, as far as protection allows."""

    name: str
    value: str
    definition: str
    basis: str
    period: str
    source: str
    state: str
    changed: str


def to_rows(figure: Explained) -> list[tuple[str, str]]:
    """What is said of the figure: (label, words), without what there is nothing to say of."""
    rows = [
        (_("Definition"), figure.definition),
        (_("Räknas av"), figure.basis),
        (_("Gäller"), figure.period),
        (_("Källa"), figure.source),
        (_("Underlagets läge"), figure.state),
        (_("Senast ändrad"), figure.changed),
    ]
    return [row for row in rows if row[1]]


def show(figure: Explained) -> None:
    """The figure, and a line for each thing that is said of it."""
    with st.container(border=True):
        st.markdown(f"**{as_text(figure.name)}: {as_text(figure.value)}**")
        lines = [f"- **{label}:** {as_text(words)}" for label, words in to_rows(figure)]
        st.markdown("\n".join(lines))


def choose(names: Mapping[str, str], key: str) -> str | None:
    """Which figure is to be explained (key → name), none at first."""
    return st.selectbox(
        _("Vilken siffra?"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=_("Välj en siffra"),
        key=f"forklara_{key}",
    )


def show_way(words: str) -> None:
    """How a figure is chosen, in the place where it will be explained."""
    st.caption(words)


def cell_way() -> str:
    """The way from a table's cell."""
    return _("Välj en cell i tabellen så förklaras siffran här.")


def row_name_told() -> str:
    """Said where the chosen cell is the name of a row."""
    return _("Cellen säger vad raden gäller. Välj en siffra i raden så förklaras den här.")
