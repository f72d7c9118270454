"""The map: a payload of codes and classes, and the element that hands it to the browser."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import folium
import pandas as pd
import streamlit as st
from jinja2 import Template
from streamlit.runtime import get_instance
from streamlit_folium import _component_func, st_folium

from indicators.periods import Quarter
from ui import assets, formats
from ui.map_indicators import Indicator
from ui.words import _

HEIGHT = 620
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SIGN = re.compile(r"[<>&'_{}%#]")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

# folium's own lists name six hosts; only Leaflet itself is needed, from our own address.
folium.Map.default_js = [
    ("leaflet", f"{assets.FROM_COMPONENT}/{assets.LEAFLET}/leaflet.js"),
    ("bob", f"{assets.FROM_COMPONENT}/{assets.map_script_name()}"),
]
folium.Map.default_css = [("leaflet", f"{assets.FROM_COMPONENT}/{assets.LEAFLET}/leaflet.css")]


def register() -> None:
    """Make the running server serve the map's component.

    A component registers itself only when it is first imported by a page's run; ours is imported
    at start, so that no visitor waits for it.
    """
    get_instance().component_registry.register_component(_component_func)


class AreaLayer(folium.MacroElement):
    """Hands the payload to the map's script.

    streamlit-folium never empties `window.feature_group`, so every update would be kept in
    memory (its issue 247); the first statement mends that.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.feature_group = []; bob.update(map_div, {{ this.payload }});"
        "{% endmacro %}"
    )

    def __init__(self, payload: str) -> None:
        super().__init__()
        self._name = "AreaLayer"
        self.payload = payload


def to_script_text(payload: dict[str, Any]) -> str:
    """JSON that is safe inside a script, whatever names hold.

    folium renders the script as a template once more, and the component reads `_` and `{{'` as
    variables, so inside strings these signs are written as escapes.
    """
    text = json.dumps(payload, ensure_ascii=True, separators=(",", ":"))
    return _STRING.sub(_escape_signs, text)


def _escape_signs(string: re.Match[str]) -> str:
    return _SIGN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", string[0])


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
    if Quarter.of(day).last == day:
        return f"{day.year} K{Quarter.of(day).number}"
    return formats.short_day(day)


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


def show(
    payload: dict[str, Any],
    *,
    key: str,
    on_change: Callable[[], None],
    height: int = HEIGHT,
) -> None:
    """Draw the map. The frame stays through every change, since only the layer is replaced."""
    base = folium.Map(
        location=[62.5, 17.0],
        zoom_start=4,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        zoom_snap=0.1,
    )
    group = folium.FeatureGroup()
    AreaLayer(to_script_text(payload)).add_to(group)
    st_folium(
        base,
        key=key,
        feature_group_to_add=group,
        returned_objects=["last_active_drawing"],
        use_container_width=True,
        render=False,  # the base is constant: its whole page need not be made each time
        height=height,
        on_change=on_change,
    )


def told(key: str) -> dict[str, Any]:
    """What the map told at the last click or when the slider came to rest; empty if nothing."""
    drawing = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    return drawing.get("properties", {})
