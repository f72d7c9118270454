"""Bars with what each says beside it, in one or more parts, and a word where there is no figure."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from ui import chart_base
from ui.chart_base import FOCUS, INK, LIGHT, NARROW, QUIET, Drawing, chart_of
from ui.name_axis import to_name_axis
from words import _, language

ROW, AROUND = 24, 135  # pixels of a bar, and of title and axis
_ROOM = 1.7  # times the longest bar: what is said beside it needs some
Parts = tuple[tuple[str, str], ...]  # name, colour


class Bar(NamedTuple):
    """A bar: its name, its value (None when there is none), what is said beside it, and whether
    it is the chosen one."""

    name: str
    value: float | None
    told: str
    chosen: bool = False


def to_bars(bars: Sequence[Bar], title: str, top: float | None = None) -> Drawing:
    """A bar each from top to bottom; `title` says what the axis counts, `top` where it ends when
    several charts are to have the same."""
    rows = pd.DataFrame(
        {
            "name": [one.name for one in bars],
            "value": pd.Series([one.value for one in bars], dtype="float64"),
            "told": [one.told for one in bars],
            "colour": [FOCUS if one.chosen else LIGHT for one in bars],
        }
    )
    most = top if top is not None else _to_most(rows["value"])
    spec = _to_named(rows["name"], title, ())
    return Drawing(spec, {"bars": rows, "labels": rows}, {"top": most * _ROOM})


def to_parts(
    rows: pd.DataFrame, labels: Sequence[Bar], title: str, parts: Mapping[str, str]
) -> Drawing:
    """Bars in parts beside each other: `rows` has name, part, value, told; `labels` the whole of
    each; `parts` name → colour, in order."""
    whole = pd.DataFrame(labels, columns=list(Bar._fields)).assign(
        value=pd.Series([one.value for one in labels], dtype="float64")
    )
    order = {name: place for place, name in enumerate(parts)}
    kept = rows.assign(value=rows["value"].astype("float64"), place=rows["part"].map(order))
    spec = _to_named(whole["name"], title, tuple(parts.items()))
    top = _to_most(whole["value"]) * _ROOM
    return Drawing(spec, {"bars": kept, "labels": whole}, {"top": top})


def _to_most(values: "pd.Series[float]") -> float:
    most = values.max()
    return float(most) if pd.notna(most) and most > 0 else 1.0


def _to_named(names: "pd.Series[str]", title: str, parts: Parts) -> dict[str, Any]:
    spec = _to_spec(title, parts, language=language())
    return chart_base.with_names(spec, AROUND + ROW * len(names), y=list(names))


@lru_cache(maxsize=64)
def _to_spec(title: str, parts: Parts, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    y = alt.Y("name:N", axis=to_name_axis(120, 18))
    end = alt.ExprRef(f"top * ({NARROW} ? 1.4 : 1)")  # the words are as long in a narrow chart
    scale = alt.Scale(domainMin=0, domainMax=end, nice=False)
    axis = alt.Axis(tickCount=4, format=",~f", grid=True)
    x = alt.X("value:Q", title=title, scale=scale, axis=axis)
    tooltip = [alt.Tooltip("name:N", title=_("Namn")), alt.Tooltip("told:N", title=_("Värde"))]
    bars = chart_of("bars").transform_filter("isValid(datum.value)")
    known = chart_of("labels").transform_filter("isValid(datum.value)")
    unknown = chart_of("labels").transform_filter("!isValid(datum.value)")
    said = {"align": "left", "dx": 6, "fontSize": 12}
    layers = [
        bars.mark_bar(height=16).encode(x=x, y=y, tooltip=tooltip, **_to_colour(alt, parts)),
        known.mark_text(color=INK, **said).encode(x=x, y=y, text="told:N"),
        unknown.mark_text(color=QUIET, fontStyle="italic", **said).encode(
            x=alt.value(0), y=y, text="told:N"
        ),
    ]
    return chart_base.to_spec(alt.layer(*layers))


def _to_colour(alt: Any, parts: Parts) -> dict[str, Any]:
    if not parts:
        return {"color": alt.Color("colour:N", scale=None)}
    names, colours = zip(*parts, strict=True)
    scale = alt.Scale(domain=list(names), range=list(colours))
    return {"color": alt.Color("part:N", scale=scale), "order": alt.Order("place:Q")}
