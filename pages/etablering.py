"""How far councils have come: stages over time, pace, what has stalled, where it leads."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.viewer import Viewer
from pages import (
    asking,
    establishment_answer,
    establishment_explained,
    establishment_groups,
    establishment_parts,
    establishment_rows,
    explaining,
    filter_bar,
    part,
)
from pages.answer import let_be_read
from pages.establishment_asked import Asked
from pages.establishment_place import to_words
from pages.establishment_reads import fetch_establishment
from ui import filters, pace_numbers, pace_words
from ui.choice import Choice
from ui.field_row import Field
from ui.headings import as_text
from ui.pace_choice import PRIORITISED, PaceChoice, to_pace_choice


def show_page(viewer: Viewer) -> None:
    """The fields and everything below them."""
    with filter_bar.around("etablering", viewer, add_fields):
        own, _told = to_pace_choice(st.query_params.to_dict())
        show_below(filters.current(), own, st.container(key="svar"), viewer)


def add_fields(fields: list[Field]) -> list[Field]:
    """The bar's fields with the page's own; what was wrong with its choice is said."""
    own, problems = to_pace_choice(st.query_params.to_dict())
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    return pace_numbers.add_fields(fields, own)


def show_below(choice: Choice, own: PaceChoice, top: DeltaGenerator, viewer: Viewer) -> None:
    """The answer in its place on top, and the parts of the page."""
    place = (choice.region, choice.lan, choice.area)
    found = fetch_establishment(choice.day, *place, own.base, own.still, viewer=viewer)
    if found is None:
        top.info(pace_words.nothing(prioritised=own.base == PRIORITISED))
        return
    asked = Asked(choice, own, found, to_words(choice, own, viewer), viewer)
    answer = establishment_answer.to_answer(asked)
    top.markdown(answer)
    let_be_read(answer)
    if len(found.courses) > 1:
        with top:
            establishment_answer.show_numbers(asked)
        left, right = st.columns([3, 2], gap="large")
        with left:
            establishment_parts.show_stages(asked)
        with right:
            establishment_parts.show_stalled(asked)
        establishment_groups.show_groups(asked)
        explaining.show(establishment_explained.of_headline(asked), "etablering")
    establishment_rows.show_areas(asked)
    establishment_rows.show_milestones(asked)


VIEWER = asking.current_viewer()
part.show("etablering", show_page, VIEWER, alone=True)
