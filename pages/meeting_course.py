"""School and health care at the table over time, each by itself."""

import streamlit as st

from pages import sheets
from pages.meeting_parts import PAGE, Shown, to_about, to_title
from ui import chart_base, meeting_lines, meeting_tables, meeting_words
from ui.meeting_words import FOLLOWED, group_name
from ui.sheet import Sheet
from words import _


def show(shown: Shown) -> None:
    """Two panels on the same axes, and their table."""
    found = shown.found
    complete = found.by_quarter
    came = complete[complete["came"] + complete["beside"] > 0]
    if came.empty:
        return
    since = came["period"].min()
    quarters = found.quarters[found.quarters["of"] >= since]
    st.header(_("Skolan och hälso- och sjukvården över tid"), anchor=False)
    most = meeting_lines.to_most(quarters)
    for group, place in zip(FOLLOWED, st.columns(2, gap="large"), strict=True):
        own = quarters[quarters["aktor"] == group]
        said = meeting_words.course(own, group, found.place.name)
        points = meeting_lines.to_points(own, complete, shown.asked.councils)
        title = to_title(shown, group_name(group), over_time=True)
        with place:
            st.markdown(said)
            if own["share"].isna().all():
                continue
            chart = meeting_lines.to_chart(points, most)
            chart_base.show(chart, title, said, f"deltagande_{group}")
    if quarters["share"].notna().any():
        st.caption(meeting_lines.legend())
    table = meeting_tables.to_quarters(quarters, complete)
    about = to_about(shown, meeting_words.definition())
    told = " ".join(meeting_words.course(quarters, one, found.place.name) for one in FOLLOWED)
    with st.expander(_("Samma siffror som i linjerna, som tabell")):
        sheets.show(
            Sheet(table, told, about), "deltagande_over_tid", page=PAGE, viewer=shown.viewer
        )
