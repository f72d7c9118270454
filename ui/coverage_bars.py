"""Shares as bars: name and figure above each, the whole as a pale track, and a mark for then."""

from functools import lru_cache
from typing import Any

import pandas as pd

from ui import chart_base
from ui.chart_base import FOCUS, INK, QUIET, SHADE, Drawing, chart_of
from words import _, language

STEP, TITLE = 38, 84  # pixels of a bar with its words, and of the title above all
_THICK, _BELOW, _ABOVE = 11, 9, -8


def to_bars(rows: pd.DataFrame) -> Drawing:
    """A bar for each row, in their order: name, told (the figure in words), share (0–1, NA =
    nothing to count over), before (NA = unknown) and before_told."""
    drawn = pd.DataFrame(
        {
            "place": range(len(rows)),
            "name": rows["name"].to_list(),
            "told": rows["told"].to_list(),
            "share": rows["share"].astype("float64").to_list(),
            "before": rows["before"].astype("float64").to_list(),
            "before_told": rows["before_told"].to_list(),
            "whole": 1.0,
        }
    )
    return Drawing(_to_spec(len(rows), language=language()), {"bars": drawn})


@lru_cache(maxsize=64)
def _to_spec(count: int, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    bars = chart_of("bars")
    known, earlier = (
        bars.transform_filter(f"isValid(datum.{name})") for name in ("share", "before")
    )
    y = alt.Y("place:O", axis=None)
    tooltip = [
        alt.Tooltip("name:N", title=_("Namn")),
        alt.Tooltip("told:N", title=_("Nu")),
        alt.Tooltip("before_told:N", title=_("Då")),
    ]
    at = {"size": _THICK, "yOffset": _BELOW}
    layers = [
        bars.mark_bar(color=SHADE, **at).encode(x=_x(alt, "whole"), y=y, tooltip=tooltip),
        known.mark_bar(color=FOCUS, **at).encode(x=_x(alt, "share"), y=y, tooltip=tooltip),
        earlier.mark_tick(color=INK, thickness=2, size=_THICK + 7, yOffset=_BELOW).encode(
            x=_x(alt, "before"), y=y, tooltip=tooltip
        ),
        bars.mark_text(align="left", dy=_ABOVE, fontSize=13, color=INK).encode(
            x=alt.value(0), y=y, text="name:N"
        ),
        bars.mark_text(align="right", dy=_ABOVE, fontSize=13, color=QUIET).encode(
            x=alt.value("width"), y=y, text="told:N"
        ),
    ]
    return chart_base.to_spec(alt.layer(*layers).properties(height=TITLE + STEP * count))


def _x(alt: Any, name: str) -> Any:
    return alt.X(f"{name}:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)
