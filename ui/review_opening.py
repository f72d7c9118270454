"""Opening a report from those that are listed: a press on its cell, or its name typed.

The cells of a table can't be pressed without a mouse, so the field is there as well.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from reporting.kinds import kinds
from ui import filters
from ui.review_search import to_address
from words import _

_LETTERS = 18  # in a cell of a matrix


def show_field(owed: pd.DataFrame) -> None:
    """A field to open one of the reports by typing its area's name."""
    titles = {code: kind.title for code, kind in kinds().items()}
    names = {
        to_address(area, kind, period): f"{name} · {titles.get(kind, kind)} · {period_name(period)}"
        for area, name, kind, period in zip(
            *(owed[column] for column in ("area", "name", "kind", "period")), strict=True
        )
    }
    key = "granska_oppna"
    st.session_state[key] = None
    st.selectbox(
        _("Öppna en rapport"),
        list(names),
        index=None,
        format_func=lambda unit: names.get(unit, unit),
        placeholder=_("Skriv områdets namn"),
        width=420,
        filter_mode="contains",
        key=key,
        on_change=lambda: open_one(st.session_state[key]),
    )


def to_column(units: Sequence[str], key: str, width: int, *, framed: bool = False) -> Any:
    """The configuration of a column whose cells open the unit of their row, as the address has it.
    `key` must differ for each set of units; `framed` = they look like buttons."""
    return st.column_config.ButtonColumn(
        width=width,
        alignment="left",
        type="secondary" if framed else "tertiary",
        key=key,
        on_click=lambda: open_row(units, st.session_state[key]["row"]),
    )


def to_pressed(text: str) -> str:
    """A cell's text made as wide as the cell: only the text itself can be pressed."""
    return text + "\u2007" * (_LETTERS - len(text)) if text else text


def open_row(units: Sequence[str], row: int) -> None:
    """Open the unit of a row, of those that were there when the table was drawn."""
    if row < len(units):
        open_one(units[row])


def open_one(unit: str | None) -> None:
    """Open a unit, as the address has it; for callbacks."""
    filters.put(enhet=unit)
