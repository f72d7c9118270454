"""A chart as a file of its own: SVG, with title, choice, day and source in the picture."""

import json
from collections.abc import Callable, Mapping
from typing import Any

# It writes, and reads nothing
from xml.sax.saxutils import escape  # nosec B406

import pandas as pd
import streamlit as st

from ui.chart_base import NARROW, Drawing, Title, to_whole
from words import _

WIDTH = 900  # pixels; what has no width of its own is as wide as where it stands
_PADDING = {"top": 8, "left": 8, "right": 12, "bottom": 14}


def to_svg(drawing: Drawing, title: Title, width: int = WIDTH) -> bytes:
    """The chart as wide as print, drawn here: nothing is asked of another host. `width` (pixels) is
    for charts that have none of their own."""
    import vl_convert  # what draws is large, and wanted by few

    svg: str = vl_convert.vegalite_to_svg(to_vega(drawing, title, width), allowed_base_urls=[])
    return svg.encode()


def to_vega(drawing: Drawing, title: Title, width: int = WIDTH) -> str:
    """The chart in Vega-Lite with its data, as JSON, for who draws it elsewhere."""
    spec = to_whole(drawing, title) | {"padding": _PADDING}
    if not isinstance(spec.get("width"), int | float):
        spec["width"] = width
    spec["datasets"] = {name: _to_rows(data) for name, data in spec["datasets"].items()}
    return json.dumps(spec, ensure_ascii=False).replace(NARROW, "false")


def _to_rows(data: object) -> Any:
    if not isinstance(data, pd.DataFrame):
        return data
    return json.loads(data.to_json(orient="records", date_format="iso"))


def to_note(words: str) -> bytes:
    """A picture that holds no chart but a word of why."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60" font-family="sans-serif">'
        f'<text x="8" y="36">{escape(words)}</text></svg>'
    ).encode()


def show_button(key: str, maker: Callable[[], bytes], told: Mapping[str, str]) -> None:
    """The way to take the chart away; the picture is made when somebody asks for it."""
    st.download_button(
        _("SVG"),
        maker,
        file_name=f"{key.replace('_', '-')}.svg",
        mime="image/svg+xml",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help=_("Ladda ner diagrammet som bild (SVG): {name}").format_map(told),
        key=f"svg_{key}",
    )
