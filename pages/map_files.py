"""The map as it stands, taken away: as a picture for print, and as areas for other maps."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from data_access.viewer import Viewer
from pages import export, map_drawn, map_side, part
from ui import chart_file, offered, picture_file
from ui.choice import Choice
from ui.file_names import to_file_name
from words import _


class Form(NamedTuple):
    """A form that the map is taken away in; `note` is a file of that form that says why not."""

    label: str
    mime: str
    make: Callable[[Choice, Viewer], bytes]
    note: Callable[[str], bytes]


def forms() -> dict[str, Form]:
    """Every form by the ending of its file."""
    mimes = picture_file.MIMES
    return {
        "svg": Form(_("Bild (SVG)"), mimes["svg"], map_drawn.to_svg, chart_file.to_note),
        "png": Form(
            _("Bild för tryck (PNG)"), mimes["png"], map_drawn.to_png, chart_file.to_png_note
        ),
        "geojson": Form(
            _("Områden (GeoJSON)"), "application/geo+json", map_drawn.to_geojson, _geojson_note
        ),
        "gpkg": Form(
            _("Områden (GeoPackage)"),
            "application/geopackage+sqlite3",
            map_drawn.to_geopackage,
            _geopackage_note,
        ),
    }


def show(choice: Choice, viewer: Viewer, key: str = "karta") -> None:
    """One control for all forms, as a part of its own."""
    part.show(f"filer_{key}", lambda asker: draw(choice, asker, key), viewer, alone=True)


def draw(choice: Choice, viewer: Viewer, key: str = "karta") -> None:
    """The same within a part; a file is made when somebody asks for it."""
    name = map_side.to_name(choice)

    def to_button(ending: str, form: Form) -> None:
        told = {one: value for one, value in choice.to_parameters().items() if value}
        make, noted = partial(form.make, choice, viewer), told | {"form": ending}
        st.download_button(
            form.label,
            export.to_maker(make, viewer, "karta", noted, form.note),
            file_name=to_file_name(name, ending),
            mime=form.mime,
            on_click="ignore",
            width="stretch",
            key=f"ladda_{key}_{ending}",
        )

    def draw_buttons() -> None:
        for ending, form in forms().items():
            to_button(ending, form)

    offered.show(_("Ladda ner kartan"), f"ladda_{key}", draw_buttons)


def _geojson_note(words: str) -> bytes:
    from reports.open_data import note  # with geopandas: large, and wanted by few

    return note.to_geojson(words)


def _geopackage_note(words: str) -> bytes:
    from reports.open_data import note

    return note.to_geopackage(words)
