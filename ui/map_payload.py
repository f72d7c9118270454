"""What the map is given: areas, classes and words, the same for every viewer of a scope."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from indicators.periods import Quarter
from ui import assets, formats
from ui.map_indicators import Indicator
from words import _

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Packet:
    """All indicators of a level for a day as text, under a name that changes with the content."""

    name: str
    text: str


def to_packet(payloads: dict[str, dict[str, Any]], labels: dict[str, str]) -> Packet:
    """The payloads of a level's indicators (key → payload) with their labels; not empty."""
    first, *others = payloads.values()
    whole = first | {
        "choices": list(labels.items()),
        "others": [to_other(payload) for payload in others],
    }
    text = json.dumps(whole, separators=(",", ":"))
    return Packet(hashlib.sha256(text.encode()).hexdigest()[:12], text)


def to_steps(first: date, day: date, today: date) -> list[date]:
    """Days of the slider: every quarter's last day, the chosen day and today."""
    days = {day, today}
    quarter = Quarter.of(first)
    while quarter.last < today:
        days.add(quarter.last)
        quarter = quarter.following
    return sorted(days)


def to_step_label(day: date, today: date) -> str:
    """`2026 K3` for a quarter's last day, `i dag` for today, else the day."""
    if day == today:
        return _("i dag")
    return formats.step_name(day)


def to_area_rows(
    by_day: list[tuple[date, dict[str, tuple[str, int]]]], missing: int
) -> dict[str, tuple[str, str]]:
    """Code → (name, one class sign a step); `missing` on steps when the area is not there."""
    rows: dict[str, tuple[str, list[str]]] = {}
    for place, (_day, kinds) in enumerate(by_day):
        for code, (name, kind) in kinds.items():
            _name, signs = rows.setdefault(code, (name, [_DIGITS[missing]] * len(by_day)))
            signs[place] = _DIGITS[kind]
    return {code: (name, "".join(signs)) for code, (name, signs) in rows.items()}


def to_payload(
    indicator: Indicator,
    day: date,
    today: date,
    by_day: list[tuple[date, dict[str, tuple[str, int]]]],
    now: pd.DataFrame,
    outlines: list[tuple[date, str]],
) -> dict[str, Any]:
    """What the browser needs besides the outlines; same for every viewer of the same scope.

    `by_day` has code → (name, class) for each step, `now` the status of the day.
    `outlines` are (first day, file name) of each division of the level, in order of time.
    """
    missing = len(indicator.kinds) - 1
    return {
        "key": indicator.key,
        "day": day.isoformat(),
        "legend": indicator.legend,
        "classes": [
            {"label": k.label, "colour": k.colour, "pattern": k.pattern, "rare": k.rare}
            for k in indicator.kinds
        ],
        "missing": missing,
        "outlines": [assets.outline_address(name) for _first, name in outlines],
        "steps": [
            {
                "day": step.isoformat(),
                "label": to_step_label(step, today),
                "outline": max(sum(first <= step for first, _name in outlines) - 1, 0),
            }
            for step, _frame in by_day
        ],
        "areas": to_area_rows(by_day, missing),
        "values": {row["code"]: indicator.value(row) for row in now.to_dict("records")},
        "words": {
            "indicator": _("Indikator"),
            "play": _("Spela"),
            "pause": _("Pausa"),
            "day": _("Dag"),
            "rough": _("ungefärlig gräns"),
            "failed": _("Kartans gränser kunde inte hämtas. Ladda om sidan."),
            "zoomIn": _("Zooma in"),
            "zoomOut": _("Zooma ut"),
        },
    }


def to_other(payload: dict[str, Any]) -> dict[str, Any]:
    """What of an indicator's payload is its own, for switching to it in the browser."""
    own = {name: payload[name] for name in ("key", "legend", "classes", "missing", "values")}
    return own | {"signs": {code: signs for code, (_name, signs) in payload["areas"].items()}}
