"""The classes of a cell in the heat map of meetings: colours, signs and words.

Shares have one scale of five blues; a real zero has a colour of its own, since it is what is
looked for; what is no share is light, with a sign of its own.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from indicators.participation import State
from ui import formats
from ui.chart_base import INK
from ui.meeting_words import state_name
from ui.palette import BLUES
from words import _

SCALE = BLUES
LIMITS = (0.2, 0.4, 0.6, 0.8)
SHARES = (*(str(place) for place in range(len(SCALE))), State.ZERO)  # always in the legend
PAPER = "#ffffff"
_DARK = 3  # the first that has white text


class Class(NamedTuple):
    """A class: its label in the legend, colour, colour of its text, and the sign in narrow cells
    ('' = the share)."""

    label: str
    colour: str
    ink: str
    sign: str = ""


def to_class(cell: Mapping[Any, Any]) -> str:
    """The name of a cell's class: its place on the scale (0–4), or its state."""
    if cell["state"] != State.SHARE:
        return str(cell["state"])
    return str(sum(cell["share"] >= limit for limit in LIMITS))


def classes() -> dict[str, Class]:
    """Every class by its name, in the legend's order."""
    edges = [0, *(round(limit * 100) for limit in LIMITS), 100]
    found = {}
    for place, colour in enumerate(SCALE):
        first, last = edges[place], edges[place + 1]
        words = _("över 0 till {last} %") if place == 0 else _("{first}–{last} %")
        last = last if place == len(SCALE) - 1 else last - 1
        label = words.format(first=first, last=last)
        found[str(place)] = Class(label, colour, PAPER if place >= _DARK else INK)
    return found | {
        State.ZERO: Class(formats.share(0), "#fddbc7", "#7f1d00"),
        State.NO_MEETING: _to_class(State.NO_MEETING, "#e9edf0", "○"),
        State.NOT_LISTED: _to_class(State.NOT_LISTED, "#f6f8f9", "·"),
        State.NOT_REPORTED: _to_class(State.NOT_REPORTED, PAPER, "?"),
        State.MISSING: _to_class(State.MISSING, "#e2ddd3", "…"),
        State.NOT_APPLICABLE: _to_class(State.NOT_APPLICABLE, "#d5dade", "×"),
        State.NO_COUNCIL: _to_class(State.NO_COUNCIL, "#f6f8f9", "–"),
    }


def _to_class(state: State, colour: str, sign: str) -> Class:
    words = _("{sign} {state}").format(sign=sign, state=state_name(state))
    return Class(words, colour, "#3f4c58", sign)


def to_signs(cell: Mapping[Any, Any]) -> tuple[str, str]:
    """What stands in a wide and in a narrow cell."""
    if pd.isna(cell["share"]):
        return state_name(cell["state"]), classes()[str(cell["state"])].sign
    share = formats.share(cell["share"])
    return share, share.rstrip("%\N{NO-BREAK SPACE}")
