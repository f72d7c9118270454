"""Areas as rows, each with its stages over time: what needs attention first."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.courses import Course
from ui import chart_base, formats
from ui.chart_base import INK, Drawing, chart_of
from ui.palette import stage_label
from ui.stage_colours import EDGE, ORDER, legend_height, to_colour
from ui.time_axis import mark_layers, to_ms, to_x
from words import _, language

_ROW, _AROUND = 21, 96  # pixels of a row; of title and axis
_NAME = 150  # pixels of an area's name
_BESIDE = 0.09  # of the time, kept after the day for the number of days


def to_chart(
    courses: Sequence[Course],
    names: Mapping[str, str],
    still: Mapping[str, int],
    first: date,
    last: date,
    marks: pd.DataFrame,
) -> Drawing:
    """The courses in their order, from the first day to the last; `still` are code → days of those
    that have stalled, written after their row."""
    spans = to_spans(courses, names, first, last)
    end = to_ms(last)
    beside = [
        (names[one.code], end, _("{n} d").format(n=formats.number(still[one.code])))
        for one in courses
        if one.code in still
    ]
    room = end + (end - to_ms(first)) * _BESIDE
    data = {
        "spans": spans,
        "still": pd.DataFrame(beside, columns=["name", "at", "days"]),
        "marks": marks,
        "room": pd.DataFrame({"at": [room]}),
    }
    stages = tuple(stage for stage in ORDER if stage_label(stage) in set(spans["told"]))
    return Drawing(_to_spec(stages, len(courses), language=language()), data)


def to_spans(
    courses: Sequence[Course], names: Mapping[str, str], first: date, last: date
) -> pd.DataFrame:
    """A row a span: name, from, to (ms), told, since, until (days in words). An area has none
    before its own first day."""
    rows = []
    for course in courses:
        start = max(first, course.first)
        turns = [(start, course.stage_on(start))]
        turns += [(day, stage) for day, stage in course.turns_by(last) if day > start]
        ends = [day for day, _stage in turns[1:]] + [last]
        for (day, stage), end in zip(turns, ends, strict=True):
            told = stage_label(stage), formats.short_day(day), formats.short_day(end)
            rows.append((names[course.code], to_ms(day), to_ms(end), *told))
    return pd.DataFrame(rows, columns=["name", "from", "to", "told", "since", "until"])


@lru_cache(maxsize=256)
def _to_spec(stages: tuple[str | None, ...], rows: int, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    y = alt.Y(
        "name:N",
        sort=None,
        title=None,
        axis=alt.Axis(labelLimit=_NAME, minExtent=_NAME, ticks=False, domain=False),
        scale=alt.Scale(paddingInner=0.25, paddingOuter=0.15),
    )
    spans = chart_of("spans").mark_bar(stroke=EDGE, strokeWidth=0.6)
    still = chart_of("still").mark_text(
        align="left", dx=5, fontSize=12, color=INK, fontWeight="bold"
    )
    layers = [
        spans.encode(
            x=to_x(alt, "from"),
            x2="to:T",
            y=y,
            color=to_colour(alt, "told", stages, beside=_NAME),
            tooltip=[
                alt.Tooltip("name:N", title=_("Område")),
                alt.Tooltip("told:N", title=_("Steg")),
                alt.Tooltip("since:N", title=_("Från")),
                alt.Tooltip("until:N", title=_("Till")),
            ],
        ),
        still.encode(x=to_x(alt, "at"), y=y, text="days:N"),
        chart_of("room").mark_point(opacity=0).encode(x=to_x(alt, "at")),
        *mark_layers(alt, named=False),
    ]
    height = legend_height(stages)
    spec = chart_base.to_spec(alt.layer(*layers).properties(height=_AROUND + height + _ROW * rows))
    spec["config"]["title"]["offset"] += height  # the legend lies between title and rows
    return spec
