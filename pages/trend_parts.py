"""What the views of Trender have in common: what is shown, and its table as a file."""

import pandas as pd

import settings
from pages import sheets
from pages.trend_series import Asked
from reporting.register import Entry, Split
from ui import sheet, trend_file, trend_words
from ui.chart_base import Title
from ui.sheet import NOTHING, Beside, Sheet, release_name
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
    asked: Asked,
    entry: Entry,
    table: pd.DataFrame,
    told: str,
    of: str,
    beside: Beside = NOTHING,
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
    return Sheet(table, told, about, beside=beside)


def show_file(one: Sheet, asked: Asked, entry: Entry, of: str) -> None:
    """The table as files that say what they are."""
    told = {"indikator": entry.code, "bild": asked.trend.view, "utgava": asked.release.number}
    lines = trend_file.to_lines(entry, asked, of, example=settings.load().example)
    name = f"trender-{entry.code}-{asked.trend.view}"
    sheets.show_file(
        one._replace(about=lines), name, page="trender", viewer=asked.viewer, told=told
    )
