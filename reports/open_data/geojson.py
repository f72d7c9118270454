"""Areas with figures as GeoJSON (RFC 7946): longitude and latitude of WGS 84, outer rings
anticlockwise, a gap as null beside the property that says why."""

import json
from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely import MultiPolygon, Polygon
from shapely.geometry import mapping
from shapely.geometry.polygon import orient

TYPE = "application/geo+json"
CRS = "EPSG:4326"


class NoCoordinateSystem(ValueError):
    """The areas do not say which coordinate system they are in."""


def to_geojson(frame: gpd.GeoDataFrame) -> bytes:
    """The frame as a collection of features, in the frame's order; its columns are properties.
    Raises NoCoordinateSystem."""
    placed = to_wgs84(frame)
    names = [name for name in placed.columns if name != placed.geometry.name]
    features = [
        {
            "type": "Feature",
            "properties": {str(name): _to_plain(row[place]) for place, name in enumerate(names)},
            "geometry": _to_geometry(shape),
        }
        for row, shape in zip(
            placed[names].itertuples(index=False, name=None), placed.geometry, strict=True
        )
    ]
    whole = {"type": "FeatureCollection", "features": features}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def to_wgs84(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The same areas in longitude and latitude. Raises NoCoordinateSystem."""
    if frame.crs is None:
        raise NoCoordinateSystem("the areas have no coordinate system")
    return frame if frame.crs == CRS else frame.to_crs(CRS)


def _to_geometry(shape: Any) -> dict[str, Any] | None:
    if shape is None or shape.is_empty:
        return None
    if isinstance(shape, Polygon):
        shape = orient(shape)
    elif isinstance(shape, MultiPolygon):
        shape = MultiPolygon([orient(part) for part in shape.geoms])
    found: dict[str, Any] = mapping(shape)
    return found


def _to_plain(value: Any) -> Any:
    if value is None or pd.isna(value):
        return None
    if isinstance(value, date):  # and with a time of day
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
