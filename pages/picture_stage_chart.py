"""The stages of an area's parts over time, as a part of a lägesbild."""

from typing import Any

from pages.picture_reads import fetch_steps, find_place
from pages.picture_sources import council_source, to_definition, to_shared, to_sources
from pages.picture_wanted import Wanted
from reporting.picture_text import CHART, Marker
from ui import picture_chart, picture_frames
from ui.picture_words import area_title
from words import _


def to_chart(wanted: Wanted) -> dict[str, Any]:
    """The stages of the area's parts over time."""
    area = find_place(wanted.area, wanted.on, wanted.viewer)
    steps = fetch_steps(wanted.area, wanted.on, wanted.known_on, viewer=wanted.viewer)
    title = _("Steg över tid")
    return to_shared(Marker(CHART, "steg"), title, wanted) | {
        "told": picture_chart.to_words(steps),
        "lines": [_("Lokala råd, steg"), area_title(area.level, area.name)],
        "sources": to_sources(wanted.on, council_source()),
        "chart": picture_frames.to_drawing(picture_chart.to_chart(steps)),
        "table": picture_frames.to_table(picture_chart.to_table(steps)),
        "definition": to_definition(area.level),
    }
