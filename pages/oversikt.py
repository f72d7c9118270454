"""How far have we come? Headline figures with change, map, regions, what is new, what is next."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from pages import (
    asking,
    clock,
    explained_events,
    explaining,
    filter_bar,
    kept,
    news_panel,
    overview_reads,
    part,
    reads,
)
from pages.answer import let_be_read
from pages.map_parts import show_map
from ui import filters, formats, overview
from ui.choice import Choice
from ui.tables import level_name
from words import _

PAGE = "oversikt"


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    filter_bar.show_around(PAGE, viewer, lambda: show_below(filters.current(), viewer))


def show_below(choice: Choice, viewer: Viewer) -> None:
    """The answer and its figures; the map, the regions, and what is new and next."""
    let_be_read(kept.show("oversikt svar", partial(_draw_answer, choice, viewer), viewer))
    kept.show("oversikt siffror", partial(_draw_figures, choice, viewer), viewer)
    now = overview_reads.fetch_headline(choice.day, choice.region, choice.lan, viewer=viewer)
    explaining.show(explained_events.to_all(overview.to_explained(now), choice, viewer), PAGE)
    left, middle, right = st.columns([8, 6, 6], gap="medium")
    with left:
        show_councils(choice, viewer)
    with middle:
        kept.show("oversikt andelar", partial(_draw_shares, choice, viewer), viewer)
    with right:
        st.header(_("Nytt sedan {day}").format(day=formats.day(choice.since)), anchor=False)
        news_panel.show(choice, viewer)
        kept.show("oversikt milstolpar", partial(_draw_milestones, choice, viewer), viewer)


def show_councils(choice: Choice, viewer: Viewer) -> None:
    """The map of local councils, and the way to the page of it."""
    st.header(_("Lokala råd"), anchor=False)
    shown = replace(choice, level="lpo", indicator="steg")
    show_map(shown, clock.today(), viewer, key="oversiktskarta", height=600, switch=False)
    st.page_link(
        "karta.py", label=_("Till kartan"), icon=":material/map:", query_params=filters.parameters()
    )


def _draw_answer(choice: Choice, viewer: Viewer) -> str:
    answer = overview.to_answer(*_fetch_both(choice, viewer), choice)
    st.container(key="svar").markdown(answer)
    return answer


def _draw_figures(choice: Choice, viewer: Viewer) -> None:
    now, then = _fetch_both(choice, viewer)
    overview.show_headline(now, then, fetch_milestones(viewer=viewer), choice)


def _fetch_both(choice: Choice, viewer: Viewer) -> tuple[overview.Headline, overview.Headline]:
    """How it is on the day, and was on the day that it is compared with."""
    now, then = (
        overview_reads.fetch_headline(day, choice.region, choice.lan, viewer=viewer)
        for day in (choice.day, choice.since)
    )
    return now, then


def _draw_shares(choice: Choice, viewer: Viewer) -> None:
    """Share of prioritised areas with a council, for the regions or what the choice holds."""
    level = "polisomrade" if choice.region or choice.lan else "polisregion"
    areas = reads.fetch_inside(level, choice.day, choice.region, choice.lan, viewer=viewer)

    def shares(day: date) -> pd.DataFrame:
        found = reads.fetch_status("prioriterade", level, day, viewer=viewer)
        return found[found["code"].isin(areas)]

    name = level_name(level).lower()
    st.header(_("Prioriterade med råd per {level}").format(level=name), anchor=False)
    overview.show_shares(shares(choice.day), shares(choice.since))


def _draw_milestones(choice: Choice, viewer: Viewer) -> None:
    st.header(_("Milstolpar"), anchor=False)
    overview.show_milestones(fetch_milestones(viewer=viewer), choice.day)


VIEWER = asking.current_viewer()
part.show(PAGE, show_page, VIEWER, alone=True)
