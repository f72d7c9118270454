"""A page's part that runs by itself: what is chosen in it does not run the frame again."""

from collections.abc import Callable

import streamlit as st

from data_access.kind import fetch_kind
from data_access.version import picture
from data_access.viewer import Viewer
from pages import asking
from pages.running import rerun
from pages.trouble import failures_told


def show(
    name: str,
    draw: Callable[[Viewer], None],
    viewer: Viewer,
    *,
    alone: bool,
    every: float | None = None,
) -> None:
    """Draw the part now; `alone` lets later choices in it run only it, and `every` so many seconds
    it runs by itself.

    The frame has looked at who asks, and at the database; a run of the part alone looks itself.
    """
    if not alone:
        with st.container():  # as a fragment has: nothing is drawn anew when the part is one
            draw(viewer)
        return
    drawn_by_frame = [True]

    @st.fragment(run_every=every)
    def run() -> None:
        if drawn_by_frame:
            drawn_by_frame.clear()
            draw(viewer)
            return
        run_alone(name, draw, viewer)

    run()


def run_alone(name: str, draw: Callable[[Viewer], None], viewer: Viewer) -> None:
    """Draw what runs without the frame: looks at who asks, and lets the frame answer when that is
    another, and at the database, as the frame does."""
    with picture(), rerun(name), failures_told():
        if asking.ask().viewer != viewer:
            st.rerun(scope="app")
        fetch_kind(viewer=viewer)
        draw(viewer)
