"""What can stand in a lägesbild of an area, by its name in a marker."""

from pages import picture_rates
from pages.picture_reads import find_place
from pages.picture_wanted import Wanted
from pages.trend_reads import fetch_entries
from reporting.picture_text import CHART, FIGURE, MAP, Marker
from ui import picture_figures, picture_words
from ui.picture_figures import INDICATOR
from words import _

STAGES = "steg"


def to_names(kind: str, wanted: Wanted) -> dict[str, str]:
    """Name in a marker → what it is called, of all of the kind that the area can have."""
    level = find_place(wanted.area, wanted.on, wanted.viewer).level
    counted = wanted.release is not None and level in picture_rates.LEVELS
    entries = fetch_entries(viewer=wanted.viewer) if counted else {}
    rates = {f"{INDICATOR}{code}": entry.name for code, entry in entries.items()}
    if kind == FIGURE:
        return {name: one.title for name, one in picture_figures.figures().items()} | rates
    if kind == CHART:
        own = {} if level in ("lpo", "kommun") else {STAGES: _("Steg över tid")}
        return own | rates
    return {STAGES: _("Steg på karta")} if kind == MAP else {}


def to_choices(wanted: Wanted) -> dict[Marker, str]:
    """Everything that can be put in, with its kind and name in words."""
    return {
        Marker(kind, name): f"{picture_words.kind_name(kind)}: {label}"
        for kind in (FIGURE, CHART, MAP)
        for name, label in to_names(kind, wanted).items()
    }


def why_not(marker: Marker, known: list[str], wanted: Wanted) -> str:
    """Why the marker stands for nothing here, in Swedish."""
    code = marker.name.removeprefix(INDICATOR)
    if marker.name.startswith(INDICATOR) and code in fetch_entries(viewer=wanted.viewer):
        if wanted.release is None:
            return picture_words.no_release(marker)
        return picture_words.not_here(marker)
    if marker.kind == CHART and marker.name == STAGES:
        return picture_words.not_here(marker)
    return picture_words.unknown_marker(marker, known)
