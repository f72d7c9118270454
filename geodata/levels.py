"""The map outlines of each level, and what a map needs beside them: borders, centres, bounds."""

from collections import Counter
from datetime import date
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.boundaries import Pieces, Shapes, dissolve
from geodata.division import division_starts, to_parents
from geodata.generalise import GRID


def to_codes(pieces: Pieces, level: str, start: date) -> list[str]:
    """The code of the level that each piece belongs to in the division that begins that day."""
    if level == "kommun":
        return pieces.kommuner
    parents = to_parents(start)
    if level == "lan":
        return [parents[kommun] for kommun in pieces.kommuner]
    lpos = pieces.lpos[start]
    omraden = [parents[lpo] for lpo in lpos]
    return {"lpo": lpos, "polisomrade": omraden, "polisregion": [parents[po] for po in omraden]}[
        level
    ]


def to_own_level(lpos: Shapes, level: str, start: date) -> Shapes:
    """Outlines of the level made from an authority's own LPO outlines."""
    parents = to_parents(start)
    codes = list(lpos)
    if level != "lpo":
        codes = [parents[code] for code in codes]
    if level == "polisregion":
        codes = [parents[code] for code in codes]
    return dissolve(list(lpos.values()), codes)


def lpo_start_for(level: str, start: date) -> date:
    """The LPO division that the level's outlines are drawn from: its own day, else the last."""
    return start if level == "lpo" else division_starts("lpo")[-1]


def find_approximate(pieces: Pieces, codes: list[str]) -> set[str]:
    """Codes whose outline runs along a split of a city: they hold some of its pieces, not all."""
    in_kommun = Counter(pieces.kommuner)
    held = Counter(zip(codes, pieces.kommuner, strict=True))
    return {code for (code, kommun), count in held.items() if count < in_kommun[kommun]}


def to_inner_borders(shapes: Shapes) -> BaseGeometry:
    """The borders that two outlines share, as lines; coasts are left out."""
    sides: Counter[tuple[tuple[float, float], tuple[float, float]]] = Counter()
    for ring in shapely.get_rings(shapely.get_parts(list(shapes.values()))):
        points = [(float(x), float(y)) for x, y in shapely.get_coordinates(ring)]
        sides.update((min(side), max(side)) for side in pairwise(points))
    shared = sorted(side for side, count in sides.items() if count > 1)
    lines = shapely.line_merge(shapely.MultiLineString(shared))
    return shapely.MultiLineString(list(shapely.get_parts(lines)))


def to_centre(shape: BaseGeometry) -> tuple[float, float]:
    """A point (lat, lon in degrees) on the grid well inside the outline's largest part."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    deepest = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=1.0), 0)
    x, y = np.round(shapely.get_coordinates(deepest)[0])
    return float(y / GRID), float(x / GRID)


def to_bounds(shape: BaseGeometry) -> list[list[float]]:
    """[[south, west], [north, east]] in degrees."""
    west, south, east, north = (edge / GRID for edge in shape.bounds)
    return [[south, west], [north, east]]
