"""One kind of measure closer: what it is, and over time."""

from functools import partial

import streamlit as st

from pages import charts, kept, measure_explained, measure_reads
from pages.charts import Drawn
from pages.measure_people import show_people
from pages.measure_shown import Shown, to_entry
from pages.trend_places import COUNTRY
from pages.work_asked import show_sheet, to_sheet, to_title
from reporting.register import Entry
from ui import measure_line, measure_tables
from ui.headings import as_text
from ui.sheet import Sheet
from ui.trend_points import AGAINST, FOCUS
from words import _


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
    found = kept.show("insatser-over-tid", partial(_to_course, shown, entry), asked.viewer)
    if found is None:
        st.info(_("Det finns ingen andel att visa över tid i det här urvalet."))
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
