"""A map as one picture, with all that it shows in it: outlines, classes, legend, source.

It is kept for good or taken away, and drawn as an image, so names and words are escaped and nothing
is fetched.
"""

import html
from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from ui.palette import Kind, stage_label
from ui.picture_fills import to_fill, to_patterns
from ui.picture_place import MARGIN, SMALL, Bounds, Paper, Place, Ring, to_corners, to_rings
from ui.stage_colours import ORDER, colour
from words import _

LINE, MOST_NAMES = 19, 16
WORD = 6.7  # about the width of a letter of what is told
SIZE, SIGN = 13, 6.2  # height of a line of names, and about the width of a letter
STEPS = (0, 13, -13, 26, -26)  # how far from its middle a name may stand
INK, QUIET, BORDER = "#1b2733", "#5c6b78", "#75828d"  # seen on the lightest and the darkest
_BESIDE = {"vilande": "bars", "ej-aktuellt": "dots", None: "hatch"}
ROUGH = 'stroke-dasharray="4 2.5"'


class Shown(NamedTuple):
    """An area on the map: its name, the place of its class, and whether its border is rough."""

    name: str
    kind: int
    rough: bool = False


class Told(NamedTuple):
    """What stands around a map: lines above it, the name of its classes, lines below."""

    lines: Sequence[str]
    legend: str
    source: Sequence[str]


def stage_kinds() -> list[Kind]:
    """The classes of stages in the order of `ORDER`, those alone told that some area is in. What
    is beside the steps is a pattern, as on the screen: in grey its colour would be a step's."""
    return [Kind(stage_label(one), colour(one), _BESIDE.get(one, ""), rare=True) for one in ORDER]


def to_svg(
    outlines: Mapping[str, Any],
    areas: Mapping[str, Shown],
    kinds: Sequence[Kind],
    told: Told,
    paper: Paper = SMALL,
    bounds: Bounds | None = None,
) -> str:
    """The map of the areas (code → what is shown) as SVG. `outlines` is the GeoJSON of their level
    in degrees; with `bounds` only what lies within is drawn."""
    shapes = {
        one["properties"]["kod"]: to_rings(one["geometry"])
        for one in outlines["features"]
        if one["properties"]["kod"] in areas
    }
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    place = Place(to_corners(bounds) or points, paper)
    top = MARGIN + LINE * len(told.lines) + 6
    legend, below = _to_legend(areas, kinds, told.legend, place, top)
    names = _to_names(outlines, areas, place, top) if len(shapes) <= MOST_NAMES else []
    source = [part for one in told.source for part in wrap(one, int(paper.width / WORD))]
    whole = below + 16 * len(source) + MARGIN
    inside = [
        to_patterns(kinds),
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *(
            _text(MARGIN, MARGIN + LINE * n - 5, one, INK, bold=n == 1)
            for n, one in enumerate(told.lines, 1)
        ),
        *_to_frame(place, top, bounds),
        *(_to_path(place, one, top, areas[code], kinds) for code, one in sorted(shapes.items())),
        *names,
        "</g>",
        *legend,
        *(_text(MARGIN, below + 16 * n, one, QUIET, size=12) for n, one in enumerate(source, 1)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {paper.width} {whole:.0f}" '
        f'width="{paper.width}" height="{whole:.0f}" font-family="sans-serif" role="img" '
        f'aria-label="{html.escape(", ".join(told.lines))}">{"".join(inside)}</svg>'
    )


def _to_frame(place: Place, top: float, bounds: Bounds | None) -> list[str]:
    """What the areas are drawn in; with bounds nothing is drawn outside."""
    style = f'stroke="{BORDER}" stroke-width="0.9" stroke-linejoin="round"'
    if not bounds:
        return [f"<g {style}>"]
    where = f'x="{place.left:.1f}" y="{top}" width="{place.width:.1f}" height="{place.height:.1f}"'
    return [f'<clipPath id="ram"><rect {where}/></clipPath>', f'<g {style} clip-path="url(#ram)">']


def _to_path(
    place: Place, rings: Sequence[Ring], top: float, shown: Shown, kinds: Sequence[Kind]
) -> str:
    dashes = f" {ROUGH}" if shown.rough else ""
    return f'<path d="{place.path(rings, top)}" fill="{to_fill(kinds[shown.kind])}"{dashes}/>'


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
    outlines: Mapping[str, Any], areas: Mapping[str, Shown], place: Place, top: float
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
        middle = min(max(x, half + 4), place.edge - half - 4)
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


def _to_legend(
    areas: Mapping[str, Shown], kinds: Sequence[Kind], name: str, place: Place, top: float
) -> tuple[list[str], float]:
    """Which fill is what, with how many areas; and where all that is drawn so far ends."""
    counts = Counter(one.kind for one in areas.values())
    height = top if place.aside else top + place.height + 14
    found = []
    if name:
        height += LINE
        found.append(_text(MARGIN, height, name, INK, bold=True, size=13))
    for at, kind in enumerate(kinds):
        if counts[at] or not kind.rare:
            height += LINE
            found.append(_to_swatch(height, to_fill(kind)))
            found.append(_text(MARGIN + 30, height, f"{kind.label}: {counts[at]}", INK))
    if any(one.rough for one in areas.values()):
        height += LINE
        found.append(_to_swatch(height, "#ffffff", ROUGH))
        found.append(_text(MARGIN + 30, height, _("ungefärlig gräns"), INK))
    return found, max(height, top + place.height if place.aside else 0) + 6


def _to_swatch(height: float, fill: str, more: str = "") -> str:
    return (
        f'<rect x="{MARGIN}" y="{height - 12:.1f}" width="22" height="13" '
        f'fill="{fill}" stroke="{BORDER}" stroke-width="0.9" {more}/>'
    )
