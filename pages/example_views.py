"""The parts of the page of good examples."""

from collections.abc import Mapping

import streamlit as st

from data_access.register import fetch_register
from data_access.releases import Release
from data_access.support import fetch_support
from data_access.viewer import Viewer
from pages import example_explained, explaining
from pages.answer import let_be_read
from pages.example_reads import NAMED, fetch_examples, to_inside
from pages.example_tables import show_methods
from ui import examples
from ui.choice import Choice
from ui.example_choice import EXAMPLES, SUPPORT, ExampleChoice, find
from words import _

Options = Mapping[str, Mapping[str, str]]


def fetch_options(*, viewer: Viewer) -> Options:
    """What examples are found by: field → code → name, in the register's order."""
    register = fetch_register(viewer=viewer)
    return {field: register.names(listing) for field, listing in NAMED.items()}


def show_examples(
    asked: ExampleChoice, options: Options, release: Release, choice: Choice, viewer: Viewer
) -> None:
    """The search, what it finds, and which methods the examples are of."""
    whole = fetch_examples(choice.day, release=release.number, viewer=viewer)
    inside = to_inside(whole, choice, viewer)
    if inside.empty:
        st.info(_("Inga goda exempel är publicerade för det här urvalet."))
        return
    found = find(inside, asked)
    said = examples.to_sentence(found, len(inside))
    st.container(key="svar").markdown(said)
    let_be_read(said)
    examples.show_search(asked, options)
    explaining.show(example_explained.of_examples(found, release, choice, viewer), "exempel")
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(examples.part_name(EXAMPLES), anchor=False)
        examples.show_cards(found)
    with right:
        show_methods(found, tuple(options["evidens"].values()), release, choice, viewer)


def show_support(viewer: Viewer) -> None:
    """Support material that others have made."""
    st.header(examples.part_name(SUPPORT), anchor=False)
    st.markdown(_("Material som andra har gjort. Länkarna leder till ägarens webbplats."))
    examples.show_support(fetch_support(viewer=viewer))
