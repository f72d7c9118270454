"""Indicators on the map: which exist at which level, and their classes.

Classes are fixed over time, so that the same colour means the same thing on every day.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ui import classes
from ui.classes import Row
from ui.palette import BLUES, GREY, ORANGE, STAGES, Kind, stage_label
from words import _, kept_by_language

LEVELS_ABOVE = ("polisregion", "polisomrade", "lan")


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


@kept_by_language
def all_indicators() -> dict[str, Indicator]:
    """Every indicator by its key in the address."""
    found = (_stages(), _days(), _priority(), *_shares())
    return {indicator.key: indicator for indicator in found}


def indicators_at(level: str) -> dict[str, Indicator]:
    """The indicators that can be shown at a level: stages below, shares above."""
    shares = ("prioriterade", "kommuner", "unga")
    keys = shares if level in LEVELS_ABOVE else ("steg", "dagar", "prioritet")
    known = all_indicators()
    return {key: known[key] for key in keys}


def _stages() -> Indicator:
    kinds = [Kind(stage_label(stage), BLUES[place]) for place, stage in enumerate(STAGES)]
    return Indicator(
        "steg",
        _("Steg i etableringen"),
        _("Lokalt råd, steg"),
        _("Det längst komna steget bland de lokala råd som täcker området den valda dagen."),
        (*kinds, Kind(_("vilande"), pattern="bars"), *_without_value()),
        classes.stage_kind,
        classes.stage_value,
    )


def _days() -> Indicator:
    labels = (
        _("högst 90 dagar"),
        _("91–180 dagar"),
        _("181–365 dagar"),
        _("1–2 år"),
        _("över 2 år"),
    )
    kinds = [Kind(label, BLUES[place]) for place, label in enumerate(labels)]
    return Indicator(
        "dagar",
        _("Dagar sedan etablering"),
        _("Tid som etablerat"),
        _("Dagar från den dag då rådet blev etablerat till den valda dagen."),
        (*kinds, Kind(_("ej etablerat"), GREY), *_without_value()),
        classes.days_kind,
        classes.days_value,
    )


def _priority() -> Indicator:
    return Indicator(
        "prioritet",
        _("Prioriterade områden"),
        _("Behov och etablerat råd"),
        _("Om området har bedömts som prioriterat, och om ett etablerat råd täcker det."),
        (
            Kind(_("prioriterat med råd"), BLUES[4]),
            Kind(_("prioriterat, råd i en del"), BLUES[3], rare=True),
            Kind(_("prioriterat utan råd"), ORANGE),
            Kind(_("övrigt med råd"), BLUES[2]),
            Kind(_("övrigt, råd i en del"), BLUES[1], rare=True),
            Kind(_("övrigt utan råd"), GREY),
            Kind(_("ej bedömt"), pattern="grid"),
            *_without_value(),
        ),
        classes.priority_kind,
        classes.stage_value,
    )


def _shares() -> tuple[Indicator, ...]:
    return (
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
            _("Andel av invånarna 12–20 år som bor där ett etablerat lokalt råd finns."),
        ),
        _share_indicator(
            "prioriterade",
            _("Andel prioriterade områden med råd"),
            _("Prioriterade med etablerat råd"),
            _("Andel av de prioriterade lokalpolisområdena som har ett etablerat råd."),
        ),
    )


def _share_kinds() -> tuple[Kind, ...]:
    labels = (_("0 %"), _("under en tredjedel"), _("en till två tredjedelar"))
    more = (_("över två tredjedelar"), _("100 %"))
    kinds = tuple(Kind(label, BLUES[place]) for place, label in enumerate(labels + more))
    return (*kinds, Kind(_("inget att räkna på"), pattern="hatch", rare=True))


def _share_indicator(key: str, label: str, legend: str, definition: str) -> Indicator:
    return Indicator(
        key, label, legend, definition, _share_kinds(), classes.share_kind, classes.share_value
    )


def _without_value() -> tuple[Kind, ...]:
    return (
        Kind(_("ej aktuellt"), pattern="dots"),
        Kind(_("uppgift saknas"), pattern="hatch"),
    )
