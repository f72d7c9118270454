"""Colours and words of the stages, safe for colour-blind readers and for grey print."""

from dataclasses import dataclass

import pandas as pd

from words import _


@dataclass(frozen=True)
class Kind:
    """One class: label, colour (safe for colour-blind readers), or pattern where no value is."""

    label: str
    colour: str = ""
    pattern: str = ""
    rare: bool = False  # left out of the legend when no area is in it


# Five blues after ColorBrewer: light to dark in every kind of colour vision and in grey print. Any
# two neighbours are told from each other; dark text is read on the first three, white on the rest.
BLUES = ("#dbe6f3", "#9ecae1", "#6baed6", "#2878b9", "#08519c")
ORANGE, GREY = "#d55e00", "#d9d9d9"
STAGES = ("ej-paborjat", "kartlaggning", "planerat", "uppstartat", "etablerat")


def stage_label(stage: str | None) -> str:
    """A stage in words; no stage is 'uppgift saknas', which is not the same as 'ej påbörjat'."""
    return {
        "ej-paborjat": _("ej påbörjat"),
        "kartlaggning": _("kartläggning"),
        "planerat": _("planerat"),
        "uppstartat": _("uppstartat"),
        "etablerat": _("etablerat"),
        "vilande": _("vilande"),
        "ej-aktuellt": _("ej aktuellt"),
    }.get(stage or "", _("uppgift saknas"))


def need_label(prioritised: object) -> str:
    """A need assessment in words; none is not the same as 'nej'."""
    if prioritised is None or pd.isna(prioritised):
        return _("ej bedömt")
    return _("ja") if prioritised else _("nej")
