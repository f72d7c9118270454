"""Areas with their outlines: GeoJSON and GeoPackage, in degrees (WGS 84)."""

import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

GEOJSON_TYPE = "application/geo+json"
GEOPACKAGE_TYPE = "application/geopackage+sqlite3"
LAYER = "omraden"
_one_at_a_time = Lock()  # the time that is written in a file is a setting of the whole library


def to_collection(
    areas: Sequence[Mapping[str, Any]],
    outlines: Mapping[str, Mapping[str, Any]],
    told: Mapping[str, object],
) -> dict[str, Any]:
    """A GeoJSON FeatureCollection: a feature an area (its properties, `kod` among them) with its
    outline (code → geometry), null where there is none; `told` stands beside the features."""
    features = [
        {
            "type": "Feature",
            "id": area["kod"],
            "properties": dict(area),
            "geometry": outlines.get(area["kod"]),
        }
        for area in areas
    ]
    return {"type": "FeatureCollection", **told, "features": features}


def to_geopackage(
    areas: Sequence[Mapping[str, Any]],
    outlines: Mapping[str, Mapping[str, Any]],
    updated: datetime,
) -> bytes:
    """A GeoPackage with one layer, a row an area, those without an outline without geometry. The
    same areas give the same bytes."""
    import geopandas as gpd
    import pyogrio
    import shapely
    from shapely.geometry import shape

    drawn = {code: shapely.multipolygons(_to_parts(shape(of))) for code, of in outlines.items()}
    shapes = [drawn.get(area["kod"]) for area in areas]
    table = gpd.GeoDataFrame(list(areas), geometry=shapes, crs="EPSG:4326")
    with tempfile.TemporaryDirectory(prefix="bob-gpkg-") as folder, _one_at_a_time:
        file = Path(folder) / "omraden.gpkg"
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{updated:%Y-%m-%dT%H:%M:%S.000Z}"})
        try:
            table.to_file(file, layer=LAYER, driver="GPKG", engine="pyogrio")
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return file.read_bytes()


def _to_parts(outline: Any) -> list[Any]:
    return list(getattr(outline, "geoms", [outline]))
