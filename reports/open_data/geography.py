"""Areas with their outlines: GeoJSON and GeoPackage, in degrees (WGS 84)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

LAYER = "omraden"


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
    from shapely.geometry import shape

    from reports.open_data import geopackage

    drawn = {code: shape(of) for code, of in outlines.items()}
    shapes = [drawn.get(area["kod"]) for area in areas]
    table = gpd.GeoDataFrame(list(areas), geometry=shapes, crs="EPSG:4326")
    return geopackage.to_geopackage(table, LAYER, updated)
