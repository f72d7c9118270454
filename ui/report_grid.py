"""The form of a kind whose rows are given: a grid with a row for each entry of the register."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from reporting.kinds import CELLS, NOTE, TOTAL, TOTALS, Field, Kind, Type
from reporting.ranges import Range
from reporting.register import Split
from ui.report_columns import BESIDE, to_columns
from ui.report_entries import Texts, Work, put
from ui.report_words import Names
from ui.tall_tables import to_height
from words import _

Ranges = Mapping[tuple[tuple[str, ...], str], Range]  # (row's identity, field) → before


class Part(NamedTuple):
    """Rows that are asked for the same fields: a grid of its own."""

    title: str
    fields: tuple[Field, ...]
    rows: tuple[int, ...]


def to_parts(kind: Kind, rows: Sequence[Texts], names: Names, *, totals: bool) -> list[Part]:
    """The rows by what is asked of them: counts by sex and age, or the total alone. `totals`
    shows the totals beside the six cells too."""
    asked = tuple(field for field in kind.fields if not field.is_key)
    if not {field.name for field in asked} & set(CELLS):
        return [Part("", asked, tuple(range(len(rows))))]
    split = [index for index, row in enumerate(rows) if _is_split(kind, row, names)]
    whole = [index for index in range(len(rows)) if index not in set(split)]
    hidden = () if totals or _has_totals(rows, split) else TOTALS
    by_cell = tuple(field for field in asked if field.name not in hidden)
    alone = tuple(field for field in asked if field.name not in (*CELLS, *TOTALS[:-1]))
    parts = [
        Part(_("Efter kön och ålder"), by_cell, tuple(split)),
        Part(_("Endast totalt"), alone, tuple(whole)),
    ]
    return [part for part in parts if part.rows]


def has_cells(kind: Kind, rows: Sequence[Texts], names: Names) -> bool:
    """Whether any row is asked for by sex and age."""
    known = {field.name for field in kind.fields}
    return TOTAL in known and any(_is_split(kind, row, names) for row in rows)


def _is_split(kind: Kind, row: Texts, names: Names) -> bool:
    entry = names.register.find(kind.keys[0].options, row.get(kind.keys[0].name, ""))
    return entry is not None and entry.split is Split.SEX_AND_AGE


def _has_totals(rows: Sequence[Texts], split: Sequence[int]) -> bool:
    return any(rows[index].get(name) for index in split for name in TOTALS)


def show(
    kind: Kind,
    part: Part,
    rows: Sequence[Texts],
    names: Names,
    ranges: Ranges,
    *,
    key: str,
    changed: Callable[[], None],
) -> None:
    """One part as a grid. `changed` is called after each edit; `take` gives what it held."""
    if part.title:
        st.markdown(f"**{part.title}**")
    frame = to_frame(kind, part, rows, names, ranges)
    locked = [name for name in frame.columns if name == kind.keys[0].name or name.endswith(BESIDE)]
    st.data_editor(
        frame,
        hide_index=True,
        num_rows="fixed",
        disabled=locked,
        key=key,
        on_change=changed,
        column_config=to_columns(kind, part.fields, names),
        height=to_height(len(part.rows), 913),
        placeholder="",
        alt=_("Att fylla i: {title} {part}").format(title=kind.title, part=part.title.lower()),
    )


def to_frame(
    kind: Kind, part: Part, rows: Sequence[Texts], names: Names, ranges: Ranges
) -> pd.DataFrame:
    """What the grid shows: the entry, its fields, and what was reported before of them. The fields
    stand together, so that Tab goes from one to the next and a block of cells can be pasted."""
    own = kind.keys[0]
    codes = [rows[index].get(own.name, "") for index in part.rows]
    columns: dict[str, list[str | None]] = {own.name: [names.option(own, code) for code in codes]}
    for field in part.fields:
        columns[field.name] = [rows[index].get(field.name) for index in part.rows]
    counted = (one for one in part.fields if one.type in (Type.COUNT, Type.AMOUNT))
    for field in counted if ranges else ():
        before = [ranges.get(((code,), field.name), Range()) for code in codes]
        columns[field.name + BESIDE] = [to_beside(names, field, one) for one in before]
    if NOTE in columns:  # last: it is the widest, and seldom filled in
        columns[NOTE] = columns.pop(NOTE)
    # else a column in which nothing stands yet would have no type, and take no text
    return pd.DataFrame({name: pd.array(held, dtype="string") for name, held in columns.items()})


def to_beside(names: Names, field: Field, before: Range) -> str:
    """`12 (8–15)`: the last period's value, and within which the last four quarters lay."""
    last = names.value(field, before.last)
    if before.low is None or before.high is None:
        return "" if before.last is None else last
    low, high = (names.value(field, end) for end in (before.low, before.high))
    span = f"({low})" if low == high else f"({low}–{high})"
    return f"{last} {span}".strip()


def take(part: Part, work: Work, state: Mapping[str, Any]) -> Work:
    """The work with what the grid's state says was edited; locked columns are left as they are."""
    known = {field.name for field in part.fields}
    for position, edits in state.get("edited_rows", {}).items():
        place = int(position)
        if not 0 <= place < len(part.rows):
            continue  # what a browser sends may be anything
        for name, text in edits.items():
            if name in known:
                work = put(work, part.rows[place], name, None if text is None else str(text))
    return work
