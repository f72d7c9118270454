"""The layers of a chart of lines over time: made once for each shape, whatever the figures."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ui import chart_base, quarter_axis
from ui.chart_base import FOCUS, LIGHT, OTHER, QUIET, SHADE, chart_of
from ui.trend_points import AGAINST, BEFORE
from ui.trend_points import FOCUS as CHOSEN
from words import _

_COLOURS = {CHOSEN: FOCUS, AGAINST: OTHER, BEFORE: LIGHT}
_DASHES = {CHOSEN: [1, 0], AGAINST: [6, 3], BEFORE: [2, 2]}


class Shape(NamedTuple):
    """What of a chart is the same whatever its figures: its lines (name, part), its periods, and
    the y axis's title, None in small charts."""

    parts: tuple[tuple[str, str], ...]
    periods: tuple[str, ...]
    title: str | None


class Layers:
    """The layers of a chart of that shape, which share data and axes."""

    def __init__(self, shape: Shape) -> None:
        self.alt = alt = chart_base.altair()
        self.parts, self.few = dict(shape.parts), shape.title is None
        labels = _to_labels(shape.periods, self.few)
        self.x = alt.X(
            "period:O",
            axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True, **labels),
            scale=alt.Scale(domain=list(shape.periods)),
        )
        self.y = alt.Y(
            "value:Q",
            title=shape.title,
            scale=alt.Scale(zero=True, nice=True),
            axis=alt.Axis(tickCount=3 if self.few else 6, format=",~f"),
        )

    def layers(self) -> list[Any]:
        """Band, lines and points."""
        alt = self.alt
        known = chart_of("points").transform_filter("isValid(datum.value)")
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

    def shades(self) -> list[Any]:
        """Preliminary periods, and that they are."""
        text = chart_of("early").mark_text(color=QUIET, baseline="top", fontSize=11)
        return [
            chart_of("early").mark_rect(color=SHADE).encode(x=self.x),
            text.encode(x=self.x, y=self.alt.value(2), text="told:N"),
        ]

    def cuts(self) -> list[Any]:
        """Where a series ends and another begins, and why."""
        at = self.x.copy()
        at["bandPosition"] = 0
        line = chart_of("cuts").mark_rule(color=QUIET, strokeDash=[4, 4], strokeWidth=1.5)
        text = chart_of("cuts").mark_text(
            align="left", baseline="top", dx=5, dy=16, color=QUIET, fontSize=12
        )
        return [line.encode(x=at), text.encode(x=at, y=self.alt.value(0), text="told:N")]

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
    return (
        {"labelExpr": quarter_axis.YEAR, "values": first_of_year}
        if few
        else {"labelExpr": quarter_axis.to_label()}
    )
