"""Measures: how many are reached by each kind, here and area by area, and one kind closer."""

from functools import partial

import pandas as pd
import streamlit as st

from pages import charts, explaining, measure_explained, measure_reads, measure_sent_reads
from pages.measure_areas import show_areas
from pages.measure_kind import show_kind
from pages.measure_shown import Shown, to_shown
from pages.work_asked import WorkAsked, show_table, to_title
from ui import bars, field_row, measure_tables, measure_words, work_fields
from ui.work_choice import ANY
from words import _


def show(asked: WorkAsked) -> None:
    """The newest of every kind, and the chosen kind; that of most individuals when none is."""
    shown = to_shown(asked)
    fields = [work_fields.to_period_field(asked.work.by)]
    if shown:
        kinds = {ANY: _("Den som når flest"), **shown.names}
        label = _("Insats i detalj")
        fields.append(work_fields.to_field(280, "atgard", label, asked.work.measure, kinds, ANY))
    field_row.show(fields, key="insatsval")
    if shown is None or not shown.place.is_whole:
        st.info(shown.place.note if shown else _("Inga insatser är rapporterade i det här valet."))
        return
    rows = to_rows(shown)
    if shown.place.note:
        st.caption(shown.place.note)
    if rows["value"].isna().all():
        st.info(measure_words.nothing(rows, shown.place.name, shown.period))
        return
    chosen = asked.work.measure or str(rows.iloc[0]["entry"])
    left, right = st.columns(2, gap="large")
    with left:
        show_kinds(shown, rows, chosen)
    with right:
        show_areas(shown, list(rows["entry"]))
    show_kind(shown, chosen)
    explaining.show(measure_explained.of_kinds(shown), "insatser")


def to_rows(shown: Shown) -> pd.DataFrame:
    """The kinds in the shown place, those that reach most first."""
    rows = measure_reads.to_measures(shown.asked, shown.place.level, shown.periods)
    return measure_tables.in_order(rows[rows["code"] == shown.place.code])


def show_kinds(shown: Shown, rows: pd.DataFrame, chosen: str) -> None:
    """A bar each kind, and its table."""
    asked, place, of = shown.asked, shown.place, f"{shown.place.name}, {shown.period}"
    said = measure_words.headline(rows, shown.names, place.name, shown.period)
    st.markdown(said)
    drawing = bars.to_bars(measure_tables.to_bars(rows, shown.names, chosen), _("Individer"))
    charts.draw(
        drawing,
        to_title(asked, _("Individer per insats"), of),
        said,
        "insatser_slag",
        viewer=asked.viewer,
    )
    sent = measure_sent_reads.fetch_reporting(
        place.level, place.code, shown.periods, release=asked.release.number, viewer=asked.viewer
    )
    caution = measure_words.caution(year=shown.is_year)
    st.caption(f"{measure_words.reporting(*sent)} {caution}")
    by_sex = measure_reads.to_measures(asked, place.level, shown.periods, "sex")
    table = measure_tables.to_kinds(rows, by_sex[by_sex["code"] == place.code], shown.names)
    with st.expander(_("Samma siffror som tabell")):
        known = partial(measure_explained.of_kind, shown, list(rows["entry"]))
        show_table(asked, table, said, "insatser-slag", of, caution, explain=known)
