"""What the chart and the map of stages in a lägesbild have in common: where from, how counted."""

from datetime import date
from typing import Any

import settings
from pages.picture_reads import to_unit
from pages.picture_wanted import Wanted
from reporting.picture_text import Marker
from ui import sheet
from words import _


def council_source() -> str:
    """Where what is told of councils comes from."""
    if settings.load().example:
        return _("Rådens händelser (exempeldata där offentlig källa saknas)")
    return _("Rådens händelser")


def to_sources(on: date, *more: str) -> list[str]:
    """What stands in a picture below its title."""
    return list(sheet.to_source(on, *more, example=settings.load().example))


def to_shared(marker: Marker, title: str, wanted: Wanted) -> dict[str, Any]:
    """What every drawn part says of itself."""
    told = {"marker": str(marker), "kind": marker.kind, "title": title, "release": None}
    return told | {"day": wanted.on.isoformat(), "source": council_source()}


def to_definition(level: str) -> str:
    """How the stage of the areas that are shown is told."""
    told = _("Det längst komna steget bland de lokala råd som täcker {level}.")
    one = _("kommunen") if to_unit(level) == "kommun" else _("lokalpolisområdet")
    return told.format(level=one)
