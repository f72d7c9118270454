"""The parts of Deltagande: the answer, who comes where, school and health care, who is away."""

from dataclasses import replace
from functools import partial

import streamlit as st

from data_access.releases import Release
from data_access.viewer import Viewer
from pages import explaining, kept, meeting_away, meeting_cells, meeting_course, meeting_explained
from pages.answer import let_be_read
from pages.meeting_groups import BEFORE, NOW
from pages.meeting_parts import Shown
from pages.meeting_said_reads import fetch_answer
from pages.meeting_told_reads import Meetings, fetch_meetings
from ui import meeting_headline, meeting_words
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice
from words import _

_PAINTED = 0.08  # seconds


def show_answer(
    choice: Choice, asked: MeetingChoice | None, release: Release | None, viewer: Viewer
) -> Shown | None:
    """Three figures, who is most often missing, and how much has come; what they rest on, None
    when there is nothing."""
    if release is None or asked is None:
        st.info(meeting_words.before_all(has_release=release is not None))
        return None
    choice = replace(choice, problems=())  # what was wrong is no part of the key
    found = fetch_meetings(choice, asked, release=release.number, viewer=viewer)
    if found.place.units.empty:
        st.info(meeting_words.no_areas())
        return None
    with st.container(key="svar_och_siffror"):
        figures, words = st.columns([16, 7], gap="medium")
    said = fetch_answer(choice, asked, release=release.number, viewer=viewer)
    with words:
        is_said = found.totals["share"].notna().any()
        (st.markdown if is_said else st.info)(said)
        st.caption(meeting_words.completeness(found.to_complete(), asked))
    with figures:
        kept.show("deltagande-svar", partial(_draw_figures, found, asked), viewer)
    let_be_read(said, _PAINTED)
    return Shown(found, choice, asked, release, viewer, said)


def _draw_figures(found: Meetings, asked: MeetingChoice) -> None:
    sure = not found.complete["partly"].any()
    meeting_headline.show(found.headline, asked, NOW, BEFORE, sure=sure)


def show_rest(shown: Shown | None) -> None:
    """Who comes where, who is away, school and health care over time, and tables."""
    if shown is None:
        return
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
    explaining.show(meeting_explained.of_headline(shown), "deltagande")
    st.page_link("om.py", label=_("Så räknas deltagandet"), icon=":material/info:")
