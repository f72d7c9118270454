"""One share from quarter to quarter: a small chart that stands beside others."""

from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.coverage import Count
from ui import chart_base, formats
from ui.chart_base import FOCUS, INK, QUIET, Drawing, chart_of
from ui.coverage_words import counted, nothing_of
from words import _, language

HEIGHT = 235  # pixels, with the title
_BESIDE = 0.12  # years, room at either end
_YEARS = "sequence(ceil(first), floor(last) + 1)"


def to_panel(course: pd.DataFrame, measure: str) -> Drawing:
    """The line of one measure of `indicators.coverage_course`, cut where its segments are."""
    own = course[course["measure"] == measure].reset_index(drop=True)
    counts = zip(own["covered"], own["counted_over"], strict=True)
    points = pd.DataFrame(
        {
            "at": [to_year(day) for day in own["day"]],
            "share": own["share"].astype("float64"),
            "segment": own["segment"].astype("str"),
            "day": [formats.short_day(day) for day in own["day"]],
            "told": [counted(Count(int(covered), int(over))) for covered, over in counts],
            "last": [place == len(own) - 1 for place in range(len(own))],
            "last_told": own["share"].map(formats.share),
        }
    )
    at = [(to_year(before) + to_year(after)) / 2 for before, after in to_cuts(own)]
    cuts = pd.DataFrame({"at": at, "told": _("ny indelning")})
    ends = {"first": points["at"].min() - _BESIDE, "last": points["at"].max() + _BESIDE}
    notes = [nothing_of(measure)] if own["share"].isna().all() else []
    spec = _to_spec(cut=bool(at), language=language())
    data = {"points": points, "cuts": cuts, "notes": pd.DataFrame({"told": notes}, dtype="str")}
    return Drawing(spec, data, ends)


def to_cuts(own: pd.DataFrame) -> list[tuple[date, date]]:
    """Where one measure's line is another: the last day of the old and the first of the new, both
    with something to count over."""
    before = own.shift()
    known = own["share"].notna() & before["share"].notna()
    cut = known & (own["segment"] != before["segment"])
    return list(zip(before.loc[cut, "day"], own.loc[cut, "day"], strict=True))


def to_year(day: date) -> float:
    """A day as a number of years, which an axis can be made of."""
    first, following = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + ((day - first).days + 1) / (following - first).days


@lru_cache(maxsize=4)
def _to_spec(*, cut: bool, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    x = alt.X(
        "at:Q",
        scale=alt.Scale(
            zero=False,
            nice=False,
            domainMin=alt.ExprRef("first"),
            domainMax=alt.ExprRef("last"),
        ),
        axis=alt.Axis(title=None, format="d", values=alt.ExprRef(_YEARS), grid=False),
    )
    y = alt.Y(
        "share:Q",
        title=None,
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(values=[0, 0.5, 1], format=".0%"),
    )
    points = chart_of("points").transform_filter("isValid(datum.share)")
    tooltip = [alt.Tooltip("day:N", title=_("Dag")), alt.Tooltip("told:N", title=_("Andel"))]
    layers = [
        points.mark_line(color=FOCUS, strokeWidth=2).encode(x=x, y=y, detail="segment:N"),
        points.mark_point(color=FOCUS, filled=True, size=28, opacity=1).encode(
            x=x, y=y, tooltip=tooltip
        ),
        points.transform_filter("datum.last")
        .mark_text(align="right", dx=4, dy=-12, fontSize=13, fontWeight=600, color=INK)
        .encode(x=x, y=y, text="last_told:N"),
        chart_of("notes")
        .mark_text(align="left", baseline="top", color=QUIET, fontSize=13)
        .encode(x=alt.value(8), y=alt.value(8), text="told:N"),
    ]
    if cut:
        rule = chart_of("cuts")
        layers += [
            rule.mark_rule(color=QUIET, strokeDash=[4, 4]).encode(x=x),
            rule.mark_text(align="right", baseline="top", dx=-4, color=QUIET, fontSize=11).encode(
                x=x, y=alt.value(2), text="told:N"
            ),
        ]
    return chart_base.to_spec(alt.layer(*layers).properties(height=HEIGHT))
