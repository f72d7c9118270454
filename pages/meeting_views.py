"""The parts of Deltagande: the answer, who comes where, school and health care, who is away."""

from dataclasses import replace

import streamlit as st

from data_access.releases import Release
from data_access.viewer import Viewer
from pages import meeting_away, meeting_cells, meeting_course
from pages.meeting_groups import BEFORE, NOW
from pages.meeting_parts import Shown, to_answer, to_complete
from pages.meeting_told_reads import fetch_meetings
from ui import meeting_headline, meeting_words
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice
from words import _


def show(choice: Choice, asked: MeetingChoice, release: Release, viewer: Viewer) -> None:
    """All of them, for the councils of the choice."""
    choice = replace(choice, problems=())  # what was wrong is no part of the key
    found = fetch_meetings(choice, asked, release=release.number, viewer=viewer)
    shown = Shown(found, choice, asked, release, viewer)
    if found.place.units.empty:
        st.info(meeting_words.no_areas())
        return
    show_answer(shown)
    if meeting_cells.is_narrow(shown):
        left, right = st.columns([9, 5], gap="large")
        with left:
            meeting_cells.show(shown)
        with right:
            meeting_away.show(shown)
    else:
        meeting_cells.show(shown)
        meeting_away.show(shown)
    meeting_course.show(shown)
    meeting_cells.show_table(shown)
    st.page_link("om.py", label=_("Så räknas deltagandet"), icon=":material/info:")


def show_answer(shown: Shown) -> None:
    """Three figures, who is most often missing, and how much has come."""
    found, asked = shown.found, shown.asked
    figures, words = st.columns([16, 7], gap="medium")
    with figures:
        sure = not found.complete["partly"].any()
        meeting_headline.show(found.headline, asked, NOW, BEFORE, sure=sure)
    with words:
        is_said = found.totals["share"].notna().any()
        (st.markdown if is_said else st.info)(to_answer(shown))
        st.caption(meeting_words.completeness(to_complete(shown), asked))
