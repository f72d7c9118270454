"""What is printed: tables as text, since a canvas is cut off at its edge, and what is for paper
alone. The keys are read by `web/paper.css`."""

from datetime import date

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import formats
from ui.headings import as_source, as_text
from words import _

MOST = 60  # rows of a table on paper
PAPER, SCREEN = "papper_", "skarm_"  # how the keys of what is shown in one place alone begin


def on_paper(key: str) -> DeltaGenerator:
    """A place for what is printed and not shown on a screen."""
    return st.container(key=PAPER + key)


def on_screen(key: str) -> DeltaGenerator:
    """A place for what is shown on a screen and not printed."""
    return st.container(key=SCREEN + key)


def show_table(table: pd.DataFrame) -> None:
    """The table as text, whole, on a screen as on paper."""
    st.table(to_texts(table), hide_index=True)


def show_twin(table: pd.DataFrame, key: str) -> None:
    """On paper alone what a table on the screen holds; a long one is left to its file."""
    with on_paper(key):
        if len(table) <= MOST:
            show_table(table)
        else:
            words = _("Tabellen har {n} rader. Den finns som fil på sidan och skrivs inte ut.")
            st.caption(words.format(n=len(table)))


def to_texts(table: pd.DataFrame) -> pd.DataFrame:
    """Every cell as it is read, with markdown's signs made plain: numbers and days as in Sweden,
    a dash where there is nothing, a plain web address as a link."""
    columns = [as_text(str(name)) for name in table.columns]
    cells = [[_to_text(value) for value in table[name]] for name in table.columns]
    return pd.DataFrame(dict(zip(columns, cells, strict=True)), dtype="object")


def _to_text(value: object) -> str:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return formats.NONE
    if isinstance(value, date):
        return formats.short_day(value)
    if isinstance(value, str):
        return as_source(value) if value else formats.NONE
    number = float(value)  # type: ignore[arg-type]
    return formats.number(number) if number.is_integer() else formats.decimal(number)
