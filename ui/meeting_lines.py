"""School and health care over time: the share of the meetings, and how many were held."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.periods import period_name
from ui import chart_base, formats, quarter_axis
from ui.chart_base import FOCUS, SHADE, Drawing, chart_of
from ui.meeting_words import councils, state_name, sums
from words import _, language

HEIGHT = 290
_BARS = 4  # the bars of held meetings fill a fourth of the height
_BAR, _KEPT = "#d3dae0", 64


def to_points(quarters: pd.DataFrame, complete: pd.DataFrame, kind: str) -> pd.DataFrame:
    """A row a quarter of one group as it is drawn: period, value (share, NaN = none), held,
    segment (a new one after a quarter without a share), hollow (partly reported), told, came,
    newest (the share in words at the last point)."""
    whole = quarters.merge(complete, left_on="of", right_on="period", how="left")
    value = whole["share"].astype("Float64").astype("float64")
    known = value.notna()
    told = [
        sums(cell) if has else state_name(cell["state"])
        for cell, has in zip(whole.to_dict("records"), known, strict=True)
    ]
    last = value.last_valid_index()
    came = [
        _("{came} av {owed}").format(came=came, owed=councils(owed, kind))
        for came, owed in zip(whole["came"].astype(int), whole["owed"].astype(int), strict=True)
    ]
    return pd.DataFrame(
        {
            "period": whole["of"],
            "value": value,
            "share": value.map(formats.share),
            "held": whole["held"].astype("float64"),
            "segment": (~known).cumsum(),
            "hollow": whole["partly"],
            "period_told": whole["of"].map(period_name),
            "told": told,
            "came": came,
            "newest": [formats.share(value[at]) if at == last else "" for at in value.index],
        }
    )


def to_chart(points: pd.DataFrame, most: float) -> Drawing:
    """The panel of one group; `most` is the highest number of meetings in any of the panels."""
    early = points.loc[points["hollow"], ["period"]].assign(told=_("delvis rapporterat"))
    return Drawing(
        _to_spec(tuple(points["period"]), language=language()),
        {"points": points, "early": early},
        {"most": max(most, 1.0) * _BARS},
    )


@lru_cache(maxsize=_KEPT)
def _to_spec(periods: Sequence[str], *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    axis = alt.Axis(
        title=None, labelAngle=0, labelOverlap=True, labelExpr=quarter_axis.to_label(first_too=True)
    )
    x = alt.X("period:O", axis=axis, scale=alt.Scale(domain=list(periods)))
    held = alt.Y("held:Q", axis=None, scale=alt.Scale(domainMin=0, domainMax=alt.ExprRef("most")))
    points = chart_of("points")
    shade = chart_of("early").mark_rect(color=SHADE).encode(x=x)
    bars = points.mark_bar(color=_BAR, size=alt.ExprRef("bandwidth('x') * 0.6"))
    below = alt.layer(shade, bars.encode(x=x, y=held, tooltip=_to_tooltip(alt)))
    lines = alt.layer(*_to_lines(alt, points, x))
    chart = alt.layer(below, lines).resolve_scale(y="independent")
    return chart_base.to_spec(chart.properties(height=HEIGHT))


def _to_lines(alt: Any, points: Any, x: Any) -> list[Any]:
    axis = alt.Axis(title=None, format=".0%", values=[0, 0.25, 0.5, 0.75, 1])
    y = alt.Y("value:Q", axis=axis, scale=alt.Scale(domain=[0, 1]))
    known = points.transform_filter("isValid(datum.value)")
    fill = alt.condition("datum.hollow", alt.value("#ffffff"), alt.value(FOCUS))
    return [
        known.mark_line(color=FOCUS, strokeWidth=2.4).encode(x=x, y=y, detail="segment:N"),
        known.mark_point(size=50, color=FOCUS, opacity=1, strokeWidth=1.8).encode(
            x=x, y=y, fill=fill, tooltip=_to_tooltip(alt)
        ),
        known.mark_text(dy=-13, fontSize=13, fontWeight=600, color=FOCUS).encode(
            x=x, y=y, text="newest:N"
        ),
    ]


def _to_tooltip(alt: Any) -> list[Any]:
    return [
        alt.Tooltip("period_told:N", title=_("Kvartal")),
        alt.Tooltip("share:N", title=_("Andel")),
        alt.Tooltip("told:N", title=_("Deltog i")),
        alt.Tooltip("held:Q", title=_("Hållna möten")),
        alt.Tooltip("came:N", title=_("Rapporterat")),
    ]


def legend() -> str:
    """What the marks of the panels stand for."""
    return _(
        "Linje: andel av mötena. Staplar: hållna möten. Ihålig punkt på grå botten: kvartalet är "
        "bara delvis rapporterat, mer än en tiondel saknas. Linjen bryts där ingen andel finns."
    )


def to_most(quarters: pd.DataFrame) -> float:
    """The highest number of meetings held in a quarter."""
    return float(quarters["held"].max()) if len(quarters) else 0.0
