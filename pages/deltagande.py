"""Who sits at the table: the share of councils' meetings that each actor came to."""

import streamlit as st

from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import asking, filter_bar, meeting_reads, meeting_views, part
from pages.figure_levels import newest_over, newest_release
from reporting.obligations import FIRST_PERIOD
from ui import filters, meeting_fields, meeting_words
from ui.headings import as_text
from ui.meeting_choice import LOCAL, REGIONAL, to_meeting_choice


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    filter_bar.show("deltagande", viewer)
    choice = filters.current()
    periods = Quarter.range(FIRST_PERIOD, newest_over(choice.day))
    release = newest_release(viewer)
    if not periods or release is None:
        st.info(meeting_words.before_all(has_release=release is not None))
        return
    councils = REGIONAL if st.query_params.get("rad") == REGIONAL else LOCAL
    units = meeting_reads.fetch_units(councils, choice.day, release=release.number, viewer=viewer)
    newest = meeting_reads.find_newest(units) or periods[-1]
    asked, problems = to_meeting_choice(st.query_params.to_dict(), periods, newest)
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    meeting_fields.show(asked, periods, newest)
    meeting_views.show(choice, asked, release, viewer)


VIEWER = asking.current_viewer()
part.show("deltagande", show_page, VIEWER, alone=True)
