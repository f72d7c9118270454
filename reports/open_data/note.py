"""Files of areas that hold none but a word of why."""

import json

import geopandas as gpd

from reports.open_data.geopackage import to_geopackage as write

_LAYER = "anmarkning"


def to_geojson(words: str) -> bytes:
    """No features; the words are a member of their own."""
    whole = {"type": "FeatureCollection", "features": [], "anmarkning": words}
    return json.dumps(whole, ensure_ascii=False).encode()


def to_geopackage(words: str) -> bytes:
    """A layer of one row without an outline."""
    frame = gpd.GeoDataFrame({"anmarkning": [words]}, geometry=[None], crs="EPSG:4326")
    return write(frame, _LAYER)
