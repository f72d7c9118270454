"""Reported obstacles quarter by quarter, within and between levels."""

from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.periods import Quarter, period_name
from ui import chart_base, quarter_axis
from ui.chart_base import INK, QUIET, Drawing, chart_of
from ui.obstacle_words import between_name, level_colours
from words import _, language

HEIGHT = 330


def to_chart(quarters: pd.DataFrame, reports: dict[str, str]) -> Drawing:
    """A column a quarter: period, niva, count; `reports` says how many reports a quarter has. A
    quarter that nobody has reported is there, and says so."""
    known = sorted(reports)
    periods = [str(one) for one in Quarter.range(Quarter.parse(known[0]), Quarter.parse(known[-1]))]
    parts = [between_name(one) for one in quarters["niva"]]
    told = [
        f"{period_name(period)}: {count} {part}, {reports[period]}"
        for period, count, part in zip(quarters["period"], quarters["count"], parts, strict=True)
    ]
    whole = quarters.groupby("period")["count"].sum().reset_index().astype({"period": "str"})
    missing = pd.DataFrame({"period": [one for one in periods if one not in reports]})
    spec = _to_spec(tuple(periods), language=language())
    return Drawing(
        spec,
        {
            "columns": quarters.assign(part=parts, told=told),
            "whole": whole,
            "missing": missing.assign(told=_("saknas")),
        },
    )


@lru_cache(maxsize=64)
def _to_spec(periods: tuple[str, ...], *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    axis = alt.Axis(
        title=None, labelAngle=0, labelExpr=quarter_axis.to_label(), labelOverlap=True, ticks=False
    )
    x = alt.X("period:O", axis=axis, scale=alt.Scale(domain=list(periods)))
    y = alt.Y("count:Q", title=_("Hinder"), axis=alt.Axis(tickCount=4, tickMinStep=1, format="d"))
    names, colours = zip(*level_colours().items(), strict=True)
    colour = alt.Color("part:N", scale=alt.Scale(domain=list(names), range=list(colours)))
    layers = [
        chart_of("columns")
        .mark_bar()
        .encode(x=x, y=y, color=colour, tooltip=[alt.Tooltip("told:N", title=None)]),
        chart_of("whole").mark_text(dy=-7, color=INK, fontSize=12).encode(x=x, y=y, text="count:Q"),
        chart_of("missing")
        .mark_text(color=QUIET, fontStyle="italic", angle=270, align="left", dx=4)
        .encode(x=x, y=alt.datum(0), text="told:N"),
    ]
    return chart_base.to_spec(alt.layer(*layers).properties(height=HEIGHT))
