"""Indicators on the map: which exist at which level, their classes, and the class of each area.

Classes are fixed over time, so that the same colour means the same thing on every day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ui import formats
from ui.words import _, plural

Row = Mapping[str, Any]  # one area's status: stage, since, days, prioritised, partly or share …


@dataclass(frozen=True)
class Kind:
    """One class: label, colour (safe for colour-blind readers), or pattern where no value is."""

    label: str
    colour: str = ""
    pattern: str = ""
    rare: bool = False  # left out of the legend when no area is in it


@dataclass(frozen=True)
class Indicator:
    """An indicator of the map. `classify` takes a status row and gives the class's place."""

    key: str
    label: str
    legend: str
    definition: str
    kinds: tuple[Kind, ...]
    classify: Callable[[Row], int]
    value: Callable[[Row], str]


# Five blues after ColorBrewer: light to dark in every kind of colour vision and in grey print.
BLUES = ("#dbe6f3", "#b3d0e6", "#6baed6", "#3182bd", "#08519c")
ORANGE, GREY = "#d55e00", "#d9d9d9"
STAGES = ("ej-paborjat", "kartlaggning", "planerat", "uppstartat", "etablerat")
DAYS = (90, 180, 365, 730)
LEVELS_ABOVE = ("polisregion", "polisomrade", "lan")


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


def _without_value() -> tuple[Kind, ...]:
    return (
        Kind(_("ej aktuellt"), pattern="dots"),
        Kind(_("uppgift saknas"), pattern="hatch"),
    )


def _stage_of(row: Row) -> str | None:
    return None if pd.isna(row["stage"]) else row["stage"]


def _stage_kind(row: Row) -> int:
    stage = _stage_of(row)
    places = {**{name: place for place, name in enumerate(STAGES)}, "vilande": 5, "ej-aktuellt": 6}
    return places.get(stage, 7) if stage else 7


def _days_kind(row: Row) -> int:
    stage = _stage_of(row)
    if stage == "etablerat" and not pd.isna(row["days"]):
        return sum(row["days"] > limit for limit in DAYS)
    return {None: 7, "ej-aktuellt": 6}.get(stage, 5)


def _priority_kind(row: Row) -> int:
    stage, prioritised = _stage_of(row), row["prioritised"]
    if stage is None:
        return 6
    if stage == "ej-aktuellt" and (pd.isna(prioritised) or not prioritised):
        return 5
    if pd.isna(prioritised):
        return 4
    return (0 if stage == "etablerat" else 1) + (0 if prioritised else 2)


def _share_kind(row: Row) -> int:
    value = row["share"]
    if pd.isna(value):
        return 5
    if value in (0, 1):
        return 0 if value == 0 else 4
    return 1 + (value >= 1 / 3) + (value > 2 / 3)


def _share_kinds() -> tuple[Kind, ...]:
    labels = (_("0 %"), _("under en tredjedel"), _("en till två tredjedelar"))
    more = (_("över två tredjedelar"), _("100 %"))
    kinds = tuple(Kind(label, BLUES[place]) for place, label in enumerate(labels + more))
    return (*kinds, Kind(_("inget att räkna på"), pattern="hatch", rare=True))


def _stage_value(row: Row) -> str:
    stage = _stage_of(row)
    text = _("sedan {day}").format(day=formats.short_day(row["since"])) if stage else ""
    return text + (_(", delar av området") if row["partly"] else "")


def _days_value(row: Row) -> str:
    if pd.isna(row["days"]):
        return ""
    return plural("{n} dag sedan etableringen", "{n} dagar sedan etableringen", int(row["days"]))


def _share_value(row: Row) -> str:
    if pd.isna(row["share"]):
        return ""
    return _("{share} ({covered} av {of})").format(
        share=formats.share(row["share"]),
        covered=formats.number(row["covered"]),
        of=formats.number(row["counted_over"]),
    )


def _share_indicator(key: str, label: str, legend: str, definition: str) -> Indicator:
    return Indicator(key, label, legend, definition, _share_kinds(), _share_kind, _share_value)


def all_indicators() -> dict[str, Indicator]:
    """Every indicator by its key in the address."""
    blues = [Kind(stage_label(stage), BLUES[place]) for place, stage in enumerate(STAGES)]
    day_labels = (
        _("högst 90 dagar"),
        _("91–180 dagar"),
        _("181–365 dagar"),
        _("1–2 år"),
        _("över 2 år"),
    )
    days = [Kind(label, BLUES[place]) for place, label in enumerate(day_labels)]
    found = (
        Indicator(
            "steg",
            _("Steg i etableringen"),
            _("Lokalt råd, steg"),
            _("Det längst komna steget bland de lokala råd som täcker området den valda dagen."),
            (*blues, Kind(_("vilande"), pattern="bars"), *_without_value()),
            _stage_kind,
            _stage_value,
        ),
        Indicator(
            "dagar",
            _("Dagar sedan etablering"),
            _("Tid som etablerat"),
            _("Dagar från den dag då rådet blev etablerat till den valda dagen."),
            (*days, Kind(_("ej etablerat"), GREY), *_without_value()),
            _days_kind,
            _days_value,
        ),
        Indicator(
            "prioritet",
            _("Prioriterade områden"),
            _("Behov och etablerat råd"),
            _("Om området har bedömts som prioriterat, och om ett etablerat råd täcker det."),
            (
                Kind(_("prioriterat med råd"), BLUES[4]),
                Kind(_("prioriterat utan råd"), ORANGE),
                Kind(_("övrigt med råd"), BLUES[2]),
                Kind(_("övrigt utan råd"), GREY),
                Kind(_("ej bedömt"), pattern="grid"),
                *_without_value(),
            ),
            _priority_kind,
            _stage_value,
        ),
        _share_indicator(
            "kommuner",
            _("Andel kommuner med råd"),
            _("Kommuner med etablerat råd"),
            _("Andel av kommunerna som helt täcks av ett etablerat lokalt råd."),
        ),
        _share_indicator(
            "unga",
            _("Andel unga 12–20 år med råd"),
            _("Unga med etablerat råd"),
            _(
                "Andel av invånarna 12–20 år som bor där ett etablerat lokalt råd finns. "
                "Antalet unga per kommun är skattat."
            ),
        ),
        _share_indicator(
            "prioriterade",
            _("Andel prioriterade områden med råd"),
            _("Prioriterade med etablerat råd"),
            _("Andel av de prioriterade lokalpolisområdena som har ett etablerat råd."),
        ),
    )
    return {indicator.key: indicator for indicator in found}


def indicators_at(level: str) -> dict[str, Indicator]:
    """The indicators that can be shown at a level: stages below, shares above."""
    shares = ("prioriterade", "kommuner", "unga")
    keys = shares if level in LEVELS_ABOVE else ("steg", "dagar", "prioritet")
    known = all_indicators()
    return {key: known[key] for key in keys}
