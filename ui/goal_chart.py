"""A goal in a region: the outcomes beside the path and the target."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.goals import Outcomes, Terms, Verdict, to_path
from indicators.periods import Quarter, period_name
from ui import chart_base
from ui.chart_base import FOCUS, INK, OTHER, QUIET, Drawing, chart_of
from ui.goal_words import value_name
from words import _, language

HEIGHT = 235
_YEAR = "substring(datum.label, 0, 4)"


def to_quarters(standings: Sequence[tuple[Terms | None, Outcomes]]) -> list[Quarter]:
    """From the first outcome or baseline to the last outcome or due day."""
    found = [quarter for _terms, outcomes in standings for quarter in outcomes]
    for terms, _outcomes in standings:
        found += [Quarter.of(terms.baseline_on), Quarter.of(terms.due_on)] if terms else []
    return Quarter.range(min(found), max(found)) if found else []


def to_top(standings: Sequence[tuple[Verdict, Outcomes]]) -> float:
    """The highest that is drawn, for axes that are the same in all regions."""
    ends = [value for _verdict, outcomes in standings for value in outcomes.values()]
    for verdict, _outcomes in standings:
        ends += [one for one in (verdict.baseline, verdict.target) if one is not None]
    return max([*ends, 0.0]) * 1.12 or 1.0


def to_small(
    terms: Terms | None,
    verdict: Verdict,
    outcomes: Outcomes,
    quarters: Sequence[Quarter],
    top: float,
) -> Drawing:
    """One of several charts with the same quarters, its axis from 0 to `top`."""
    target = [] if verdict.target is None else [verdict.target]
    told = [_("mål {value}").format(value=value_name(one)) for one in target]
    data = {
        "outcomes": _to_outcomes(outcomes, quarters),
        "path": _to_path(terms, verdict, quarters),
        "target": pd.DataFrame({"value": pd.Series(target, dtype="float64"), "told": told}),
    }
    spec = _to_spec(tuple(str(one) for one in quarters), language=language())
    return Drawing(spec, data, {"top": top})


def _to_outcomes(outcomes: Outcomes, quarters: Sequence[Quarter]) -> pd.DataFrame:
    """A point a quarter with an outcome; a new segment after each quarter without one."""
    rows, segment = [], 0
    for quarter in quarters:
        if quarter not in outcomes:
            segment += 1
            continue
        value = outcomes[quarter]
        told = f"{period_name(str(quarter))}: {value_name(value)}"
        rows.append((str(quarter), value, segment, told))
    return pd.DataFrame(rows, columns=["period", "value", "segment", "told"])


def _to_path(terms: Terms | None, verdict: Verdict, quarters: Sequence[Quarter]) -> pd.DataFrame:
    """The path at the last day of each quarter from the baseline's on."""
    baseline, target = verdict.baseline, verdict.target
    if terms is None or baseline is None or target is None:
        return pd.DataFrame({"period": [], "value": [], "told": []})
    since = [one for one in quarters if one.last >= terms.baseline_on]
    values = [to_path(terms, baseline, target, one.last) for one in since]
    words = [_("vägen {value}").format(value=value_name(one)) for one in values]
    return pd.DataFrame({"period": [str(one) for one in since], "value": values, "told": words})


@lru_cache(maxsize=64)
def _to_spec(periods: tuple[str, ...], *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    years = [one for one in periods if one.endswith("K1")]
    axis = alt.Axis(title=None, labelAngle=0, labelExpr=_YEAR, values=years)
    x = alt.X("period:O", axis=axis, scale=alt.Scale(domain=list(periods)))
    scale = alt.Scale(domainMin=0, domainMax=alt.ExprRef("top"), nice=False)
    y = alt.Y("value:Q", title=None, scale=scale, axis=alt.Axis(tickCount=4, format=",~f"))
    told = [alt.Tooltip("told:N", title=None)]
    layers = [
        chart_of("path").mark_line(color=OTHER, strokeDash=[6, 3]).encode(x=x, y=y, tooltip=told),
        chart_of("target").mark_rule(color=INK, strokeWidth=1).encode(y=y),
        chart_of("target")
        .mark_text(align="left", baseline="bottom", dx=3, dy=-2, color=QUIET, fontSize=11)
        .encode(x=alt.value(0), y=y, text="told:N"),
        chart_of("outcomes")
        .mark_line(color=FOCUS, strokeWidth=2.2)
        .encode(x=x, y=y, detail="segment:N"),
        chart_of("outcomes")
        .mark_point(color=FOCUS, size=26, filled=True, opacity=1)
        .encode(x=x, y=y, tooltip=told),
    ]
    return chart_base.to_spec(alt.layer(*layers).properties(height=HEIGHT))
