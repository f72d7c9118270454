"""What is printed: tables as text, since a canvas is cut off at its edge, and what is for paper
alone. The keys are read by `web/paper.css`."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import blake2b
from typing import Any, Literal

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import arrow, formats
from ui.headings import as_source, as_text
from words import _, language

MOST = 100  # rows of a table on paper
KEPT = 500  # tables that are kept as text: most runs show those of before
WIDE, SHORT = 118, 12  # signs that a sheet is wide, and of a text that is to be on one line
_DAY, _KEPT = re.compile(r"(\d{4})\\?-(\d\d)\\?-(\d\d)"), "\\1\u2060-\u2060\\2\u2060-\u2060\\3"
_LINES = re.compile(r"\s*[\n\r\t\v\f\x85\u2028\u2029]\s*")
_twins: dict[tuple[bytes, int, str], str] = {}
# How the keys begin of what is shown in one place alone, and of what has a twin on paper
PAPER, SCREEN, TWINS = "papper_", "skarm_", "tvilling_"


def on_paper(key: str) -> DeltaGenerator:
    """A place for what is printed and not shown on a screen."""
    return st.container(key=PAPER + key)


def on_screen(
    key: str,
    width: int | Literal["stretch"] = "stretch",
    height: int | Literal["content"] = "content",
) -> DeltaGenerator:
    """A place, in pixels where it is of a size, for what is shown on a screen and not printed."""
    return st.container(key=SCREEN + key, width=width, height=height, border=False)


def show_table(table: pd.DataFrame) -> None:
    """The table as text, whole, on a screen as on paper."""
    st.table(to_texts(table), hide_index=True)


@contextmanager
def twinned(table: pd.DataFrame, key: str, heads: int = 1) -> Iterator[None]:
    """What is drawn within is for the screen alone; on paper the table stands as text, in strips
    as wide as a sheet, each with the first `heads` columns, which say what a row is of."""
    with beside_twin(to_twin(table, heads), key):
        yield


@contextmanager
def beside_twin(twin: str, key: str) -> Iterator[None]:
    """What is drawn within is for the screen alone; on paper the twin, in markdown, stands there.
    It comes first, since what else there is may be more at the next run."""
    with st.container(key=TWINS + key):
        st.markdown(twin)
        yield


def to_twin(table: pd.DataFrame, heads: int = 1) -> str:
    """The table as it is printed, in markdown: a fourth of what a table of Streamlit's own costs at
    the first run, and nearly nothing at the next. A long one is left to its file, which is said."""
    return _to_twin(table, heads, language())


@arrow.once
def _to_twin(table: pd.DataFrame, heads: int, _language: str) -> str:
    if len(table) > MOST:
        words = _("Tabellen har {n} rader. Den finns som fil på sidan och skrivs inte ut.")
        return words.format(n=formats.number(len(table)))
    told = table.to_json(orient="split", index=False, date_format="iso", default_handler=str)
    key = (blake2b(told.encode()).digest(), heads, language())
    if key not in _twins:
        if len(_twins) >= KEPT:
            _twins.clear()  # seldom, and they are made anew in some milliseconds
        _twins[key] = _to_strips_text(table, heads)
    return _twins.get(key) or _to_strips_text(table, heads)


def _to_strips_text(table: pd.DataFrame, heads: int) -> str:
    texts = to_texts(table, on_paper=True)
    return "\n\n".join(to_markdown(texts[columns]) for columns in to_strips(texts, heads))


def to_markdown(texts: pd.DataFrame) -> str:
    """A table of texts that are markdown already, each on one line."""
    rows = [list(texts.columns), ["---"] * len(texts.columns), *texts.to_numpy().tolist()]
    return "\n".join(f"| {' | '.join(_LINES.sub(' ', str(one)) for one in row)} |" for row in rows)


def to_strips(texts: pd.DataFrame, heads: int) -> list[list[str]]:
    """The columns in as few strips as a sheet's width needs, by the widest word of each, which is
    never cut in two; each begins with the heads."""
    names = [str(name) for name in texts.columns]
    wide = {name: _to_width([name, *texts[name]]) for name in names}
    first = names[:heads]
    strips, room = [list(first)], WIDE - sum(wide[name] for name in first)
    for name in names[heads:]:
        if wide[name] > room and len(strips[-1]) > len(first):
            strips.append(list(first))
            room = WIDE - sum(wide[one] for one in first)
        strips[-1].append(name)
        room -= wide[name]
    return strips


def _to_width(texts: Iterable[str]) -> int:
    """About how many signs a column takes: its widest word, a long text more than that."""
    whole = [str(text).replace("\\", "") for text in texts]
    word = max((len(word) for text in whole for word in text.split()), default=0)
    return max(word, min(max(map(len, whole), default=0), SHORT)) + 3


def to_texts(table: pd.DataFrame, *, on_paper: bool = False) -> pd.DataFrame:
    """Every cell as it is read, with markdown's signs made plain: numbers and days as in Sweden,
    a dash where there is nothing, a plain web address as a link. On paper a day is kept on its
    line by signs that nobody sees, and that nobody copies from there."""
    columns = [as_text(str(name)) for name in table.columns]
    cells = [_to_column(table[name]) for name in table.columns]
    if on_paper:
        cells = [[_DAY.sub(_KEPT, text) for text in column] for column in cells]
    return pd.DataFrame(dict(zip(columns, cells, strict=True)), dtype="object")


def _to_column(column: "pd.Series[Any]") -> list[str]:
    count = formats.decimals(column)
    return [_to_text(value, count) for value in column]


def _to_text(value: object, count: int | None) -> str:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return formats.NONE
    if isinstance(value, date):
        return formats.short_day(value)
    if isinstance(value, str):
        return as_source(value) if value else formats.NONE
    return formats.cell_number(float(value), count)  # type: ignore[arg-type]
