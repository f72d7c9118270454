"""One kind of measure over time, per 1,000 young people, with its uncertainty."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.periods import period_name, year_before
from ui import chart_base, formats, trend_chart
from ui.chart_base import Drawing
from ui.trend_choice import QUARTER, TrendChoice
from ui.trend_layers import Layers, Shape
from ui.trend_points import Line, reason_name, to_line, to_marks
from words import _, language

HEIGHT = 300
_BY_QUARTER = TrendChoice(indicator="", by=QUARTER)


def to_rates(name: str, part: str, series: pd.DataFrame) -> Line:
    """The line of an area's quarters (`per_1000`, low, high and what `to_line` needs)."""
    line = to_line(name, part, series.rename(columns={"per_1000": "per_10_000"}), _BY_QUARTER)
    points = line.points
    told = [_to_words(row) for row in points.to_dict("records")]
    return line._replace(points=points.assign(told=told))


def _to_words(point: dict[str, object]) -> str:
    if pd.isna(point["value"]):
        return reason_name(str(point["reason"]))
    text = _("{value} ({low}–{high})").format(**_to_values(point))
    return ", ".join([text, *to_marks(point, _BY_QUARTER)])


def _to_values(point: Mapping[str, object]) -> dict[str, str]:
    return {name: formats.fine_rate(float(str(point[name]))) for name in ("value", "low", "high")}


def to_chart(lines: Sequence[Line]) -> Drawing:
    """The lines, the first one's uncertainty as a band."""
    points = trend_chart.to_frame(lines)
    periods = tuple(sorted(points["period"].unique()))
    parts = tuple((line.name, line.part) for line in lines)
    shape = Shape(parts, periods, _("Per 1 000 unga"))
    return Drawing(_to_spec(shape, language=language()), {"points": points})


@lru_cache(maxsize=256)
def _to_spec(shape: Shape, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    drawn = Layers(shape)
    return chart_base.to_spec(drawn.alt.layer(*drawn.layers()).properties(height=HEIGHT))


def summary(line: Line) -> str:
    """The newest figure beside that of a year before."""
    known = line.points[line.points["value"].notna()]
    if known.empty:
        return _("Det finns ingen siffra över tid.")
    last = known.iloc[-1]
    said = _("{period}: **{value} per 1 000 unga** ({low}–{high}).").format(
        period=period_name(last["period"]), **_to_values(last)
    )
    then = known[known["period"] == year_before(last["period"])]
    if len(then):
        of = _to_values(then.iloc[0])
        said += " " + _("Ett år tidigare: {value} ({low}–{high}).").format(**of)
    marks = to_marks(dict(last) | {"estimated": False}, _BY_QUARTER)
    return " ".join([said, *(f"{mark[0].upper()}{mark[1:]}." for mark in marks)])
