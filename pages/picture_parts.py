"""What each marker of a lägesbild stands for on its day.

A part is plain values alone (`ui.picture_figures`, `ui.picture_frames`), fit to be kept for good.
"""

from typing import Any, NamedTuple

from pages import picture_names, picture_rates, picture_stage_chart, picture_stage_map
from pages.picture_reads import fetch_counts
from pages.picture_sources import council_source
from pages.picture_wanted import Wanted
from pages.reads import to_young_basis
from reporting.picture_text import CHART, FIGURE, Marker, find_markers, to_problems
from ui import picture_figures
from ui.picture_figures import INDICATOR
from words import SOURCE, spoken


class Resolved(NamedTuple):
    """Marker → part, and a sentence for each that can't be shown."""

    parts: dict[str, dict[str, Any]]
    problems: tuple[str, ...]


class NoPart(LookupError):
    """A marker that stands for nothing here; the message says why, in Swedish."""


def resolve(text: str, wanted: Wanted) -> Resolved:
    """Every marker of the text. Raises UnknownArea, DatabaseUnavailable."""
    parts, problems = {}, to_problems(text)
    for marker in find_markers(text):
        try:
            parts[str(marker)] = _to_kept(marker, wanted)
        except NoPart as error:
            problems.append(str(error))
    return Resolved(parts, tuple(problems))


def _to_kept(marker: Marker, wanted: Wanted) -> dict[str, Any]:
    """In the source's language, whoever looks: a part is kept for good, and compared with later
    ones. What it can't be is said in hers. Raises as `to_part`."""
    try:
        with spoken(SOURCE):
            return to_part(marker, wanted)
    except NoPart:
        return to_part(marker, wanted)


def to_part(marker: Marker, wanted: Wanted) -> dict[str, Any]:
    """What the marker stands for. Raises NoPart, UnknownArea, DatabaseUnavailable."""
    choices = picture_names.to_names(marker.kind, wanted)
    if marker.name not in choices:
        raise NoPart(picture_names.why_not(marker, list(choices), wanted))
    if marker.name.startswith(INDICATOR):
        code = marker.name.removeprefix(INDICATOR)
        to_rate = picture_rates.to_figure if marker.kind == FIGURE else picture_rates.to_chart
        return to_rate(code, wanted)
    if marker.kind == FIGURE:
        return _to_council_part(marker.name, wanted)
    drawn = picture_stage_chart.to_chart if marker.kind == CHART else picture_stage_map.to_map
    return drawn(wanted)


def _to_council_part(name: str, wanted: Wanted) -> dict[str, Any]:
    counts = fetch_counts(wanted.area, wanted.on, wanted.known_on, viewer=wanted.viewer)
    words = to_young_basis(wanted.on, wanted.viewer)
    return picture_figures.to_council_part(name, counts, wanted.on, words, council_source())
