"""Areas per stage, quarter by quarter, with milestones and where the pace leads."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from indicators.forecast import Forecast
from indicators.pace import Stop
from indicators.periods import period_name
from indicators.stages import ESTABLISHED
from ui import chart_base, formats
from ui.chart_base import Drawing, chart_of
from ui.palette import ORANGE, stage_label
from ui.stage_colours import EDGE, ORDER, to_colour
from ui.time_axis import mark_layers, to_ms, to_x
from words import _, language

HEIGHT = 452
_HEAD = 0.3  # of the bars' height, kept above them for the names of the marks
_LEAST = 0.06  # of the bars' height, which a number needs
_GAP = timedelta(days=6)  # between two bars
_MOST_NUMBERS = 24  # bars, from which there is no room for numbers in them


class Bar(NamedTuple):
    """A quarter's day, and how many areas were in each stage (None = no data) on it."""

    stop: Stop
    counts: dict[str | None, int]


def to_chart(
    bars: Sequence[Bar], first: date, marks: pd.DataFrame, forecast: Forecast | None
) -> Drawing:
    """A bar a quarter from the first day on; `marks` are of `ui.time_axis.to_marks`."""
    rows = to_rows(bars, first)
    stages = tuple(stage for stage in ORDER if stage_label(stage) in set(rows["told"]))
    now = bars[-1].counts.get(ESTABLISHED, 0)
    ahead = [(to_ms(forecast.day), now + forecast.low, now + forecast.high)] if forecast else []
    told = [to_ahead(now, one) for one in [forecast] if one]
    most = max(sum(bar.counts.values()) for bar in bars)
    return Drawing(
        _to_spec(stages, numbers=len(bars) <= _MOST_NUMBERS, language=language()),
        {
            "bars": rows,
            "marks": marks,
            "ahead": pd.DataFrame(ahead, columns=["day", "low", "high"], dtype="float64").assign(
                told=told
            ),
        },
        {"top": max(most, 1) * (1 + _HEAD)},
    )


def to_ahead(now: int, forecast: Forecast) -> str:
    """The range in a few words."""
    return _("mellan {low} och {high} den {day}").format(
        low=now + forecast.low, high=now + forecast.high, day=formats.short_day(forecast.day)
    )


def to_rows(bars: Sequence[Bar], first: date) -> pd.DataFrame:
    """A row a quarter and stage that has areas: from, to (ms), low, high, middle, areas, told,
    period, day, label (of those that are established)."""
    rows, most = [], max(sum(bar.counts.values()) for bar in bars)
    for (quarter, day), counts in bars:
        start = max(quarter.first, first)
        low = 0
        for stage in ORDER:
            areas = counts.get(stage, 0)
            if not areas:
                continue
            ends = to_ms(start), to_ms(max(quarter.last - _GAP, start + _GAP))
            told = stage_label(stage), period_name(str(quarter)), formats.short_day(day)
            label = formats.number(areas) if stage == ESTABLISHED and areas >= most * _LEAST else ""
            heights = low, low + areas, low + areas / 2
            rows.append((*ends, sum(ends) / 2, *heights, areas, *told, label))
            low += areas
    columns = ["from", "to", "at", "low", "high", "middle", "areas", "told", "period", "day"]
    return pd.DataFrame(rows, columns=[*columns, "label"])


@lru_cache(maxsize=64)
def _to_spec(stages: tuple[str | None, ...], *, numbers: bool, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    bars = chart_of("bars")
    y = alt.Y(
        "low:Q",
        title=_("Lokalpolisområden"),
        scale=alt.Scale(domainMin=0, domainMax=alt.ExprRef("top"), nice=False),
        axis=alt.Axis(format=",.0f", tickCount=6),
    )
    drawn = bars.mark_rect(stroke=EDGE, strokeWidth=0.6).encode(
        x=to_x(alt, "from"),
        x2="to:T",
        y=y,
        y2="high:Q",
        color=to_colour(alt, "told", stages),
        tooltip=[
            alt.Tooltip("period:N", title=_("Kvartal")),
            alt.Tooltip("day:N", title=_("Läget")),
            alt.Tooltip("told:N", title=_("Steg")),
            alt.Tooltip("areas:Q", title=_("Områden")),
        ],
    )
    number = bars.mark_text(color="#ffffff", fontSize=12, fontWeight="bold").encode(
        x=to_x(alt, "at"), y=alt.Y("middle:Q"), text="label:N"
    )
    layers = [drawn, *([number] if numbers else []), *mark_layers(alt, named=True), *_ahead(alt)]
    return chart_base.to_spec(alt.layer(*layers).properties(height=HEIGHT))


def _ahead(alt: Any) -> list[Any]:
    """The range that the pace leads to, as an upright bar with ends."""
    base = chart_of("ahead")
    x, tooltip = to_x(alt, "day"), alt.Tooltip("told:N", title=_("Om takten håller"))
    tick = {"orient": "horizontal", "color": ORANGE, "thickness": 3, "size": 14, "opacity": 1}
    return [
        base.mark_rule(color=ORANGE, strokeWidth=4).encode(
            x=x, y=alt.Y("low:Q"), y2="high:Q", tooltip=tooltip
        ),
        *(
            base.mark_tick(**tick).encode(x=x, y=alt.Y(f"{end}:Q"), tooltip=tooltip)
            for end in ("low", "high")
        ),
    ]
