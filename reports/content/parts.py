"""The blocks that chapters are made of: tables in which every gap is a word, charts, notes."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from reports.content.asked import Asked
from reports.document.blocks import Chart, Paragraph, Picture, Ref, Table, to_line
from ui import formats, sheet
from ui.chart_base import Drawing, Title
from ui.chart_file import to_vega
from ui.headings import to_plain
from words import _

NONE = formats.NONE  # where a text says nothing
CHART_WIDTH = 640  # pixels, of 16 cm on paper: so the smallest text is 8 points
FIGURE, TABLE = "figur", "tabell"


def to_note(asked: Asked, *more: str) -> str:
    """What stands below a table or a picture: day, release, and what else is to be known."""
    source = sheet.to_source(asked.day, asked.source, example=asked.release.is_example)
    return " ".join([" · ".join(source) + ".", *(to_plain(one) for one in more if one)])


def to_table(
    asked: Asked,
    key: str,
    caption: str,
    frame: pd.DataFrame,
    *more: str,
    decimals: Mapping[str, int] | None = None,
    gap: str = "",
) -> Table:
    """A table of the report; `gap` is the word where a number is not known, and nothing else says
    why. Days are written as days, an empty text as a dash."""
    word = gap or _("saknas")
    told = pd.DataFrame(
        {name: [_to_cell(one, word) for one in frame[name]] for name in frame.columns},
        dtype="object",
    )
    note = to_note(asked, *more)
    return Table(to_key(TABLE, asked, key), caption, told, note, tuple((decimals or {}).items()))


def to_words(key: str, caption: str, frame: pd.DataFrame) -> Table:
    """A table of words alone, such as definitions, that is of no day and no area."""
    told = pd.DataFrame(
        {name: [str(one).strip() or NONE for one in frame[name]] for name in frame.columns},
        dtype="object",
    )
    return Table(f"{TABLE}-{key}", caption, told)


def to_chart(
    asked: Asked, key: str, caption: str, drawing: Drawing, told: str, *more: str
) -> Chart:
    """A chart of the report; `told` (markdown) says what it shows."""
    source = sheet.to_source(asked.day, asked.source, example=asked.release.is_example)
    spec = to_vega(drawing, Title((), source), CHART_WIDTH)
    return Chart(to_key(FIGURE, asked, key), caption, spec, to_plain(told), to_note(asked, *more))


def to_key(kind: str, asked: Asked, key: str) -> str:
    """The key of a table or a picture: each area has its own."""
    return f"{kind}-{key}-{asked.area.code}"


def see(text: str, *blocks: Table | Picture | Chart) -> Paragraph:
    """A paragraph that ends by naming the tables and pictures that show it."""
    parts: list[str] = list(to_line(text.strip()))
    for place, block in enumerate(blocks):
        between = _(" och ") if place == len(blocks) - 1 else ", "
        parts += [between if place else _(" Se "), Ref(block.key)]
    return Paragraph(tuple([*parts, "."] if blocks else parts))


def _to_cell(value: object, word: str) -> object:
    if isinstance(value, date):
        return formats.short_day(value)
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN is not itself
        return word
    if isinstance(value, str):
        return value or NONE
    return value
