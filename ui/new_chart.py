"""Newly established areas, a row a region and a column a quarter, each with its number."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.periods import Quarter, period_name
from ui import chart_base, formats, quarter_axis
from ui.chart_base import INK, SHADE, Drawing, chart_of
from ui.palette import BLUES
from words import _, language

MOST = 12  # quarters that there is room for
_ROW, _AROUND = 27, 114  # pixels of a row; of title and axis


def to_chart(
    rows: Sequence[tuple[str, dict[Quarter, int]]], quarters: Sequence[Quarter]
) -> Drawing:
    """The latest quarters of each (name, quarter → number)."""
    seen = quarters[-MOST:]
    cells = [
        (name, str(quarter), new.get(quarter, 0), period_name(str(quarter)))
        for name, new in rows
        for quarter in seen
    ]
    frame = pd.DataFrame(cells, columns=["name", "period", "areas", "told"])
    frame["label"] = frame["areas"].map(formats.number)
    most = max([1, *frame["areas"]])
    spec = _to_spec(len(rows), language=language())
    return Drawing(spec, {"cells": frame.assign(share=frame["areas"] / most)})


@lru_cache(maxsize=64)
def _to_spec(rows: int, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    cells = chart_of("cells")
    at = {
        "x": alt.X(
            "period:O",
            axis=alt.Axis(
                title=None,
                labelAngle=0,
                labelExpr=quarter_axis.to_label(first_too=True),
                ticks=False,
                domain=False,
            ),
            scale=alt.Scale(paddingInner=0.08),
        ),
        "y": alt.Y(
            "name:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=150, ticks=False, domain=False),
            scale=alt.Scale(paddingInner=0.12),
        ),
    }
    colour = alt.Color(
        "share:Q", scale=alt.Scale(domain=[0, 1], range=[SHADE, BLUES[2]]), legend=None
    )
    tooltip = [
        alt.Tooltip("name:N", title=_("Område")),
        alt.Tooltip("told:N", title=_("Kvartal")),
        alt.Tooltip("areas:Q", title=_("Nyetablerade")),
    ]
    layers = [
        cells.mark_rect().encode(**at, color=colour, tooltip=tooltip),
        cells.mark_text(fontSize=12, color=INK).encode(**at, text="label:N"),
    ]
    return chart_base.to_spec(alt.layer(*layers).properties(height=_AROUND + _ROW * rows))
