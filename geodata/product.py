"""Builds the files that the map reads: outlines of each level and division, and bounds."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata import boundaries, checks, levels, outline_checks
from geodata.boundaries import Pieces, Shapes
from geodata.division import division_starts, to_pieces
from geodata.generalise import GRID, to_map_shapes, to_metres
from geodata.store import DRAWN_LEVELS, bounds_name, outlines_name
from words import _

OWN_GAP_WIDTH = 100.0  # metres: the checks have passed, so narrower gaps are noise
Report = Callable[[str], None]


def build_product(directory: Path, digest: str, own: dict[date, Path], report: Report) -> None:
    """Writes all files of the product into the directory. `own`: division → authority's LPO file.

    Raises checks.Rejected, before anything is written, when the result breaks a rule.
    """
    checks.require_division()
    kommuner = _build_kommuner(report)
    exact = boundaries.build_pieces(kommuner)
    report(
        _("{kommuner} kommuner, {count} delar").format(
            kommuner=len(kommuner), count=len(exact.shapes)
        )
    )
    _require_outlines(exact, kommuner, _("de byggda gränserna"))
    light = Pieces(to_map_shapes(exact.shapes), exact.kommuner, exact.lpos)
    in_metres = Pieces(to_metres(light.shapes), exact.kommuner, exact.lpos)
    _require_outlines(in_metres, kommuner, _("kartans gränser"))
    report(_("kontrollerat: täckning, överlapp, luckor, yta, varje LPO där dess kommuner ligger"))
    own_shapes = {start: to_own_map_shapes(path) for start, path in own.items()}
    _write_files(directory, digest, light, own_shapes)


def to_own_map_shapes(path: Path) -> Shapes:
    """Map outlines of an installed file (GeoPackage, columns kod and geometry, EPSG:3006)."""
    table = gpd.read_file(path, engine="pyogrio").sort_values("kod")
    cleaned = shapely.coverage_clean(np.array(table.geometry), gap_width=OWN_GAP_WIDTH)
    shapes = dict(zip(table["kod"], to_map_shapes(list(cleaned)), strict=True))
    in_metres = dict(zip(shapes, to_metres(list(shapes.values())), strict=True))
    faults = outline_checks.check_valid(in_metres) + outline_checks.check_overlaps(in_metres)
    if faults:
        raise checks.Rejected(_("de egna gränserna på kartan"), faults)
    return shapes


def to_collection(
    shapes: Shapes, approximate: set[str], borders: dict[str, BaseGeometry]
) -> dict[str, Any]:
    """The GeoJSON of one level: outlines, heavier border lines and a point inside each area."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kod": code, "ungefar": code in approximate},
                "geometry": _to_geojson(shape),
            }
            for code, shape in shapes.items()
        ],
        "granser": {name: _to_geojson(lines) for name, lines in borders.items()},
        "centrum": {code: levels.to_centre(shape) for code, shape in shapes.items()},
    }


def _build_kommuner(report: Report) -> Shapes:
    source = boundaries.load_kommuner()
    overlap = _("lagat i källan: {a} och {b} överlappar varandra med {area:.1f} hektar")
    for a, b, area in boundaries.find_overlaps(source):
        report(overlap.format(a=a, b=b, area=area))
    gap = _("lagat i källan: lucka på {area:.1f} hektar mellan grannar")
    for hole in boundaries.find_holes(source):
        if hole.area > boundaries.HECTARE:
            report(gap.format(area=hole.area / boundaries.HECTARE))
    return boundaries.mend(source)


def _require_outlines(pieces: Pieces, kommuner: Shapes, subject: str) -> None:
    country = shapely.union_all(list(kommuner.values()))
    for start in division_starts("lpo"):
        lpos = boundaries.dissolve(pieces.shapes, pieces.lpos[start])
        shares = outline_checks.to_shares(kommuner, lpos)
        faults = [
            *outline_checks.check_valid(lpos),
            *outline_checks.check_overlaps(lpos),
            *outline_checks.check_gaps(lpos, country),
            *outline_checks.check_total(lpos, country),
            *outline_checks.check_covered(kommuner, shares, least=0.95),
            *outline_checks.check_own_kommuner(to_pieces(start), shares, least=0.95),
        ]
        if faults:
            raise checks.Rejected(f"{subject} {start}", faults)


def _write_files(directory: Path, digest: str, pieces: Pieces, own: dict[date, Shapes]) -> None:
    def shapes_of(level: str, start: date) -> tuple[Shapes, set[str]]:
        drawn = levels.lpo_start_for(level, start)
        if drawn in own and level in ("lpo", "polisomrade", "polisregion"):
            return levels.to_own_level(own[drawn], level, drawn), set()
        codes = levels.to_codes(pieces, level, drawn)
        return boundaries.dissolve(pieces.shapes, codes), levels.find_approximate(pieces, codes)

    lines = {
        level: levels.to_inner_borders(shapes_of(level, division_starts(level)[0])[0])
        for level in ("polisregion", "lan")
    }
    country = shapely.coverage_union_all(pieces.shapes)
    bounds = {"se": levels.to_bounds(country)}
    for level in DRAWN_LEVELS:
        for start in division_starts(level):
            shapes, approximate = shapes_of(level, start)
            collection = to_collection(shapes, approximate, lines)
            _write(directory / outlines_name(level, start, digest), collection)
            bounds |= {code: levels.to_bounds(shape) for code, shape in shapes.items()}
    _write(directory / bounds_name(digest), bounds)


def _to_geojson(shape: BaseGeometry) -> dict[str, Any]:
    degrees = shapely.transform(shape, lambda steps: np.round(steps) / GRID)
    geometry: dict[str, Any] = shapely.geometry.mapping(degrees)
    return geometry


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
