"""What a table holds as files take it: numbers, days and words; never nothing, since a gap says
why it is one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any

import pandas as pd

from ui import formats, gap_words
from words import SIGNS, _, signs

Value = str | int | float | date
# By what the language writes between thousands, and before decimals
_NUMBERS = {
    (thousands, decimal): re.compile(
        rf"[-−]?(0|[1-9]\d*|[1-9]\d{{0,2}}({re.escape(thousands)}\d{{3}})+)"
        rf"({re.escape(decimal)}\d+)?"
    )
    for thousands, decimal in SIGNS.values()
}


def to_values(table: pd.DataFrame, heads: int, gaps: pd.DataFrame | None) -> list[list[Value]]:
    """A row a list, its cells as `Value`. A cell with nothing in it has the word of `gaps` (as the
    table, words), else that of a note in its row, else a dash. A number that stands as Swedish
    text is a number, but for the first `heads` columns, which say what a row is of."""
    names = [str(name) for name in table.columns]
    rows = table.astype(object).itertuples(index=False, name=None)
    found = []
    for place, row in enumerate(rows):
        said = [""] * len(names) if gaps is None else [str(one) for one in gaps.iloc[place]]
        texts = {name: one for name, one in zip(names, row, strict=True) if isinstance(one, str)}
        found.append(
            [
                (said[at] or to_gap(name, texts))
                if is_nothing(row[at])
                else _to_value(row[at], as_number=at >= heads)
                for at, name in enumerate(names)
            ]
        )
    return found


def to_gap(column: str, texts: Mapping[str, str]) -> str:
    """Why a cell of the column is empty, by the texts of its row: what a note says of that column
    by name, else the first word for a gap; a dash when none says."""
    reasons, notes = gap_words.reasons(), texts.get(_("Att veta"), "")
    for part in notes.split(", "):
        of, _colon, word = part.partition(": ")
        if of == column and word in reasons:
            return word
    parts = [part for text in (notes, *texts.values()) for part in gap_words.to_words(text)]
    return next((part for part in parts if part in reasons), formats.NONE)


def to_gap_notes(names: Sequence[str], table: pd.DataFrame, values: list[list[Value]]) -> list[str]:
    """Of each row what its gaps are, `Antal: skyddat; Per 10 000: skyddat`."""
    return [
        "; ".join(
            f"{name}: {told}"
            for name, own, told in zip(names, row, line, strict=True)
            if is_nothing(own)
        )
        for row, line in zip(table.itertuples(index=False, name=None), values, strict=True)
    ]


def is_nothing(value: object) -> bool:
    """Whether a cell of a table holds nothing that is read."""
    return not value if isinstance(value, str) else bool(pd.isna(value))  # type: ignore[call-overload]


def _to_value(value: Any, *, as_number: bool) -> Value:
    if isinstance(value, str):
        return _to_number(value) if as_number and _NUMBERS[signs()].fullmatch(value) else value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else str(value)


def _to_number(text: str) -> Value:
    thousands, decimal = signs()
    plain = text.replace(thousands, "").replace("−", "-").replace(decimal, ".")
    return float(plain) if "." in plain else int(plain)
