"""Whom a kind of measure reaches, by sex and age."""

from functools import partial

import streamlit as st

from pages import charts, kept, measure_explained, measure_reads
from pages.charts import Drawn
from pages.measure_shown import Shown
from pages.work_asked import show_sheet, to_sheet, to_title
from reporting.register import Entry, Split
from ui import bars, measure_tables, measure_words
from ui.sheet import Sheet
from ui.trend_choice import SEXES, sex_name
from words import _

WIDTH = 290  # pixels of a small chart


def show_people(shown: Shown, entry: Entry) -> None:
    """Girls and boys beside each other, age by age, on the same axis."""
    if entry.split is not Split.SEX_AND_AGE:
        st.info(_("Uppgiften finns inte uppdelad på kön och ålder."))
        return
    asked = shown.asked
    both, one = kept.show("insatser-vilka", partial(_to_people, shown, entry), asked.viewer)
    st.markdown(one.told)
    with st.container(horizontal=True):
        for drawn in both:
            with st.container(width=WIDTH):
                charts.draw(*drawn, viewer=asked.viewer)
    with st.expander(_("Samma siffror som tabell")):
        known = partial(measure_explained.of_person, shown, entry, one.table)
        show_sheet(asked, one, "insatser-kon-alder", explain=known)


def _to_people(shown: Shown, entry: Entry) -> tuple[list[Drawn], Sheet]:
    """A chart of each sex, and the table of both."""
    asked, place = shown.asked, shown.place
    cells = measure_reads.to_measures(asked, place.level, shown.periods, "sex", "age_group")
    cells = cells[(cells["code"] == place.code) & (cells["entry"] == entry.code)]
    said = measure_words.people(cells)
    top = max(float(cells["per_1000"].max()), 0.01) if cells["per_1000"].notna().any() else 1.0
    axis, both = measure_words.axis(year=shown.is_year), []
    for sex in SEXES:
        drawing = bars.to_bars(measure_tables.to_people(cells, sex), axis, top)
        title = to_title(asked, f"{sex_name(sex)}, {shown.period}", entry.name)
        both.append(Drawn(drawing, title, said, f"insatser_{sex}"))
    of, table = f"{entry.name}, {place.name}, {shown.period}", measure_tables.to_people_table(cells)
    return both, to_sheet(asked, table, said, of, entry.definition, heads=2)
