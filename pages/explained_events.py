"""Explains figures that rest on councils' events and on assessments of areas."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from data_access.areas import fetch_area
from data_access.establishment import fetch_recent
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from pages import reads
from pages.trend_places import COUNTRY
from ui import formats
from ui.choice import Choice
from ui.explain import Explained
from ui.palette import stage_label
from words import _


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
    inside = _to_inside(choice, viewer)
    for row in events.to_dict("records"):
        if inside & set(str(row["codes"]).split()):
            return _("{day}: {council}, {stage} (rapporterat {told})").format(
                day=formats.short_day(row["effective_on"]),
                council=row["council"],
                stage=stage_label(row["stage"]),
                told=formats.short_day(formats.day_of(row["recorded_at"])),
            )
    return _("ingen händelse i valet")


def _to_inside(choice: Choice, viewer: Viewer) -> set[str]:
    """What an event may name that is of the choice: areas and kommuner; of a chosen area it too."""
    if choice.area and choice.area != COUNTRY:
        area = fetch_area(choice.area, choice.day, viewer=viewer)
        return {area.code, *dict(area.lpos), *(code for code, _name, _part in area.kommuner)}
    codes = set(reads.fetch_inside("lpo", choice.day, choice.region, choice.lan, viewer=viewer))
    kommuner = reads.fetch_inside("kommun", choice.day, choice.region, choice.lan, viewer=viewer)
    return codes | set(kommuner)
