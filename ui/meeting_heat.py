"""The heat map of who comes: actors in rows, places or quarters in columns, numbers in cells."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from textwrap import wrap
from typing import Any, NamedTuple

import pandas as pd

from indicators.participation import State
from ui import chart_base
from ui.chart_base import NARROW, QUIET, Drawing, chart_of
from ui.formats import number
from ui.meeting_classes import SHARES, classes, to_class, to_signs
from ui.meeting_words import sums, value_name
from words import _, language

ROW, NARROW_ROW = 31, 26  # pixels
FEW = 9  # columns that have room for words and numbers, and level names
_NAME, _KEPT = 27, 128
_AROUND, _AROUND_ANGLED = 175, 260  # pixels of title, legend and the columns' names
_LEAST = 15  # pixels of a cell that has room for 100
_LEVEL, _LETTER, _BETWEEN = 420, 7, 8  # pixels: the least width, of a letter, between names
_BREAK = "\n"
# The first line of two begins above the middle of its row, or the second ends in the next
_CENTRED = {
    "condition": {"test": "indexof(datum.value, '\\n') > 0", "value": "bottom"},
    "value": "middle",
}


class Shape(NamedTuple):
    """What of a heat map is the same whatever its figures: rows, columns, classes told of."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    legend: tuple[str, ...]


def to_frame(
    cells: pd.DataFrame, actors: Mapping[str, str], columns: Mapping[str, str]
) -> pd.DataFrame:
    """A row a cell as it is drawn: code, of (the codes of actor and place), actor, place, kind (the
    legend's label), wide, narrow (texts), below (what the share is made of), ink, told, councils,
    gaps."""
    known = classes()
    rows = []
    for cell in cells.to_dict("records"):
        kind = known[to_class(cell)]
        wide, narrow = to_signs(cell)
        has_share = not pd.isna(cell["share"])
        rows.append(
            {
                "code": cell["aktor"],
                "of": cell["of"],
                "actor": to_label(actors[cell["aktor"]]),
                "place": columns[cell["of"]],
                "kind": kind.label,
                "wide": wide if has_share else wide.replace(" ", _BREAK),
                "narrow": narrow,
                "below": f"{number(cell['attended'])}/{number(cell['held'])}" if has_share else "",
                "ink": kind.ink,
                "told": f"{value_name(cell)} ({sums(cell)})" if has_share else value_name(cell),
                "councils": int(cell["councils"]),
                "gaps": int(cell["gaps"]),
            }
        )
    return pd.DataFrame(rows)


def to_label(name: str) -> str:
    """A long name on two lines."""
    return _BREAK.join(wrap(name, _NAME, max_lines=2, placeholder=" …"))


def to_chart(cells: pd.DataFrame, actors: Mapping[str, str], columns: Mapping[str, str]) -> Drawing:
    """The heat map of the cells, its rows in the order in which their actors come first."""
    drawn = to_frame(cells, actors, columns)
    kinds = set(drawn["kind"])
    scale = [one.label for name, one in classes().items() if name in SHARES or one.label in kinds]
    shape = Shape(tuple(dict.fromkeys(drawn["actor"])), tuple(columns.values()), tuple(scale))
    return Drawing(_to_spec(shape, language=language()), {"cells": drawn})


