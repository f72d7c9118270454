"""Explains figures that rest on councils' events and on assessments of areas."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import partial
from typing import Any

from data_access.establishment import fetch_recent
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from pages import within_reads
from pages.trend_places import COUNTRY
from ui import formats
from ui.choice import Choice
from ui.explain import Explained
from ui.palette import stage_label
from words import _

LOCAL, LEVELS = "lokal", ("lpo", "kommun")  # a level of councils; of areas that they cover


def to_explained(
    name: str, value: str, definition: str, basis: str, choice: Choice, viewer: Viewer
) -> Explained:
    """A figure of the choice on its day; what changed it last is the newest event there."""
    return Explained(
        name,
        value,
        definition,
        basis,
        formats.day(choice.day),
        _("Rådens händelser och bedömningar av områden, från rapporter och offentliga källor"),
        _("Händelser räknas när de är godkända; källan står på områdets sida"),
        _to_changed(choice, viewer),
    )


def to_all(
    figures: Mapping[str, tuple[str, str, str]], choice: Choice, viewer: Viewer
) -> dict[str, Callable[[], Explained]]:
    """Name → what explains it, of figures that are name → value, definition and basis."""
    return {
        name: partial(to_explained, name, *told, choice, viewer) for name, told in figures.items()
    }


def _to_changed(choice: Choice, viewer: Viewer) -> str:
    """The newest event of what is chosen: when it holds from, and when it was told."""
    events = fetch_recent(date(FIRST_DAY.year - 1, 1, 1), choice.day, viewer=viewer)
    area = None if choice.area == COUNTRY else choice.area
    asked = (choice.day, choice.region, choice.lan, area)
    inside = within_reads.fetch_within(LEVELS, *asked, viewer=viewer)
    for row in events.to_dict("records"):
        if _is_of(row, inside):
            return _("{day}: {council}, {stage} (rapporterat {told})").format(
                day=formats.short_day(row["effective_on"]),
                council=row["council"],
                stage=stage_label(row["stage"]),
                told=formats.short_day(formats.day_of(row["recorded_at"])),
            )
    return _("ingen händelse i urvalet")


def _is_of(row: Mapping[Hashable, Any], inside: frozenset[str] | None) -> bool:
    """Whether the event is of a council inside; of the country those of local ones are."""
    if inside is None:
        return bool(row["level"] == LOCAL)
    return not inside.isdisjoint(str(row["codes"]).split())
