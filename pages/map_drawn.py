"""What the map shows, made into files: a picture, and areas with their figures. Heavy parts are
imported when a file is asked for."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from data_access.viewer import Viewer
from geodata import store
from pages import map_reads, map_told
from pages.figure_levels import is_smoothed
from pages.map_indicator import fetch_any_status, find_indicator
from ui import filters, map_areas, picture_file, picture_map
from ui.choice import Choice
from ui.map_indicators import Indicator
from ui.picture_map import Shown, Told
from ui.picture_place import Paper

if TYPE_CHECKING:
    import geopandas as gpd

PRINT = Paper(width=700, tallest=760, aside=True)
LAYER = "omraden"


def to_svg(choice: Choice, viewer: Viewer) -> bytes:
    """The map as a picture: the areas of the choice with their classes, legend, day, source."""
    indicator, status = fetch(choice, viewer)
    outlines, rough = _find_outlines(choice)
    areas = {
        row["code"]: Shown(row["name"], indicator.classify(row), row["code"] in rough)
        for row in status.to_dict("records")
    }
    bounds = map_reads.to_bounds(choice.bounds_of, viewer) if choice.view else None
    lines, below = map_told.to_lines(choice, indicator, viewer), map_told.to_below(choice, viewer)
    told = Told(lines, indicator.legend, below)
    return picture_map.to_svg(outlines, areas, indicator.kinds, told, PRINT, bounds).encode()


def to_png(choice: Choice, viewer: Viewer) -> bytes:
    """The same as large as print wants it."""
    return picture_file.to_png(to_svg(choice, viewer))


def to_geojson(choice: Choice, viewer: Viewer) -> bytes:
    """The areas of the choice with their outlines and what each shows (`ui.map_areas`)."""
    from reports.open_data import geojson

    return geojson.to_geojson(to_frame(choice, viewer))


def to_geopackage(choice: Choice, viewer: Viewer) -> bytes:
    """The same as a layer; the file's own time is that of the release, or else the day."""
    from reports.open_data import geopackage

    updated = map_told.updated_at(choice, viewer)
    return geopackage.to_geopackage(to_frame(choice, viewer), LAYER, updated)


def to_frame(choice: Choice, viewer: Viewer) -> "gpd.GeoDataFrame":
    """A row an area of the choice; `ungefarlig_grans` says whose outline is approximate."""
    import geopandas as gpd
    from shapely.geometry import shape

    indicator, status = fetch(choice, viewer)
    outlines, rough = _find_outlines(choice)
    shapes = {one["properties"]["kod"]: shape(one["geometry"]) for one in outlines["features"]}
    sources = map_told.to_sources(choice, indicator, viewer)
    table = map_areas.to_properties(status, indicator, sources)
    table["ungefarlig_grans"] = table["kod"].isin(rough)
    places = [shapes.get(code) for code in table["kod"]]
    return gpd.GeoDataFrame(table, geometry=places, crs="EPSG:4326")


def fetch(choice: Choice, viewer: Viewer) -> tuple[Indicator, pd.DataFrame]:
    """The indicator and what it says of each area of the choice."""
    smooth = is_smoothed(choice)
    asked = (choice.indicator, choice.level, choice.day, smooth)
    status = fetch_any_status(*asked, viewer=viewer)
    within = filters.to_within(status, choice.level, choice.region, choice.lan)
    indicator = find_indicator(choice.indicator, choice.level, smooth, viewer=viewer)
    return indicator, within.reset_index(drop=True)


def _find_outlines(choice: Choice) -> tuple[dict[str, Any], frozenset[str]]:
    """The GeoJSON of the level, and the codes of areas with an approximate outline."""
    outlines = store.find_outlines(map_reads.load_outlines(), choice.level, choice.day)
    found = store.read_outlines(outlines.file)
    told = [one["properties"] for one in found["features"]]
    return found, frozenset(one["kod"] for one in told if one["ungefar"])