@lru_cache(maxsize=_KEPT)
def _to_spec(shape: Shape, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    few = len(shape.columns) <= FEW
    bare = {"title": None, "domain": False, "ticks": False, "grid": False}
    angle = _to_level(alt, shape.columns) if few else _to_steep(alt)
    lines = {"labelExpr": "split(datum.label, '\\n')", "labelLimit": 210, "labelBaseline": _CENTRED}
    x = alt.X(
        "place:N",
        scale=alt.Scale(domain=list(shape.columns)),
        axis=alt.Axis(orient="top", labelOverlap=False, **bare, **angle),
    )
    y = alt.Y("actor:N", scale=alt.Scale(domain=list(shape.rows)), axis=alt.Axis(**bare, **lines))
    base = chart_of("cells").encode(x=x, y=y)
    layers = [_to_rects(alt, base, shape), _to_unreported(base), *_to_texts(alt, base, few=few)]
    height = len(shape.rows) * (ROW if few else NARROW_ROW) + (_AROUND if few else _AROUND_ANGLED)
    return chart_base.to_spec(alt.layer(*layers).properties(height=height))


def _to_level(alt: Any, columns: Sequence[str]) -> dict[str, Any]:
    """Names of columns that are level where there is room, and else at an angle."""
    room = max(_LEVEL, len(columns) * (max(map(len, columns)) * _LETTER + _BETWEEN))
    return {
        "labelAngle": alt.ExprRef(f"width > {room} ? 0 : -50"),
        "labelAlign": alt.ExprRef(f"width > {room} ? 'center' : 'left'"),
        "labelBaseline": alt.ExprRef(f"width > {room} ? 'bottom' : 'middle'"),
    }


def _to_steep(alt: Any) -> dict[str, Any]:
    """Many names at an angle, upright in a narrow chart: there the last would lean out of it, and
    leave the columns no room for a number."""
    return {
        "labelAngle": alt.ExprRef(f"{NARROW} ? -90 : -50"),
        "labelAlign": "left",
        "labelBaseline": "middle",
    }


def _to_rects(alt: Any, base: Any, shape: Shape) -> Any:
    known = list(classes().values())
    legend = alt.Legend(
        orient="bottom",
        title=_("Andel av mötena"),
        columns=alt.ExprRef("width > 500 ? 5 : 2"),
        labelFontSize=alt.ExprRef("width > 500 ? 13 : 11"),
        values=list(shape.legend),
        symbolType="square",
        symbolStrokeWidth=1,
        symbolStrokeColor=QUIET,
    )
    scale = alt.Scale(domain=[one.label for one in known], range=[one.colour for one in known])
    return base.mark_rect(stroke="#ffffff", strokeWidth=2).encode(
        color=alt.Color("kind:N", scale=scale, legend=legend),
        tooltip=[
            alt.Tooltip("actor:N", title=_("Aktör")),
            alt.Tooltip("place:N", title=_("Var eller när")),
            alt.Tooltip("told:N", title=_("Deltog i")),
            alt.Tooltip("councils:Q", title=_("Råd i summan")),
            alt.Tooltip("gaps:Q", title=_("Råd utan uppgift")),
        ],
    )


def _to_unreported(base: Any) -> Any:
    """A broken edge around what nobody knows yet."""
    label = classes()[State.NOT_REPORTED].label
    return base.transform_filter(f"datum.kind == '{label}'").mark_rect(
        fillOpacity=0, stroke="#8896a3", strokeDash=[3, 2], strokeWidth=1
    )


def _to_texts(alt: Any, base: Any, *, few: bool) -> list[Any]:
    """The share, and below it what it is made of where there is room; words of what is no share,
    on two lines, or its sign."""
    shares = base.transform_filter("datum.below != ''")
    others = base.transform_filter("datum.below == ''")

    def write(of: Any, text: str, size: Any, dy: Any = 0, **how: Any) -> Any:
        mark = of.mark_text(text=alt.ExprRef(text), fontSize=size, dy=dy, **how)
        return mark.encode(color=alt.Color("ink:N", scale=None))

    share = "bandwidth('x') > 40 ? datum.wide : datum.narrow"
    if not few:
        # A number that is cut would be read as another: none where a cell has no room for 100
        known = f"bandwidth('x') > {_LEAST} ? ({share}) : ''"
        size = alt.ExprRef("bandwidth('x') > 22 ? 11 : 9")
        return [write(shares, known, size), write(others, "datum.narrow", 12)]
    return [
        write(shares, share, 13, alt.ExprRef("bandwidth('x') > 58 ? -6 : 0"), fontWeight=600),
        write(shares, "bandwidth('x') > 58 ? datum.below : ''", 10, 8),
        write(others, "bandwidth('x') > 66 ? datum.wide : ''", 10, -5, lineBreak=_BREAK),
        write(others, "bandwidth('x') > 66 ? '' : datum.narrow", 12),
    ]
