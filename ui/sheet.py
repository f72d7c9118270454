"""A table with what it says about itself: shown beside a picture, and taken away as a file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from ui import formats
from ui.csv_file import to_csv
from ui.headings import to_plain
from words import _

_ROW = 35  # pixels
Maker = Callable[[Callable[[], bytes]], Callable[[], bytes]]


class Sheet(NamedTuple):
    """A table, what it says in a sentence (markdown), and the rows that stand above it in a file:
    page, choice, day, definition, source. Its first columns, `heads` of them, say what a row is
    of."""

    table: pd.DataFrame
    told: str
    about: tuple[tuple[str, ...], ...]
    heads: int = 1


def to_about(
    page: str, of: str, on: date, definition: str, source: str, *, example: bool
) -> tuple[tuple[str, ...], ...]:
    """The rows above a table in a file; `of` is the choice in words."""
    lines = (
        (_("Lägesbild bob"), page),
        (_("Urval"), of),
        (_("Dag"), on.isoformat()),
        (_("Definition"), definition),
        (_("Källa"), source),
    )
    if example:
        return (*lines, (_("EXEMPELDATA"), _("Påhittade uppgifter, använd inte som fakta")))
    return lines


def to_source(on: date, *sources: str, example: bool) -> tuple[str, ...]:
    """What stands below a picture's title: the day, where from, and whether it is example data."""
    told = (_("Läget {day}").format(day=formats.short_day(on)), *sources)
    return (" · ".join(told), _("EXEMPELDATA")) if example else (" · ".join(told),)


def release_name(number: int, made_at: datetime) -> str:
    """A release as figures tell where they are from: `Utgåva 3, 2026-11-02`."""
    day = formats.short_day(formats.day_of(made_at))
    return _("Utgåva {n}, {day}").format(n=number, day=day)


def show(sheet: Sheet, key: str, height: int = 390) -> Mapping[str, Any]:
    """The sheet's table, at most as tall as that; what is chosen in it (`ui.cells.to_cell`).
    Numbers are as the browser's language has them."""
    table = sheet.table
    numbers = table.select_dtypes("number").columns
    plain = st.column_config.NumberColumn(format="localized")
    state = st.dataframe(
        table,
        hide_index=True,
        height=min(height, _ROW * (len(table) + 1) + 3),
        column_config=dict.fromkeys(numbers, plain),
        placeholder=formats.NONE,
        alt=to_plain(sheet.told),
        on_select="rerun",
        selection_mode="single-cell",
        key=key,
    )
    chosen: Mapping[str, Any] = state["selection"]
    return chosen


def show_download(sheet: Sheet, name: str, to_maker: Maker, label: str = "") -> None:
    """The table as a file, made only when somebody asks for it."""
    rows: Sequence[Sequence[str]] = sheet.about
    st.download_button(
        label or _("Ladda ner tabellen (CSV)"),
        to_maker(lambda: to_csv(sheet.table, rows)),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"ladda_{name}",
    )
