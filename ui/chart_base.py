"""What every chart shares: Swedish numbers, calm axes, and a text with the same content."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from ui import arrow, formats
from ui.chart_points import CHOSEN, Point, let_be_chosen, to_point
from ui.headings import to_plain
from words import signs

INK, QUIET, SHADE = "#0c141c", "#5c6b78", "#eef1f4"
FOCUS, OTHER, LIGHT = "#08519c", "#7a7a7a", "#6baed6"  # the viewer's choice, what it is set against
# In Vega's own words: what is narrow, such as a telephone's screen
NARROW = "containerSize()[0] < 480"
_FONT = '"Source Sans", sans-serif'
_PADDING = {"top": 6, "left": 2, "right": 4}  # room for the dots of an Ö


@lru_cache(maxsize=1)
def altair() -> Any:
    """Altair, imported at the first chart: start-up is paid by everyone."""
    import altair as alt

    return alt


def chart_of(name: str) -> Any:
    """A chart, or a layer of one, of the data that `Drawing` has under the name."""
    alt = altair()
    return alt.Chart(alt.NamedData(name))


def to_look() -> dict[str, Any]:
    """Vega-Lite's configuration of all charts: their look, and numbers in the run's language."""
    thousands, decimal = signs()
    numbers = {
        "decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", "\u00a0kr"],
        "percent": formats.share(1).removeprefix("100"),
    }  # fmt: skip
    return {
        "locale": {"number": numbers},
        "font": _FONT,
        "view": {"continuousWidth": 300, "continuousHeight": 300, "stroke": None},
        "axis": {
            "labelColor": INK,
            "titleColor": INK,
            "titleFontWeight": "normal",
            "labelFontSize": 12,
            "titleFontSize": 12,
            "gridColor": "#e3e8ec",
            "domainColor": QUIET,
            "tickColor": QUIET,
        },
        "legend": {
            "orient": "top",
            "title": None,
            "labelFontSize": 13,
            "labelColor": INK,
            "titleColor": INK,
            "labelLimit": 320,
            "symbolSize": 160,
        },
        "title": {"fontSize": 13, "color": INK, "anchor": "start", "offset": 10},
    }


class Title(NamedTuple):
    """What stands in a chart, so that a picture of it says what it is: lines, and where from."""

    lines: tuple[str, ...]
    source: tuple[str, ...]


class Drawing(NamedTuple):
    """A chart of Vega-Lite, kept and shared, and what it draws: its named data and parameters."""

    spec: Mapping[str, Any]
    data: Mapping[str, pd.DataFrame]
    parameters: Mapping[str, float] = MappingProxyType({})


Draw = Callable[[Drawing, Title, str, str], object]  # as `show`


def to_spec(chart: Any) -> dict[str, Any]:
    """The chart in Vega-Lite, checked, with the look of all charts. It takes some hundredths of a
    second: keep it."""
    spec: dict[str, Any] = chart.to_dict()
    return spec | {"config": to_look()}


def with_names(spec: Mapping[str, Any], height: int, **names: Sequence[str]) -> dict[str, Any]:
    """A copy of a layered chart's spec of that height, with names along its axes (`x`, `y`): so a
    chart is made once, whatever stands in it and in which order."""
    named = _copied(spec) | {"height": height}
    for layer in named["layer"]:
        for channel, domain in names.items():
            if channel in layer["encoding"]:
                layer["encoding"][channel].setdefault("scale", {})["domain"] = list(domain)
    return named


def to_whole(drawing: Drawing, title: Title) -> dict[str, Any]:
    """The chart with its title, data and parameters: a copy, for who draws it takes it apart."""
    heading = {
        "text": list(title.lines),
        "subtitle": list(title.source),
        "subtitleColor": QUIET,
        "subtitleFontSize": 12,
    }
    parameters = [{"name": name, "value": value} for name, value in drawing.parameters.items()]
    return _copied(drawing.spec) | {
        "title": heading,
        "padding": _PADDING,
        "datasets": {**drawing.spec.get("datasets", {}), **drawing.data},
        "params": [*drawing.spec.get("params", ()), *parameters],
    }


def _copied(part: Any) -> Any:
    """A copy of what a chart is made of: plain, so it needs none of `deepcopy`'s care."""
    if isinstance(part, Mapping):
        return {name: _copied(value) for name, value in part.items()}
    return [_copied(one) for one in part] if isinstance(part, list) else part


def show(
    drawing: Drawing, title: Title, told: str, key: str, by: Sequence[str] = ()
) -> Point | None:
    """Draw it; `told` (markdown) is what it says, for those who can't see it. With `by`, fields
    that tell its points apart, one can be clicked, and is given back with those fields as text."""
    whole = to_whole(drawing, title)
    named = {name: arrow.to_bytes(frame) for name, frame in drawing.data.items()}
    whole["datasets"] = whole["datasets"] | named
    whole["background"] = "transparent"  # the page's, which is dark where the reader's system is
    look: dict[str, Any] = {"theme": None, "key": key, "alt": to_plain(told)}
    if "height" in whole:
        look["height"] = whole["height"]  # has its place before its script has come
    if not by:
        st.vega_lite_chart(whole, **look)
        return None
    let_be_chosen(whole, by)
    state = st.vega_lite_chart(whole, **look, on_select="rerun", selection_mode=CHOSEN)
    return to_point(state["selection"], by)
