"""What the views of Trender have in common: what is shown, and its table as a file."""

from functools import partial

import pandas as pd
import streamlit as st

import settings
from pages import export
from pages.trend_series import Asked
from reporting.register import Entry, Split
from ui import trend_file, trend_words
from ui.headings import as_text
from ui.trend_choice import TrendChoice


def show_title(trend: TrendChoice, entry: Entry, of: str) -> None:
    """What is shown: indicator, whom, where or when."""
    whom = trend_words.group(trend, split=entry.split is Split.SEX_AND_AGE)
    parts = [f"**{as_text(entry.name)}**", as_text(whom), as_text(of)]
    st.markdown(" · ".join(part for part in parts if part))


def show_download(table: pd.DataFrame, asked: Asked, entry: Entry, of: str) -> None:
    """The table as a file that says what it is."""
    told = {"indikator": entry.code, "bild": asked.trend.view, "utgava": asked.release}
    maker = partial(export.to_maker, viewer=asked.viewer, what="trender", told=told)
    lines = trend_file.to_lines(
        entry, asked.trend, of, asked.release, example=settings.load().example
    )
    trend_file.show_download(table, lines, f"{entry.code}-{asked.trend.view}", maker)
