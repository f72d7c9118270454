"""From exact outlines in metres to light ones for the national map, borders still shared.

Map outlines lie on a grid of whole thousandths of a degree (WGS84), as whole numbers, so that
they can be written with three decimals and compared without rounding errors.
"""

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from geodata.boundaries import DEGREES, METRES, only_areas

GRID = 1_000  # steps a degree
MAX_VERTICES = 10_000  # keeps the LPO level's file under 200 kB also for a detailed source
TOLERANCE = 100.0  # metres, about one step of the grid
_TO_DEGREES = Transformer.from_crs(METRES, DEGREES, always_xy=True)
_TO_METRES = Transformer.from_crs(DEGREES, METRES, always_xy=True)


def to_map_shapes(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """Outlines in metres (a valid coverage) simplified and put on the grid, in the same order."""
    return snap(simplify(shapes))


def simplify(shapes: list[BaseGeometry], most: int = MAX_VERTICES) -> list[BaseGeometry]:
    """The coverage with at most that many vertices; its topology is kept."""
    tolerance, whole = TOLERANCE, np.array(shapes)
    light = shapely.coverage_simplify(whole, tolerance)
    while shapely.get_num_coordinates(light).sum() > most and tolerance < 3_000:
        tolerance *= 1.5
        light = shapely.coverage_simplify(whole, tolerance)
    return list(light)


def snap(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """The coverage's outlines with every vertex on the grid, valid and with shared borders.

    Rounding each outline by itself would open slivers and cross borders in city centres. So all
    borders are rounded together, cut up into faces, and each face is given to its owner.
    """
    exact = shapely.transform(np.array(shapes), _to_grid)
    borders = shapely.unary_union(shapely.boundary(exact), grid_size=1.0)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(borders)))
    owners = _find_owners(faces, exact)
    return [_union(faces[owners == i]) for i in range(len(exact))]


def to_metres(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """Map outlines back in metres (EPSG:3006), for measuring."""
    return list(shapely.transform(np.array(shapes), _from_grid))


def _find_owners(faces: np.ndarray, shapes: np.ndarray) -> np.ndarray:
    """For each face the number of the shape that covers most of it, -1 for water and abroad."""
    face, shape = shapely.STRtree(shapes).query(faces, predicate="intersects")
    covered = shapely.area(shapely.intersection(faces[face], shapes[shape]))
    owners = np.full(len(faces), -1)
    most = np.zeros(len(faces))
    np.add.at(most, face, covered)
    outside = shapely.area(faces) - most  # what no shape covers competes for the face too
    most = np.maximum(outside, 0.0)
    for i, j, area in zip(face, shape, covered, strict=True):
        if area > most[i]:
            owners[i], most[i] = j, area
    return owners


def _union(faces: np.ndarray) -> BaseGeometry:
    return shapely.orient_polygons(only_areas(shapely.coverage_union_all(faces)))


def _to_grid(metres: np.ndarray) -> np.ndarray:
    lon, lat = _TO_DEGREES.transform(metres[:, 0], metres[:, 1])
    return np.column_stack([lon, lat]) * GRID


def _from_grid(steps: np.ndarray) -> np.ndarray:
    x, y = _TO_METRES.transform(steps[:, 0] / GRID, steps[:, 1] / GRID)
    return np.column_stack([x, y])
