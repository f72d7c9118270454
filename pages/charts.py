"""Charts of pages: taken away as pictures, and explained point by point when they are clicked."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from data_access.viewer import Viewer
from pages import chart_files, kept, part
from ui import chart_base, explain
from ui.chart_base import Drawing, Title
from ui.chart_points import Point
from ui.explain import Explained

ExplainPoint = Callable[[Point], Explained | None]


class Drawn(NamedTuple):
    """A chart, its title, what it says (markdown), and its key on the page."""

    drawing: Drawing
    title: Title
    told: str
    key: str


def draw(
    drawing: Drawing, title: Title, told: str, key: str, by: tuple[str, ...] = (), *, viewer: Viewer
) -> Point | None:
    """The chart, and below it the ways to take it away; the point that was clicked, with `by`,
    where it is drawn within a part of its own."""
    if by:
        point = chart_base.show(drawing, title, told, key, by)
        chart_files.draw(drawing, title, key, viewer)
        return point
    show_kept(key, lambda: Drawn(drawing, title, told, key), viewer)
    return None


def draw_anew(drawing: Drawing, title: Title, told: str, key: str, *, viewer: Viewer) -> None:
    """The chart, and the ways to take it away, where what it shows rests on more than
    `kept.show` knows of: on a form that is being filled in, or on a draft."""
    chart_base.show(drawing, title, told, key)
    chart_files.show(drawing, title, key, viewer)


def show_kept(key: str, make: Callable[[], Drawn], viewer: Viewer, *, says: bool = False) -> Drawn:
    """A chart in which nothing is chosen, and the ways to take it away: made once for all who see
    the same (`kept.show`). With `says`, what it says stands above it."""

    def draw() -> Drawn:
        drawn = make()
        if says:
            st.markdown(drawn.told)
        chart_base.show(*drawn)
        return drawn

    drawn = kept.show(f"chart-{key}", draw, viewer)
    chart_files.show(drawn.drawing, drawn.title, key, viewer)
    return drawn


def show(drawn: Drawn, by: tuple[str, ...], explain: ExplainPoint, viewer: Viewer) -> None:
    """The chart, and below it the point explained that was clicked; `by` are the fields of its
    data that tell points apart. A click runs the chart alone. Who has no mouse has the same from
    the table beside it."""

    def run(_viewer: Viewer) -> None:
        point = draw(*drawn, by, viewer=viewer)
        tell(explain, point)

    part.show(drawn.key, run, viewer, alone=True)


def tell(known: ExplainPoint, point: Point | None) -> None:
    """The point explained, when there is one."""
    told = known(point) if point else None
    if told is not None:
        explain.show(told)
