"""One kind of measure closer: over time, and by sex and age."""

from functools import partial

import streamlit as st

from pages import charts, kept, measure_explained, measure_reads
from pages.charts import Drawn
from pages.measure_shown import Shown, to_entry
from pages.trend_places import COUNTRY
from pages.work_asked import show_sheet, to_sheet, to_title
from reporting.register import Entry, Split
from ui import bars, measure_line, measure_tables, measure_words
from ui.headings import as_text
from ui.sheet import Sheet
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
    asked = shown.asked
    found = kept.show("insatser över tid", partial(_to_course, shown, entry), asked.viewer)
    if found is None:
        st.info(_("Det finns ingen andel att visa över tid i det här valet."))
        return
    drawn, one = found
    st.markdown(drawn.told)
    known = partial(measure_explained.of_point, shown, entry)
    charts.show(drawn, ("series", "period"), known, asked.viewer)
    with st.expander(_("Samma siffror som tabell")):
        told = partial(measure_explained.of_quarter, shown, entry, one.table)
        show_sheet(asked, one, "insatser-over-tid", explain=told)


def _to_course(shown: Shown, entry: Entry) -> tuple[Drawn, Sheet] | None:
    """The chart and its table; None when there is no rate."""
    asked, place = shown.asked, shown.place
    on, release, viewer = asked.choice.day, asked.release.number, asked.viewer
    own, whole = (
        measure_reads.fetch_course(entry.code, *of, on, release=release, viewer=viewer)
        for of in ((place.level, place.code), ("riket", COUNTRY))
    )
    if own["per_1000"].isna().all():
        return None
    lines = [measure_line.to_rates(place.name, FOCUS, own)]
    if place.level != "riket" and len(whole):
        lines.append(measure_line.to_rates(_("Sverige"), AGAINST, whole))
    said = measure_line.summary(lines[0])
    title = to_title(asked, entry.name, place.name)
    of, table = f"{entry.name}, {place.name}", measure_tables.to_course(own)
    one = to_sheet(asked, table, said, of, entry.definition)
    return Drawn(measure_line.to_chart(lines), title, said, "insatser_over_tid"), one


def show_people(shown: Shown, entry: Entry) -> None:
    """Girls and boys beside each other, age by age, on the same axis."""
    if entry.split is not Split.SEX_AND_AGE:
        st.info(_("Uppgiften finns inte uppdelad på kön och ålder."))
        return
    asked = shown.asked
    both, one = kept.show("insatser vilka", partial(_to_people, shown, entry), asked.viewer)
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
        title = to_title(asked, f"{entry.name}: {sex_name(sex)}", shown.period)
        both.append(Drawn(drawing, title, said, f"insatser_{sex}"))
    of, table = f"{entry.name}, {place.name}, {shown.period}", measure_tables.to_people_table(cells)
    return both, to_sheet(asked, table, said, of, entry.definition, heads=2)
