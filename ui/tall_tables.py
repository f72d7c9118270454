"""Tables that are taller than what is seen of them at once: how tall, and that there is more."""

import streamlit as st

from ui import formats, paper
from words import _

_HEADING, _ROW = 37, 35  # pixels, as Streamlit draws them


def to_height(rows: int, tallest: int | None = None) -> int:
    """Pixels of a table with its head, told at once so that nothing jumps when its script has come:
    no empty rows below the last, and at most `tallest`."""
    height = _HEADING + _ROW * rows
    return height if tallest is None else min(tallest, height)


def to_seen(rows: int, seen: int) -> str:
    """That only so many of the rows are seen at once; nothing when all are."""
    if rows <= seen:
        return ""
    return _("Tabellen visar {seen} av {rows} rader. Rulla i den för att se resten.").format(
        seen=formats.number(seen), rows=formats.number(rows)
    )


def show_seen(rows: int, tallest: int) -> None:
    """Said above a table that is to be scrolled."""
    if said := to_seen(rows, (tallest - _HEADING) // _ROW):
        with paper.on_screen(f"rulla_{rows}_{tallest}"):
            st.caption(said)
