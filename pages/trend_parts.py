"""What the views of Trender have in common: what is shown, and its table as a file."""

from functools import partial

import pandas as pd

import settings
from pages import export
from pages.trend_series import Asked
from reporting.register import Entry, Split
from ui import sheet, trend_file, trend_words
from ui.chart_base import Title
from ui.sheet import Sheet, release_name
from words import _


def to_title(asked: Asked, entry: Entry, of: str) -> Title:
    """What is shown: indicator, whom, where or when; of which release, example data or not."""
    whom = trend_words.group(asked.trend, split=entry.split is Split.SEX_AND_AGE)
    below = " · ".join(part for part in (whom, of) if part)
    return Title((entry.name, below), to_source(asked))


def to_source(asked: Asked) -> tuple[str, ...]:
    """The release, and whether it is example data."""
    words = release_name(asked.release.number, asked.release.made_at)
    return (words, _("EXEMPELDATA")) if asked.release.is_example else (words,)


def to_sheet(
    asked: Asked, entry: Entry, table: pd.DataFrame, told: str, of: str, heads: int = 1
) -> Sheet:
    """The table with what it says of itself."""
    lines = to_title(asked, entry, of).lines
    definition = f"{entry.definition} {entry.counting_rule}".strip()
    about = sheet.to_about(
        _("Trender"),
        " · ".join(lines),
        asked.choice.day,
        definition,
        to_source(asked)[0],
        example=settings.load().example,
    )
    return Sheet(table, told, about, heads)


def show_download(table: pd.DataFrame, asked: Asked, entry: Entry, of: str) -> None:
    """The table as a file that says what it is."""
    told = {"indikator": entry.code, "bild": asked.trend.view, "utgava": asked.release.number}
    maker = partial(export.to_maker, viewer=asked.viewer, what="trender", told=told)
    lines = trend_file.to_lines(
        entry, asked.trend, of, asked.release, example=settings.load().example
    )
    trend_file.show_download(table, lines, f"{entry.code}-{asked.trend.view}", maker)
