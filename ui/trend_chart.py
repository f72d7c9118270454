"""Lines over time with their uncertainty: the chart of Trender, and small ones side by side."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ui import chart_base
from ui.chart_base import FOCUS, LIGHT, OTHER, QUIET, SHADE
from ui.trend_choice import QUARTER, TrendChoice
from ui.trend_points import AGAINST, BEFORE, Line, period_name
from ui.trend_points import FOCUS as CHOSEN
from words import _

HEIGHT = 440
SMALL = 175  # height of one of many
# '2026K1' as K1 over its year; the others as K2, K3, K4
_YEAR, _NUMBER = "substring(datum.label, 0, 4)", "substring(datum.label, 4)"
_QUARTERS = f"{_NUMBER} == 'K1' ? ['K1', {_YEAR}] : {_NUMBER}"
_COLOURS = {CHOSEN: FOCUS, AGAINST: OTHER, BEFORE: LIGHT}
_DASHES = {CHOSEN: [1, 0], AGAINST: [6, 3], BEFORE: [2, 2]}


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
) -> Any:
    """The lines, the first one's uncertainty as a band, preliminary periods shaded. `cuts` are
    (period from which it is another series, why)."""
    alt = chart_base.altair()
    points = to_frame(lines)
    drawn = _Drawn(alt, points, lines, choice, few=False)
    periods = sorted(points["period"].unique())
    layers = [*_shades(drawn, points), *drawn.layers()]
    layers += [layer for at, why in cuts if at in periods for layer in _cut(drawn, at, why)]
    return alt.layer(*layers, data=points).properties(height=HEIGHT)


def to_top(panels: Sequence[Sequence[Line]]) -> float:
    """The highest that is drawn in any of the panels, for axes that are the same in all."""
    ends = pd.concat([line.points[["value", "high"]] for lines in panels for line in lines])
    return float(ends.astype("float64").max(axis=None))


def to_small(lines: Sequence[Line], choice: TrendChoice, top: float) -> Any:
    """One of several small charts that stand beside each other, its axis up to `top`."""
    alt = chart_base.altair()
    points = to_frame(lines)
    drawn = _Drawn(alt, points, lines, choice, few=True)
    drawn.y["scale"] = alt.Scale(domain=[0, top], nice=True)
    return alt.layer(*drawn.layers(), data=points).properties(height=SMALL)


class _Drawn:
    """The layers of lines that share data and axes; `few` is for small charts."""

    def __init__(
        self,
        alt: Any,
        points: pd.DataFrame,
        lines: Sequence[Line],
        choice: TrendChoice,
        *,
        few: bool,
    ) -> None:
        self.alt, self.few = alt, few
        self.parts = {line.name: line.part for line in lines}
        periods = sorted(points["period"].unique())
        self.x = alt.X(
            "period:O",
            axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True, **_to_labels(periods, few)),
            scale=alt.Scale(domain=periods),
        )
        self.y = alt.Y(
            "value:Q",
            title=None if few else axis_title(choice),
            scale=alt.Scale(zero=True, nice=True),
            axis=alt.Axis(tickCount=3 if few else 6, format=",~f"),
        )

    def layers(self) -> list[Any]:
        """Band, lines and points."""
        alt = self.alt
        known = alt.Chart().transform_filter("isValid(datum.value)")
        band = known.transform_filter(f"datum.part == '{CHOSEN}'").mark_area(
            opacity=0.16, color=FOCUS
        )
        tooltip = [
            alt.Tooltip("series:N", title=_("Område")),
            alt.Tooltip("period_told:N", title=_("Period")),
            alt.Tooltip("told:N", title=_("Värde")),
        ]
        colour = self._by_series(alt.Color, _COLOURS)
        return [
            band.encode(x=self.x, y="low:Q", y2="high:Q", detail="segment:N"),
            known.mark_line(strokeWidth=1.8 if self.few else 2.4).encode(
                x=self.x,
                y=self.y,
                detail="segment:N",
                color=colour,
                strokeDash=self._by_series(alt.StrokeDash, _DASHES),
            ),
            known.mark_point(size=22 if self.few else 46, strokeWidth=1.8, opacity=1).encode(
                x=self.x,
                y=self.y,
                color=colour,
                fill=alt.condition("datum.hollow", alt.value("#ffffff"), colour),
                tooltip=tooltip,
            ),
        ]

    def _by_series(self, channel: Any, of: dict[str, Any]) -> Any:
        values = [of[part] for part in self.parts.values()]
        scale = self.alt.Scale(domain=list(self.parts), range=values)
        legend = self.alt.Legend(title=None, symbolStrokeWidth=3, symbolType="stroke")
        return channel("series:N", scale=scale, legend=None if self.few else legend)


def _to_labels(periods: Sequence[str], few: bool) -> dict[str, Any]:
    """How the periods are written below: a year as it is, quarters below each other's year."""
    first_of_year = [one for one in periods if "K" not in one or one.endswith("K1")]
    if not any("K" in one for one in periods):
        return {}
    return {"labelExpr": _YEAR, "values": first_of_year} if few else {"labelExpr": _QUARTERS}


def _shades(drawn: _Drawn, points: pd.DataFrame) -> list[Any]:
    early = sorted(points.loc[points["preliminary"], "period"].unique())
    if not early:
        return []
    base = drawn.alt.Chart(pd.DataFrame({"period": early, "told": _("preliminärt")}))
    text = base.mark_text(color=QUIET, baseline="top", fontSize=11)
    return [
        base.mark_rect(color=SHADE).encode(x=drawn.x),
        text.encode(x=drawn.x, y=drawn.alt.value(2), text="told:N"),
    ]


def _cut(drawn: _Drawn, period: str, why: str) -> list[Any]:
    mark = drawn.alt.Chart(pd.DataFrame({"period": [period], "told": [why]}))
    at = drawn.x.copy()
    at["bandPosition"] = 0
    text = mark.mark_text(align="left", baseline="top", dx=5, dy=16, color=QUIET, fontSize=12)
    return [
        mark.mark_rule(color=QUIET, strokeDash=[4, 4], strokeWidth=1.5).encode(x=at),
        text.encode(x=at, y=drawn.alt.value(0), text="told:N"),
    ]
