"""Lines over time with their uncertainty: the chart of Trender, and small ones side by side."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

import pandas as pd

from indicators.periods import period_name
from ui import chart_base
from ui.chart_base import Drawing
from ui.trend_choice import QUARTER, TrendChoice
from ui.trend_layers import Layers, Shape
from ui.trend_points import Line
from words import _, language

HEIGHT = 440
KEPT = 256  # charts of a shape each
SMALL = 175  # height of one of many


def to_frame(lines: Sequence[Line]) -> pd.DataFrame:
    """All lines below each other, with numbers as plain floats for the browser."""
    frames = [line.points.assign(series=line.name, part=line.part) for line in lines]
    whole = pd.concat(frames, ignore_index=True)
    numbers = {name: whole[name].astype("float64") for name in ("value", "low", "high")}
    hollow = whole["incomplete"] | whole["preliminary"]
    return whole.assign(
        **numbers,
        hollow=hollow,
        segment=whole["series"] + " " + whole["segment"].astype("str"),
        period_told=whole["period"].map(period_name),
    )


def axis_title(choice: TrendChoice) -> str:
    """What the y axis counts."""
    if not choice.is_rate:
        return _("Antal")
    return _("Per 10 000 unga") if choice.by == QUARTER else _("Per 10 000 unga och år")


def to_chart(
    lines: Sequence[Line], choice: TrendChoice, cuts: Sequence[tuple[str, str]] = ()
) -> Drawing:
    """The lines, the first one's uncertainty as a band, preliminary periods shaded. `cuts` are
    (period from which it is another series, why)."""
    points = to_frame(lines)
    periods = sorted(points["period"].unique())
    early = _to_early(periods, set(points.loc[points["preliminary"], "period"]))
    kept = [cut for cut in cuts if cut[0] in periods]
    shape = _to_shape(lines, periods, axis_title(choice))
    return Drawing(
        _to_spec(shape, early=bool(len(early)), cut=bool(kept), language=language()),
        {
            "points": points,
            "early": early,
            "cuts": pd.DataFrame(kept, columns=["period", "told"]),
        },
    )


def _to_early(periods: Sequence[str], early: set[str]) -> pd.DataFrame:
    """Each preliminary period, and what is written in the middle one of those in a row."""
    found = []
    for is_early, run in groupby(periods, early.__contains__):
        of_run = list(run) if is_early else []
        middle = (len(of_run) - 1) // 2
        found += [(one, _("preliminärt") if n == middle else "") for n, one in enumerate(of_run)]
    return pd.DataFrame(found, columns=["period", "told"])


def to_top(panels: Sequence[Sequence[Line]]) -> float:
    """The highest that is drawn in any of the panels, for axes that are the same in all."""
    ends = pd.concat([line.points[["value", "high"]] for lines in panels for line in lines])
    return float(ends.astype("float64").max(axis=None))


def to_small(lines: Sequence[Line], top: float) -> Drawing:
    """One of several small charts that stand beside each other, its axis up to `top`."""
    points = to_frame(lines)
    shape = _to_shape(lines, sorted(points["period"].unique()), None)
    return Drawing(_to_small_spec(shape, language=language()), {"points": points}, {"top": top})


def _to_shape(lines: Sequence[Line], periods: Sequence[str], title: str | None) -> Shape:
    return Shape(tuple((line.name, line.part) for line in lines), tuple(periods), title)


@lru_cache(maxsize=KEPT)
def _to_spec(shape: Shape, *, early: bool, cut: bool, language: str) -> dict[str, Any]:  # noqa: ARG001
    drawn = Layers(shape)
    layers = [*(drawn.shades() if early else ()), *drawn.layers(), *(drawn.cuts() if cut else ())]
    return chart_base.to_spec(drawn.alt.layer(*layers).properties(height=HEIGHT))


@lru_cache(maxsize=KEPT)
def _to_small_spec(shape: Shape, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    drawn = Layers(shape)
    drawn.y["scale"] = drawn.alt.Scale(domainMin=0, domainMax=drawn.alt.ExprRef("top"), nice=True)
    return chart_base.to_spec(drawn.alt.layer(*drawn.layers()).properties(height=SMALL))
