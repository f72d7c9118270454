"""What is done, and whether goals are met: measures, common goals, obstacles and resources."""

from functools import partial

import streamlit as st

from data_access.releases import Release
from data_access.viewer import Viewer
from pages import (
    asking,
    filter_bar,
    goal_view,
    kept,
    measure_view,
    obstacle_view,
    part,
    resource_view,
    work_headline,
    work_lists,
)
from pages.answer import let_be_read
from pages.figure_levels import newest_release
from pages.work_asked import WorkAsked
from ui import filters, work_fields
from ui.headings import as_text
from ui.work_choice import GOALS, MEASURES, OBSTACLES, RESOURCES, to_work_choice

_VIEWS = {
    MEASURES: measure_view.show,
    GOALS: goal_view.show,
    OBSTACLES: obstacle_view.show,
    RESOURCES: resource_view.show,
}


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    release = newest_release(viewer)
    with filter_bar.around("insatser", viewer):
        if release is None:
            work_fields.show_no_release()
        else:
            show_parts(release, viewer)


def show_parts(release: Release, viewer: Viewer) -> None:
    """The headline figures, the parts, and the chosen one."""
    lists = work_lists.to_lists(release.number, viewer)
    work, problems = to_work_choice(st.query_params.to_dict(), lists)
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    asked = WorkAsked(work, filters.current(), release, viewer)
    with st.container(key="svar"):
        said, cards = kept.show("insatser-svar", partial(_draw_headline, asked), viewer)
    let_be_read(" ".join((said, *(one.value for one in cards))))
    work_fields.show_parts(work.part)
    _VIEWS[work.part](asked)


def _draw_headline(asked: WorkAsked) -> tuple[str, list[work_fields.Card]]:
    said, cards = work_headline.to_headline(asked)
    st.markdown(said)  # painted before the figures, which wait for the code of charts
    work_fields.show_cards(cards)
    return said, cards


VIEWER = asking.current_viewer()
part.show("insatser", show_page, VIEWER, alone=True)
