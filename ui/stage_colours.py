"""Colours of all that an area's stage may be, for charts: the ladder, and what stands beside it."""

import math
from typing import Any

from indicators.stages import DORMANT, NOT_NEEDED
from ui.chart_base import QUIET
from ui.palette import BLUES, GREY, STAGES, stage_label

BESIDE = {DORMANT: "#f0b27a", NOT_NEEDED: GREY, None: "#ffffff"}
# As they are stacked, the furthest first; None is no data
ORDER: tuple[str | None, ...] = (*reversed(STAGES), *BESIDE)
EDGE, _ABOVE = QUIET, 4
_COLUMNS = 3  # of the legend: a phone has room for no more


def colour(stage: str | None) -> str:
    """The colour of a stage, white where there is no data."""
    return BLUES[STAGES.index(stage)] if stage in STAGES else BESIDE[stage]


def legend_height(stages: tuple[str | None, ...]) -> int:
    """Pixels that the legend takes of a chart's height."""
    return 16 + 20 * math.ceil(len(stages) / _COLUMNS)


def to_colour(alt: Any, field: str, stages: tuple[str | None, ...], beside: int = 0) -> Any:
    """The stages' words in the field as colours, with a legend of those that are there. It begins
    `beside` pixels to the left of the picture, for a phone has no room to the right of names."""
    place = {"orient": "none", "legendX": -beside, "legendY": -legend_height(stages) + _ABOVE}
    place |= {"direction": "horizontal"}
    return alt.Color(
        f"{field}:N",
        scale=alt.Scale(
            domain=[stage_label(stage) for stage in stages],
            range=[colour(stage) for stage in stages],
        ),
        legend=alt.Legend(
            title=None,
            columns=_COLUMNS,
            **(place if beside else {}),
            symbolType="square",
            symbolStrokeColor=EDGE,
            symbolStrokeWidth=1,
        ),
    )
