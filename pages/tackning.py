"""How much is covered by an established council, and where do young people live without one?"""

import streamlit as st

from data_access.viewer import Viewer
from pages import (
    asking,
    cooperation_panel,
    coverage_explained,
    coverage_gaps,
    coverage_groups,
    coverage_more,
    coverage_now,
    explaining,
    filter_bar,
    part,
)
from pages.answer import let_be_read
from pages.coverage_asked import PAGE, Asked
from ui import filters
from ui.coverage_choice import to_coverage_choice
from ui.headings import as_text
from words import _

_PAINTED = 0.1  # seconds


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    with filter_bar.around(PAGE, viewer):
        show_below(viewer)


def show_below(viewer: Viewer) -> None:
    """The answer, the day's picture, and what goes deeper."""
    chosen, problems = to_coverage_choice(st.query_params.to_dict())
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    asked = Asked(chosen, filters.current(), viewer)
    answer = coverage_now.to_headline(asked)
    with st.container(key="svar"):
        st.markdown(answer)
    let_be_read(answer, _PAINTED)
    if not coverage_now.holds_areas(asked):
        return
    left, right = st.columns([16, 7], gap="medium")
    with left:
        coverage_now.show_shares(asked)
        coverage_gaps.show_gaps(asked)
    with right:
        coverage_now.show_on_map(asked)
    explaining.show(coverage_explained.of_shares(asked), "tackning")
    part.show("tackning-grupper", coverage_groups.show_groups, viewer, alone=True)
    coverage_more.show_course(asked)
    coverage_more.show_set_aside(asked)
    cooperation_panel.show(asked.choice, viewer, page=PAGE)
    asked = filters.parameters()
    label, icon = _("Så räknas täckningen"), ":material/info:"
    st.page_link("om.py", label=label, icon=icon, query_params=asked)


VIEWER = asking.current_viewer()
part.show(PAGE, show_page, VIEWER, alone=True)
