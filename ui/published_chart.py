"""The chart of a series of published figures, which joins only what counts the same."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ui import chart_base
from ui.palette import ORANGE
from words import _

HEIGHT = 320
_COLOURS = (chart_base.FOCUS, ORANGE, chart_base.LIGHT, chart_base.OTHER)
_ROOM = 0.12  # of the axis, above the highest point and between two labels


def to_chart(rows: pd.DataFrame) -> Any:
    """Points of every figure, hollow where it is of no whole year; lines within segments alone."""
    alt = chart_base.altair()
    unit = str(rows.iloc[0]["unit"]).capitalize()
    strands = list(dict.fromkeys(rows["strand"]))
    years = sorted({int(year) for year in rows["year"]})
    beside = max(0.4, (years[-1] - years[0]) * 0.05)  # room for a label at either end
    top = float(rows["value"].max()) * (1 + _ROOM)
    colour = alt.Color(
        "strand:N",
        scale=alt.Scale(domain=strands, range=list(_COLOURS[: len(strands)])),
        legend=alt.Legend(title=None, columns=_to_columns(strands)) if strands[1:] else None,
    )
    at = {
        "x": alt.X(
            "year:Q",
            scale=alt.Scale(domain=[years[0] - beside, years[-1] + beside], nice=False),
            axis=alt.Axis(title=None, format="d", values=years, grid=False, labelOverlap=True),
        ),
        "y": alt.Y(
            "value:Q",
            title=unit,
            scale=alt.Scale(domain=[0, top]),
            axis=alt.Axis(format=",~f", tickCount=6),
        ),
    }
    tooltip = {"strand": _("Avser"), "period_told": _("Period"), "told": unit}
    base = alt.Chart(to_drawn(rows))
    return alt.layer(
        base.mark_line(strokeWidth=2.2).encode(**at, color=colour, detail="segment:N"),
        base.mark_point(size=60, strokeWidth=2, opacity=1).encode(
            **at,
            color=colour,
            fill=alt.condition("datum.part_year", alt.value("#ffffff"), colour),
            tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in tooltip.items()],
        ),
        *(
            base.transform_filter(f"datum.below == {str(below).lower()}")
            .mark_text(dy=15 if below else -13, fontSize=12, color=chart_base.INK)
            .encode(**at, text="label:N")
            for below in (False, True)
        ),
    ).properties(height=HEIGHT)


def _to_columns(strands: Sequence[str]) -> int:
    """All in a row, or below each other where a phone has no room for that."""
    return len(strands) if sum(len(one) + 4 for one in strands) < 44 else 1


def to_drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """What the chart needs of each figure. A label goes below its point where another is close
    above."""
    above = rows.sort_values("value").groupby("year")["value"].shift(-1).reindex(rows.index)
    gap = rows["value"].max() * _ROOM
    label = rows["told"].where(~rows["part_year"], rows["told"] + " (" + rows["period"] + ")")
    drawn = rows[["year", "value", "strand", "segment", "part_year", "period_told", "told"]]
    return drawn.assign(label=label, below=(above - rows["value"]).lt(gap))
