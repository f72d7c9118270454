"""A chart as a file of its own: SVG or PNG, with title, choice, day and source in the picture."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

# It writes, and reads nothing
from xml.sax.saxutils import escape  # nosec B406

import pandas as pd
import streamlit as st

from ui import offered, picture_file
from ui.chart_base import NARROW, Drawing, Title, to_whole
from ui.file_names import to_file_name
from words import _

WIDTH = 900  # pixels; what has no width of its own is as wide as where it stands
Make = Callable[[], bytes]
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


def to_png(drawing: Drawing, title: Title) -> bytes:
    """The chart as large as print wants it."""
    return picture_file.to_png(to_svg(drawing, title))


def to_png_note(words: str) -> bytes:
    """`to_note` as PNG."""
    return picture_file.to_png(to_note(words))


class Form(NamedTuple):
    """A form that charts are taken away in; `note` is a picture of words in that form."""

    make: Callable[[Drawing, Title], bytes]
    note: Callable[[str], bytes]


FORMS = MappingProxyType({"svg": Form(to_svg, to_note), "png": Form(to_png, to_png_note)})


def show_buttons(key: str, to_maker: Callable[[str], Make], told: Mapping[str, str]) -> None:
    """One control for all forms; `to_maker` gives what makes the picture of a form."""
    labels = {"svg": _("Bild (SVG)"), "png": _("Bild för tryck (PNG)")}

    def draw() -> None:
        for form, label in labels.items():
            st.download_button(
                label,
                to_maker(form),
                file_name=to_file_name(key, form),
                mime=picture_file.MIMES[form],
                on_click="ignore",
                width="stretch",
                key=f"{form}_{key}",
            )

    words = _("Ladda ner diagrammet som bild: {name}").format_map(told)
    offered.show(_("Bild"), f"bild_{key}", draw, words)
