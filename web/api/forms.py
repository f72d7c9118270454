"""The formats of answers."""

import json

from reports.open_data import delimited, geojson, geopackage, parquet
from web.api.negotiate import Format

JSON = Format("json", "application/json", "json")
JSONSTAT = Format("jsonstat", "application/json", "json")
CSV = Format("csv", delimited.TYPE, "csv")
PARQUET = Format("parquet", parquet.TYPE, "parquet", is_binary=True)
GEOJSON = Format("geojson", geojson.TYPE, "geojson", also=("application/json",))
GEOPACKAGE = Format("gpkg", geopackage.TYPE, "gpkg", is_binary=True)
HTML = Format("html", "text/html; charset=utf-8", "html")
TURTLE = Format("ttl", "text/turtle; charset=utf-8", "ttl")
RDF_XML = Format("rdf", "application/rdf+xml", "rdf")
JSON_LD = Format("jsonld", "application/ld+json", "jsonld", also=("application/json",))


def to_json(told: object) -> bytes:
    """Compact JSON, in UTF-8."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")
