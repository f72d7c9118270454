"""Days along a chart's x axis, and the government's decisions and deadlines as marks on it."""

from datetime import UTC, date, datetime, time
from typing import Any

import pandas as pd

from ui import chart_base, formats
from words import _, said


def to_ms(day: date) -> float:
    """The day's first moment as Vega counts time; the same in every browser's zone."""
    return datetime.combine(day, time(), tzinfo=UTC).timestamp() * 1000


def to_x(alt: Any, field: str) -> Any:
    """The axis: a line and the year's name where each year begins."""
    return alt.X(
        f"{field}:T",
        title=None,
        scale=alt.Scale(type="utc", nice=False),
        axis=alt.Axis(
            format="%Y",
            tickCount={"interval": "year", "step": 1},
            labelAlign="left",
            labelOffset=3,
            labelFlush=False,
            labelOverlap=True,
            gridColor="#cfd6dc",
            tickSize=8,
        ),
    )


def to_marks(milestones: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """Those of the milestones (day, event, kind) within the days: day (ms), kind, told."""
    seen = milestones[(milestones["day"] >= first) & (milestones["day"] <= last)]
    told = [
        f"{formats.short_day(day)} {event}"
        for day, event in zip(seen["day"], seen["event"], strict=True)
    ]
    days = [to_ms(day) for day in seen["day"]]
    return pd.DataFrame(
        {
            "day": pd.Series(days, dtype="float64"),
            "kind": seen["kind"].map(said).to_list(),
            "told": told,
        }
    )


def mark_layers(alt: Any, *, named: bool) -> list[Any]:
    """A rule for each of the data `marks`, `named` with its kind along it."""
    rules = chart_base.chart_of("marks").mark_rule(
        color=chart_base.INK, strokeDash=[3, 3], strokeWidth=1, opacity=0.55
    )
    hit = chart_base.chart_of("marks").mark_rule(strokeWidth=9, opacity=0)
    tooltip = alt.Tooltip("told:N", title=_("Milstolpe"))
    layers = [rules.encode(x=to_x(alt, "day")), hit.encode(x=to_x(alt, "day"), tooltip=tooltip)]
    if named:
        text = chart_base.chart_of("marks").mark_text(
            angle=270, align="right", baseline="top", dy=3, fontSize=11, color=chart_base.QUIET
        )
        layers.append(text.encode(x=to_x(alt, "day"), y=alt.value(2), text="kind:N"))
    return layers
