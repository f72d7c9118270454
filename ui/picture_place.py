"""Where on paper a map's places stand: from degrees to pixels."""

from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import Any, NamedTuple

Ring = list[tuple[float, float]]
Bounds = Sequence[Sequence[float]]  # south-west and north-east, latitude first
MARGIN = 14
ASIDE, GAP = 236, 14  # pixels of a legend that stands beside its map, and between the two


class Paper(NamedTuple):
    """Pixels: how wide the picture is, and how tall its map at most; `aside` puts the legend
    beside a narrow map."""

    width: int = 460
    tallest: int = 500
    aside: bool = False


SMALL = Paper()


class Place:
    """From degrees to pixels: lengths are right in the middle of the map."""

    def __init__(self, points: Ring, paper: Paper):
        east, north = [x for x, _y in points] or [0.0], [y for _x, y in points] or [0.0]
        self.west, self.north = min(east), max(north)
        self.squeeze = cos(radians((min(north) + max(north)) / 2))
        wide = max((max(east) - self.west) * self.squeeze, 1e-9)
        high = max(self.north - min(north), 1e-9)
        room = paper.width - 2 * MARGIN
        self.scale = min(room / wide, paper.tallest / high)
        self.aside = paper.aside and wide * self.scale <= room - ASIDE - GAP
        self.height, self.width = high * self.scale, wide * self.scale
        first = MARGIN + ASIDE + GAP if self.aside else MARGIN
        self.left = first + (paper.width - MARGIN - first - self.width) / 2
        self.edge = paper.width

    def at(self, x: float, y: float, top: float) -> tuple[float, float]:
        """The pixels of a longitude and latitude on a map that begins at `top`."""
        right = self.left + (x - self.west) * self.squeeze * self.scale
        return round(right, 1), round(top + (self.north - y) * self.scale, 1)

    def path(self, rings: Sequence[Ring], top: float) -> str:
        """The rings as a path; what is smaller than it can be drawn is left out."""
        parts = []
        for ring in rings:
            steps = list(dict.fromkeys(self.at(x, y, top) for x, y in ring))
            if len(steps) > 2:
                parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in steps) + "Z")
        return "".join(parts)


def to_rings(geometry: Mapping[str, Any]) -> list[Ring]:
    """The outer and inner borders of a GeoJSON polygon or of several."""
    shape = geometry["coordinates"]
    polygons = [shape] if geometry["type"] == "Polygon" else shape
    return [[(x, y) for x, y, *_more in ring] for polygon in polygons for ring in polygon]


def to_corners(bounds: Bounds | None) -> Ring:
    """The two corners as points; none without bounds."""
    return [(east, north) for north, east in bounds] if bounds else []
