"""One kind of measure closer: over time, and by sex and age."""

from functools import partial

import streamlit as st

from pages import charts, measure_explained, measure_reads
from pages.charts import Drawn
from pages.measure_shown import Shown, to_entry
from pages.trend_places import COUNTRY
from pages.work_asked import show_table, to_title
from reporting.register import Entry, Split
from ui import bars, measure_line, measure_tables, measure_words
from ui.headings import as_text
from ui.trend_choice import SEXES, sex_name
from ui.trend_points import AGAINST, FOCUS
from words import _

WIDTH = 290  # pixels of a small chart


def show_kind(shown: Shown, code: str) -> None:
    """The kind's course and whom it reaches, with its definition."""
    entry = to_entry(shown, code)
    st.header(as_text(entry.name), anchor=False)
    st.caption(f"{as_text(entry.definition)} {as_text(entry.counting_rule)}")
    left, right = st.columns(2, gap="large")
    with left:
        show_course(shown, entry)
    with right:
        show_people(shown, entry)


def show_course(shown: Shown, entry: Entry) -> None:
    """Quarter by quarter, beside the country."""
    asked, place = shown.asked, shown.place
    on, release, viewer = asked.choice.day, asked.release.number, asked.viewer
    own, whole = (
        measure_reads.fetch_course(entry.code, *of, on, release=release, viewer=viewer)
        for of in ((place.level, place.code), ("riket", COUNTRY))
    )
    if own["per_1000"].isna().all():
        st.info(_("Det finns ingen andel att visa över tid i det här valet."))
        return
    lines = [measure_line.to_rates(place.name, FOCUS, own)]
    if place.level != "riket" and len(whole):
        lines.append(measure_line.to_rates(_("Sverige"), AGAINST, whole))
    said = measure_line.summary(lines[0])
    st.markdown(said)
    title = to_title(asked, entry.name, place.name)
    drawn = Drawn(measure_line.to_chart(lines), title, said, "insatser_over_tid")
    known = partial(measure_explained.of_point, shown, entry)
    charts.show(drawn, ("series", "period"), known, asked.viewer)
    with st.expander(_("Samma siffror som tabell")):
        of = f"{entry.name}, {place.name}"
        table = measure_tables.to_course(own)
        told = partial(measure_explained.of_quarter, shown, entry, table)
        show_table(asked, table, said, "insatser-over-tid", of, entry.definition, explain=told)


def show_people(shown: Shown, entry: Entry) -> None:
    """Girls and boys beside each other, age by age, on the same axis."""
    if entry.split is not Split.SEX_AND_AGE:
        st.info(_("Uppgiften finns inte uppdelad på kön och ålder."))
        return
    asked, place = shown.asked, shown.place
    cells = measure_reads.to_measures(asked, place.level, shown.periods, "sex", "age_group")
    cells = cells[(cells["code"] == place.code) & (cells["entry"] == entry.code)]
    said = measure_words.people(cells)
    st.markdown(said)
    top = max(float(cells["per_1000"].max()), 0.01) if cells["per_1000"].notna().any() else 1.0
    with st.container(horizontal=True):
        for sex in SEXES:
            drawing = bars.to_bars(
                measure_tables.to_people(cells, sex), measure_words.axis(year=shown.is_year), top
            )
            title = to_title(asked, f"{entry.name}: {sex_name(sex)}", shown.period)
            with st.container(width=WIDTH):
                charts.draw(drawing, title, said, f"insatser_{sex}", viewer=asked.viewer)
    with st.expander(_("Samma siffror som tabell")):
        of = f"{entry.name}, {place.name}, {shown.period}"
        table = measure_tables.to_people_table(cells)
        known = partial(measure_explained.of_person, shown, entry, table)
        name = "insatser-kon-alder"
        show_table(asked, table, said, name, of, entry.definition, heads=2, explain=known)
