"""Who sits at the table: the share of councils' meetings that each actor came to."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.viewer import Viewer
from indicators.periods import Quarter, newest_over
from pages import asking, filter_bar, meeting_reads, meeting_views, part
from pages.figure_levels import newest_release
from reporting.obligations import FIRST_PERIOD
from ui import field_row, filters, meeting_fields
from ui.choice import Choice
from ui.headings import as_text
from ui.meeting_choice import LOCAL, REGIONAL, MeetingChoice, to_meeting_choice

Rows = dict[str, tuple[DeltaGenerator, list[field_row.Field]]]


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it. The answer is sent first, whatever its place; at a
    first visit the places of the fields come before it, so that nothing jumps."""
    bar, own = st.container(), st.container()
    top, rest = st.container(key="svar"), st.container()
    is_new = filter_bar.is_first("deltagande")
    with bar:
        fields = {filter_bar.KEY: (bar, filter_bar.read("deltagande", viewer))}
    choice, release = filters.current(), newest_release(viewer)
    asked = None
    if release and (periods := Quarter.range(FIRST_PERIOD, newest_over(choice.day))):
        with own:
            asked, newest = read_asked(choice, periods, release.number, viewer)
        fields[meeting_fields.KEY] = (own, meeting_fields.to_fields(asked, periods, newest))
    if is_new:
        show_fields(fields, later=True)
    with top:
        shown = meeting_views.show_answer(choice, asked, release, viewer)
    show_fields(fields, late=is_new)
    with rest:
        meeting_views.show_rest(shown)


def read_asked(
    choice: Choice, periods: Sequence[Quarter], release: int, viewer: Viewer
) -> tuple[MeetingChoice, Quarter]:
    """What the address asks for, its faults told; and the newest quarter of which there is any
    report."""
    councils = REGIONAL if st.query_params.get("rad") == REGIONAL else LOCAL
    known = meeting_reads.fetch_newest(councils, choice.day, release=release, viewer=viewer)
    newest = known or periods[-1]
    asked, problems = to_meeting_choice(st.query_params.to_dict(), periods, newest)
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    return asked, newest


def show_fields(fields: Rows, *, later: bool = False, late: bool = False) -> None:
    """The rows of fields, each in its place: now, only their places, or in the places kept."""
    for key, (place, row) in fields.items():
        with place:
            if late:
                field_row.show_late(key)
            else:
                field_row.show(row, key=key, later=later)


VIEWER = asking.current_viewer()
part.show("deltagande", show_page, VIEWER, alone=True)
