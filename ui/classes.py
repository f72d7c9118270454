"""Which class of an indicator an area is in, and its value in words.

Each function takes a status row; the place is that of the kind in `ui.map_indicators`.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import formats
from ui.palette import STAGES
from words import _, plural

Row = Mapping[str, Any]  # one area's status: stage, since, days, prioritised, partly or share …
DAYS = (90, 180, 365, 730)
_NOT_ASSESSED, _NOT_NEEDED, _MISSING = 6, 7, 8  # places among the classes of need


def _stage_of(row: Row) -> str | None:
    return None if pd.isna(row["stage"]) else row["stage"]


def stage_kind(row: Row) -> int:
    stage = _stage_of(row)
    places = {**{name: place for place, name in enumerate(STAGES)}, "vilande": 5, "ej-aktuellt": 6}
    return places.get(stage, 7) if stage else 7


def days_kind(row: Row) -> int:
    stage = _stage_of(row)
    if stage == "etablerat" and not pd.isna(row["days"]):
        return sum(row["days"] > limit for limit in DAYS)
    return {None: 7, "ej-aktuellt": 6}.get(stage, 5)


def priority_kind(row: Row) -> int:
    stage, prioritised = _stage_of(row), row["prioritised"]
    if stage is None:
        return _MISSING
    if stage == "ej-aktuellt":  # as in Täckning's lists, also of an area that is prioritised
        return _NOT_NEEDED
    if pd.isna(prioritised):
        return _NOT_ASSESSED
    covered = (1 if row["partly"] else 0) if stage == "etablerat" else 2
    return covered + (0 if prioritised else 3)


def share_kind(row: Row) -> int:
    value = row["share"]
    if pd.isna(value):
        return 5
    if value in (0, 1):
        return 0 if value == 0 else 4
    return 1 + (value >= 1 / 3) + (value > 2 / 3)


def stage_value(row: Row) -> str:
    stage = _stage_of(row)
    text = _("sedan {day}").format(day=formats.short_day(row["since"])) if stage else ""
    return text + (_(", delar av området") if row["partly"] else "")


def days_value(row: Row) -> str:
    if pd.isna(row["days"]):
        return ""
    return plural("{n} dag sedan etableringen", "{n} dagar sedan etableringen", int(row["days"]))


def share_value(row: Row) -> str:
    if pd.isna(row["share"]):
        return ""
    return _("{share} ({covered} av {of})").format(
        share=formats.share(row["share"]),
        covered=formats.number(row["covered"]),
        of=formats.number(row["counted_over"]),
    )
