"""Rows from the database to frames whose columns hold what was asked for, and None for nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

# Letters of the Swedish alphabet in its order; the database can't sort them (no collation).
_SWEDISH = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "y"})


def to_frame(rows: Iterable[Sequence[Any]], columns: dict[str, str]) -> pd.DataFrame:
    """A frame of the rows. `columns`: name → dtype; 'object' keeps None, dates and True/False."""
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {
            name: pd.Series(list(column), dtype=dtype)
            for (name, dtype), column in zip(columns.items(), values, strict=True)
        }
    )


def swedish(name: str) -> str:
    """Key that sorts names as Swedish does: å ä ö last."""
    return name.lower().translate(_SWEDISH)
