"""What is said of a figure in a published lägesbild, from what was frozen with it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from indicators.periods import period_name
from ui import formats, gap_words
from ui.explain import Explained
from ui.sheet import release_name
from words import _


def to_explained(part: Mapping[str, Any], content: Mapping[str, Any]) -> Explained:
    """The figure as it was when the lägesbild was approved, whatever it is today."""
    told = [formats.day(date.fromisoformat(part["day"]))]
    if part["period"]:
        told.append(period_name(part["period"]))
    approved = formats.day_of(datetime.fromisoformat(content["approved_at"]))
    frozen = _("Låst när lägesbilden godkändes {day}: siffran här ändras aldrig.")
    return Explained(
        part["title"],
        part["value"],
        part["definition"],
        part["note"],
        " · ".join(told),
        _to_source(part, content),
        gap_words.to_meaning([part["value"]]),
        frozen.format(day=formats.short_day(approved)),
    )


def _to_source(part: Mapping[str, Any], content: Mapping[str, Any]) -> str:
    """Where it is from; of a figure that rests on a release also which."""
    release = content["release"]
    if part["release"] is None or release is None:
        return str(part["source"])
    name = release_name(release["number"], datetime.fromisoformat(release["made_at"]))
    return str(part["source"]) if name in part["source"] else f"{part['source']}, {name}"
