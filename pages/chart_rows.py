"""Small charts in a row, of which the point that was clicked last is explained."""

from collections.abc import Sequence

import streamlit as st

from data_access.viewer import Viewer
from pages import part
from pages.charts import Drawn, ExplainPoint, draw, tell
from ui.chart_points import Point, find_last


def show(
    charts: Sequence[tuple[Drawn, ExplainPoint]],
    by: tuple[str, ...],
    viewer: Viewer,
    *,
    key: str,
    width: int,
) -> None:
    """Small charts beside each other, each so many pixels wide, and below them the point that was
    clicked last in any of them."""

    def run(_viewer: Viewer) -> None:
        points = []
        with st.container(horizontal=True):
            for drawn, _explain in charts:
                with st.container(width=width):
                    points.append(draw(*drawn, by, viewer=viewer))
        place = _to_last(points, f"{key}_klickat")
        if place is not None:
            tell(charts[place][1], points[place])

    part.show(key, run, viewer, alone=True)


def _to_last(points: Sequence[Point | None], key: str) -> int | None:
    seen, last = st.session_state.get(key, ((None,) * len(points), None))
    if len(seen) != len(points):
        seen, last = (None,) * len(points), None
    found = find_last(points, seen, last)
    st.session_state[key] = tuple(points), found
    return found
