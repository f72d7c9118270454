"""The stages of an area's parts over time, quarter by quarter, as stacked bars."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.periods import Quarter
from indicators.stages import ESTABLISHED
from ui import chart_base
from ui.chart_base import Drawing, chart_of
from ui.choice_days import to_year_before
from ui.formats import step_name
from ui.palette import stage_label
from ui.stage_colours import ORDER, colour
from words import _, language, plural

HEIGHT = 380
Steps = Sequence[tuple[date, Counter[str | None]]]  # day → stage → how many areas


def to_days(first: date, on: date) -> list[date]:
    """Every quarter's last day from the first day on, and the day itself."""
    quarters = Quarter.range(Quarter.of(first), Quarter.of(on))
    return sorted({*(one.last for one in quarters if one.last < on), on})


def to_chart(steps: Steps) -> Drawing:
    """A bar a day, with a part for each stage."""
    stages = [one for one in ORDER if any(counts[one] for _day, counts in steps)]
    rows = [
        (step_name(day), stage_label(stage), counts[stage], ORDER.index(stage))
        for day, counts in steps
        for stage in stages
    ]
    frame = pd.DataFrame(rows, columns=["period", "stage", "count", "place"])
    names = tuple(step_name(day) for day, _counts in steps)
    return Drawing(_to_spec(names, tuple(stages), language=language()), {"stages": frame})


def to_table(steps: Steps) -> pd.DataFrame:
    """A row a day, the newest first, a column a stage."""
    shown = list(reversed(steps))
    table = pd.DataFrame({_("Läget"): [step_name(day) for day, _counts in shown]})
    for stage in ORDER:
        if any(counts[stage] for _day, counts in steps):
            table[stage_label(stage).capitalize()] = [counts[stage] for _day, counts in shown]
    return table


def to_words(steps: Steps) -> str:
    """What the chart says: how many are established at its end, and a year before that."""
    day, counts = steps[-1]
    total, now = sum(counts.values()), counts[ESTABLISHED]
    said = _("{n} av {areas} har ett etablerat råd {day}.").format(
        n=now, areas=plural("{n} område", "{n} områden", total), day=step_name(day)
    )
    year_before = [one for one in steps[:-1] if one[0] <= to_year_before(day)]
    if year_before:
        then, before = year_before[-1]
        said += " " + _("{day}: {n} av {total}.").format(
            day=step_name(then), n=before[ESTABLISHED], total=sum(before.values())
        )
    return said


@lru_cache(maxsize=64)
def _to_spec(
    periods: tuple[str, ...],
    stages: tuple[str | None, ...],
    *,
    language: str,  # noqa: ARG001
) -> dict[str, Any]:
    alt = chart_base.altair()
    scale = alt.Scale(
        domain=[stage_label(one) for one in stages], range=[colour(one) for one in stages]
    )
    bars = (
        chart_of("stages")
        .mark_bar(stroke="#4b5a67", strokeWidth=0.6)
        .encode(
            x=alt.X(
                "period:N",
                title=None,
                scale=alt.Scale(domain=list(periods)),
                axis=alt.Axis(labelAngle=-45 if len(periods) > 6 else 0, labelOverlap=True),
            ),
            y=alt.Y("sum(count):Q", title=_("Antal områden"), axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("stage:N", scale=scale, legend=alt.Legend(columns=3)),
            order=alt.Order("place:Q"),
            tooltip=[
                alt.Tooltip("period:N", title=_("Läget")),
                alt.Tooltip("stage:N", title=_("Steg")),
                alt.Tooltip("count:Q", title=_("Antal områden")),
            ],
        )
    )
    return chart_base.to_spec(bars.properties(height=HEIGHT))
