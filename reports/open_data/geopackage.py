"""Areas with figures as GeoPackage, which QGIS and ArcGIS open. The same areas give the same
bytes: the file's own time is told and not taken from a clock."""

import io
from datetime import UTC, datetime
from threading import Lock

import geopandas as gpd

from reports.open_data.geojson import to_wgs84

TYPE = "application/geopackage+sqlite3"
UNTOLD = datetime(2000, 1, 1, tzinfo=UTC)
_CLOCK = "OGR_CURRENT_DATE"
_one_at_a_time = Lock()  # GDAL has one clock for all threads


class UnsafeLayer(ValueError):
    """The layer's name is not one that every program takes."""


def to_geopackage(frame: gpd.GeoDataFrame, layer: str, updated: datetime = UNTOLD) -> bytes:
    """The frame as a layer of that name (letters, digits and underscores; the first a letter), in
    WGS 84, with the columns as attributes; `updated` (with time zone) is the file's own time.
    Raises NoCoordinateSystem, UnsafeLayer."""
    import pyogrio  # with GDAL: large, and wanted by few

    if not (layer.isascii() and layer.isidentifier() and layer[0].isalpha()):
        raise UnsafeLayer(f"not a name of a layer: {layer!r}")
    placed, out = to_wgs84(frame), io.BytesIO()
    told = updated.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    with _one_at_a_time:
        pyogrio.set_gdal_config_options({_CLOCK: told})
        try:
            pyogrio.write_dataframe(
                placed, out, driver="GPKG", layer=layer, promote_to_multi=True, VERSION="1.3"
            )
        finally:
            pyogrio.set_gdal_config_options({_CLOCK: None})
    return out.getvalue()
