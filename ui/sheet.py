"""A table with what it says about itself: shown beside a picture, and taken away as a file
(`ui.sheet_files`)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from ui import arrow, formats
from ui.headings import to_plain
from ui.tall_tables import to_height
from words import _


class Beside(NamedTuple):
    """What files tell of a table beside what is shown: `gaps`, a frame as the table with the word
    of why a cell is empty ('' where its row says so itself); `percents`, columns in per cent;
    `codes`, of each row; `columns`, what those mean whose names say it in this table alone."""

    gaps: pd.DataFrame | None = None
    percents: tuple[str, ...] = ()
    codes: Sequence[str] = ()
    columns: Mapping[str, str] = MappingProxyType({})


NOTHING = Beside()


class Sheet(NamedTuple):
    """A table, what it says in a sentence (markdown), and the rows that stand above it in a file:
    page, choice, day, definition, source. Its first columns, `heads` of them, say what a row is
    of."""

    table: pd.DataFrame
    told: str
    about: tuple[tuple[str, ...], ...]
    heads: int = 1
    beside: Beside = NOTHING


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
    state = st.dataframe(
        arrow.to_table(table),
        hide_index=True,
        height=to_height(len(table), height),
        column_config=_to_columns(table),
        placeholder=formats.NONE,
        alt=to_plain(sheet.told),
        on_select="rerun",
        selection_mode="single-cell",
        key=key,
    )
    chosen: Mapping[str, Any] = state["selection"]
    return chosen


@arrow.once
def _to_columns(table: pd.DataFrame) -> dict[str, Any]:
    """How its numbers are shown."""
    numbers = table.select_dtypes("number")
    counts = {str(name): formats.decimals(numbers[name]) for name in numbers.columns}
    return {name: to_number_column(count) for name, count in counts.items()}


def to_number_column(count: int | None) -> Any:
    """A column of numbers with so many decimals (`formats.decimals`). A step is how it is told of
    those that are to stand although they are zero; it cuts off what is beyond, so that nothing but
    numbers that have been rounded may have one."""
    return st.column_config.NumberColumn(format="localized", step=10.0**-count if count else None)
