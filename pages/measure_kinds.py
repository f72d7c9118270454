"""Every kind of measure in the shown place, and how many are reached by each."""

from functools import partial

import pandas as pd
import streamlit as st

from pages import charts, kept, measure_explained, measure_reads, measure_sent_reads
from pages.charts import Drawn
from pages.measure_shown import Shown
from pages.work_asked import show_sheet, to_sheet, to_title
from ui import bars, measure_tables, measure_words
from ui.sheet import Sheet
from words import _


def to_rows(shown: Shown) -> pd.DataFrame:
    """The kinds in the shown place, those that reach most first."""
    rows = measure_reads.to_measures(shown.asked, shown.place.level, shown.periods)
    return measure_tables.in_order(rows[rows["code"] == shown.place.code])


def find_kinds(shown: Shown) -> list[str]:
    """The kinds' codes, those that reach most first; none when nothing is told, which is said."""
    rows = to_rows(shown)
    if rows["value"].isna().all():
        st.info(measure_words.nothing(rows, shown.place.name, shown.period))
        return []
    return list(rows["entry"])


def show_kinds(shown: Shown, kinds: list[str], chosen: str) -> None:
    """A bar each kind, and its table."""
    asked = shown.asked
    charts.show_kept("insatser_slag", partial(_to_bars, shown, chosen), asked.viewer, says=True)
    one = kept.show("insatser-slagens-tabell", partial(_draw_reporting, shown), asked.viewer)
    with st.expander(_("Samma siffror som tabell")):
        known = partial(measure_explained.of_kind, shown, kinds)
        show_sheet(asked, one, "insatser-slag", explain=known)


def _to_bars(shown: Shown, chosen: str) -> Drawn:
    rows = to_rows(shown)
    drawing = bars.to_bars(measure_tables.to_bars(rows, shown.names, chosen), _("Individer"))
    title = to_title(shown.asked, _("Individer per insats"), _to_of(shown))
    return Drawn(drawing, title, _to_said(shown, rows), "insatser_slag")


def _draw_reporting(shown: Shown) -> Sheet:
    """How many have reported, and the table that stands below it."""
    asked, place, rows = shown.asked, shown.place, to_rows(shown)
    sent = measure_sent_reads.fetch_reporting(
        place.level, place.code, shown.periods, release=asked.release.number, viewer=asked.viewer
    )
    caution = measure_words.caution(year=shown.is_year)
    st.caption(f"{measure_words.reporting(*sent)} {caution}")
    by_sex = measure_reads.to_measures(asked, place.level, shown.periods, "sex")
    table = measure_tables.to_kinds(rows, by_sex[by_sex["code"] == place.code], shown.names)
    return to_sheet(asked, table, _to_said(shown, rows), _to_of(shown), caution)


def _to_of(shown: Shown) -> str:
    return f"{shown.place.name}, {shown.period}"


def _to_said(shown: Shown, rows: pd.DataFrame) -> str:
    return measure_words.headline(rows, shown.names, shown.place.name, shown.period)
