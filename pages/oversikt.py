"""How far have we come? Headline figures with change, map, regions, what is new, what is next."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import streamlit as st

import clock
from data_access.viewer import Viewer
from pages import (
    asking,
    explained_events,
    explaining,
    filter_bar,
    kept,
    news_panel,
    overview_drawn,
    overview_reads,
    part,
)
from pages.answer import let_be_read
from pages.map_parts import beside_map, show_map
from ui import filters, formats, overview_words
from ui.choice import Choice
from words import _

R = TypeVar("R")
PAGE = "oversikt"


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    with filter_bar.around(PAGE, viewer):
        show_below(filters.current(), viewer)


def show_below(choice: Choice, viewer: Viewer) -> None:
    """The answer and its figures; the map, the regions, and what is new and next."""

    def show(name: str, draw: Callable[[Choice, Viewer], R]) -> R:
        return kept.show(f"oversikt-{name}", lambda: draw(choice, viewer), viewer)

    let_be_read(show("svar", overview_drawn.draw_answer))
    show("siffror", overview_drawn.draw_figures)
    now = overview_reads.fetch_headline(choice.day, choice.region, choice.lan, viewer=viewer)
    counted = replace(choice, area=None)
    explaining.show(
        explained_events.to_all(overview_words.to_explained(now), counted, viewer), PAGE
    )
    left, middle, right = beside_map([8, 6, 6])
    with left:
        show_councils(choice, viewer)
    with middle:
        show("andelar", overview_drawn.draw_shares)
    with right:
        st.header(_("Nytt sedan {day}").format(day=formats.day(choice.since)), anchor=False)
        news_panel.show(choice, viewer)
        show("milstolpar", overview_drawn.draw_milestones)


def show_councils(choice: Choice, viewer: Viewer) -> None:
    """The map of local councils, and the way to the page of it."""
    st.header(_("Lokala råd"), anchor=False)
    shown = replace(choice, level="lpo", indicator="steg")
    show_map(shown, clock.today(), viewer, key="oversiktskarta", height=600, switch=False)
    st.page_link(
        "karta.py", label=_("Till kartan"), icon=":material/map:", query_params=filters.parameters()
    )


VIEWER = asking.current_viewer()
part.show(PAGE, show_page, VIEWER, alone=True)
