"""What Översikt draws without fields: the answer, figures, shares, milestones."""

from datetime import date

import pandas as pd
import streamlit as st

from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from pages import overview_reads, reads
from ui import overview, overview_words
from ui.choice import Choice
from ui.place_words import level_name
from words import _


def draw_answer(choice: Choice, viewer: Viewer) -> str:
    """How far, in a sentence."""
    answer = overview_words.to_answer(*_fetch_both(choice, viewer), choice)
    st.container(key="svar").markdown(answer)
    return answer


def draw_figures(choice: Choice, viewer: Viewer) -> None:
    """The headline figures, each with its change."""
    now, then = _fetch_both(choice, viewer)
    overview.show_headline(now, then, fetch_milestones(viewer=viewer), choice)


def _fetch_both(
    choice: Choice, viewer: Viewer
) -> tuple[overview_words.Headline, overview_words.Headline]:
    """How it is on the day, and was on the day that it is compared with."""
    now, then = (
        overview_reads.fetch_headline(day, choice.region, choice.lan, viewer=viewer)
        for day in (choice.day, choice.since)
    )
    return now, then


def draw_shares(choice: Choice, viewer: Viewer) -> None:
    """Share of prioritised areas with a council, for the regions or what the choice holds."""
    level = "polisomrade" if choice.region or choice.lan else "polisregion"
    areas = reads.fetch_inside(level, choice.day, choice.region, choice.lan, viewer=viewer)

    def shares(day: date) -> pd.DataFrame:
        found = reads.fetch_status("prioriterade", level, day, viewer=viewer)
        return found[found["code"].isin(areas)]

    name = level_name(level).lower()
    st.header(_("Prioriterade med råd per {level}").format(level=name), anchor=False)
    overview.show_shares(shares(choice.day), shares(choice.since))


def draw_milestones(choice: Choice, viewer: Viewer) -> None:
    """What is decided, and what is next."""
    st.header(_("Milstolpar"), anchor=False)
    overview.show_milestones(fetch_milestones(viewer=viewer), choice.day)
