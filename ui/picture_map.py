"""A map of stages as one picture, with all that it shows in it: outlines, classes, legend, source.

It is kept for good and drawn as an image, so names and words are escaped and nothing is fetched.
"""

import html
from collections import Counter
from collections.abc import Mapping, Sequence
from math import cos, radians
from textwrap import wrap
from typing import Any, NamedTuple

from ui.charts import stage_colour
from ui.palette import stage_label
from ui.picture_chart import ORDER

Ring = list[tuple[float, float]]
WIDTH, TALLEST = 460, 500
MARGIN, LINE, MOST_NAMES = 14, 19, 16
LONGEST = 68  # signs of a line below the map
SIZE, SIGN = 13, 6.2  # height of a line of names, and about the width of a letter
STEPS = (0, 13, -13, 26, -26)  # how far from its middle a name may stand
INK, QUIET, BORDER = "#1b2733", "#5c6b78", "#4b5a67"
HATCH = (
    '<pattern id="saknas" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="7" height="7" fill="#ffffff"/>'
    '<line x1="0" y1="0" x2="0" y2="7" stroke="#8895a1" stroke-width="1.6"/></pattern>'
)
# As on the map of the screen: in grey their colours would be those of steps
BARS = (
    '<pattern id="vilande" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<rect width="8" height="8" fill="#fbe3c8"/>'
    '<path d="M0 2h8M0 6h8" stroke="#b45f06" stroke-width="1.5"/></pattern>'
)
DOTS = (
    '<pattern id="ej-aktuellt" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<rect width="8" height="8" fill="#f4f4f4"/>'
    '<path d="M2 2h1.6M6 6h1.6" stroke="#5f6b75" stroke-width="1.6"/></pattern>'
)
PATTERNS = {None: "saknas", "vilande": "vilande", "ej-aktuellt": "ej-aktuellt"}


class Shown(NamedTuple):
    """An area on the map: its name, and its stage (None = no data)."""

    name: str
    stage: str | None


def to_svg(
    outlines: Mapping[str, Any],
    areas: Mapping[str, Shown],
    lines: Sequence[str],
    source: Sequence[str],
) -> str:
    """The map of the areas (code → what is shown) as SVG. `outlines` is the GeoJSON of their level
    in degrees; `lines` stand above the map, `source` below."""
    shapes = {
        one["properties"]["kod"]: _to_rings(one["geometry"])
        for one in outlines["features"]
        if one["properties"]["kod"] in areas
    }
    place = _Place([point for rings in shapes.values() for ring in rings for point in ring])
    top = MARGIN + LINE * len(lines) + 6
    drawn = [
        f'<path d="{place.path(rings, top)}" fill="{_fill(areas[code].stage)}"/>'
        for code, rings in sorted(shapes.items())
    ]
    names = _to_names(outlines, areas, place, top) if len(shapes) <= MOST_NAMES else []
    legend, height = _to_legend(areas, top + place.height + 14)
    told = [part for one in source for part in wrap(one, LONGEST)]
    below = [_text(MARGIN, height + 16 * n, one, QUIET, size=12) for n, one in enumerate(told, 1)]
    whole = height + 16 * len(told) + MARGIN
    above = [
        _text(MARGIN, MARGIN + LINE * n - 5, one, INK, bold=n == 1)
        for n, one in enumerate(lines, 1)
    ]
    inside = [
        f"<defs>{HATCH}{BARS}{DOTS}</defs>",
        '<rect width="100%" height="100%" fill="#ffffff"/>', *above,
        f'<g stroke="{BORDER}" stroke-width="0.8" stroke-linejoin="round">', *drawn, "</g>",
        *names, *legend, *below,
    ]  # fmt: skip
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {whole:.0f}" '
        f'width="{WIDTH}" height="{whole:.0f}" font-family="sans-serif">{"".join(inside)}</svg>'
    )


class _Place:
    """From degrees to pixels: lengths are right in the middle of the map."""

    def __init__(self, points: Ring):
        east, north = [x for x, _y in points] or [0.0], [y for _x, y in points] or [0.0]
        self.west, self.north = min(east), max(north)
        self.squeeze = cos(radians((min(north) + max(north)) / 2))
        wide = max((max(east) - self.west) * self.squeeze, 1e-9)
        high = max(self.north - min(north), 1e-9)
        self.scale = min((WIDTH - 2 * MARGIN) / wide, TALLEST / high)
        self.height = high * self.scale
        self.left = (WIDTH - wide * self.scale) / 2

    def at(self, x: float, y: float, top: float) -> tuple[float, float]:
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


def _to_rings(geometry: Mapping[str, Any]) -> list[Ring]:
    shape = geometry["coordinates"]
    polygons = [shape] if geometry["type"] == "Polygon" else shape
    return [[(x, y) for x, y, *_more in ring] for polygon in polygons for ring in polygon]


def _fill(stage: str | None) -> str:
    return f"url(#{PATTERNS[stage]})" if stage in PATTERNS else stage_colour(stage)


def _text(
    x: float,
    y: float,
    words: str,
    colour: str,
    *,
    bold: bool = False,
    middle: bool = False,
    size: int = 14,
) -> str:
    weight = ' font-weight="600"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"{weight}{anchor}>'
        f"{html.escape(words)}</text>"
    )


def _to_names(
    outlines: Mapping[str, Any], areas: Mapping[str, Shown], place: _Place, top: float
) -> list[str]:
    """Each area's name near its middle, with a white edge so that it is read on every colour; from
    north to south, each where it stands clear of those before it."""
    middles = {
        shown.name: place.at(middle[1], middle[0], top)  # latitude first
        for code, shown in areas.items()
        if (middle := outlines["centrum"].get(code)) is not None
    }
    found: list[str] = []
    taken: list[tuple[float, float, float]] = []
    for name, (x, y) in sorted(middles.items(), key=lambda one: one[1][::-1]):
        half = len(name) * SIGN / 2
        middle = min(max(x, half + 4), WIDTH - half - 4)
        high = next((y + step for step in STEPS if _is_clear(middle, y + step, half, taken)), y)
        taken.append((middle, high, half))
        found.append(_text(middle, high + 4, name, INK, middle=True, size=12))
    style = 'paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-linejoin="round"'
    return [f"<g {style}>", *found, "</g>"] if found else []


def _is_clear(x: float, y: float, half: float, taken: Sequence[tuple[float, float, float]]) -> bool:
    return all(
        abs(y - other_y) >= SIZE or abs(x - other_x) >= half + other
        for other_x, other_y, other in taken
    )


def _to_legend(areas: Mapping[str, Shown], top: float) -> tuple[list[str], float]:
    """Which colour is what, with how many areas; and where it ends."""
    counts = Counter(one.stage for one in areas.values())
    found, height = [], top
    for stage in ORDER:
        if counts[stage]:
            height += LINE
            found.append(
                f'<rect x="{MARGIN}" y="{height - 12:.1f}" width="22" height="13" '
                f'fill="{_fill(stage)}" stroke="{BORDER}" stroke-width="0.8"/>'
            )
            words = f"{stage_label(stage)}: {counts[stage]}"
            found.append(_text(MARGIN + 30, height, words, INK))
    return found, height + 6
