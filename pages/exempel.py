"""What works, and where: good examples, needs of competence and support material."""

import streamlit as st

from data_access.viewer import Viewer
from pages import asking, example_tables, example_views, filter_bar, part
from pages.figure_levels import newest_release
from ui import examples, filters
from ui.example_choice import EXAMPLES, NEEDS, to_example_choice
from ui.headings import as_text
from words import _

PAGE = "exempel"


def show_part(viewer: Viewer) -> None:
    """The chosen part of the page."""
    options = example_views.fetch_options(viewer=viewer)
    asked, problems = to_example_choice(st.query_params.to_dict(), options)
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    examples.show_parts(asked.part)
    release = newest_release(viewer)
    if asked.part == EXAMPLES and release:
        example_views.show_examples(asked, options, release, filters.current(), viewer)
    elif asked.part == NEEDS and release:
        example_tables.show_needs(release, filters.current(), viewer)
    elif asked.part in (EXAMPLES, NEEDS):
        st.info(_("Ingen utgåva är publicerad än. Exemplen kommer med den första."))
    else:
        example_views.show_support(viewer)


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it."""
    with filter_bar.around(PAGE, viewer):
        show_part(viewer)


VIEWER = asking.current_viewer()
part.show(PAGE, show_page, VIEWER, alone=True)
