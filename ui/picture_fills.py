"""How a class of a map is filled in a picture: a colour, or the pattern that the map itself has
(`ui/map_js/style.js`), so that classes without a value are kept apart without colour."""

from collections.abc import Iterable

from ui.palette import Kind

# Pattern → ground, lines, ink, width of the lines
PATTERNS = {
    "hatch": ("#ffffff", "M-1,1 l2,-2 M0,8 l8,-8 M7,9 l2,-2", "#6b7680", 1.4),
    "dots": ("#f4f4f4", "M2,2 h1.6 M6,6 h1.6", "#5f6b75", 1.6),
    "grid": ("#ffffff", "M4,0 v8 M0,4 h8", "#8b97a1", 1),
    "bars": ("#fbe3c8", "M0,2 h8 M0,6 h8", "#b45f06", 1.5),
}


def to_fill(kind: Kind) -> str:
    """What an area of the class is filled with."""
    return f"url(#{kind.pattern})" if kind.pattern else kind.colour


def to_patterns(kinds: Iterable[Kind]) -> str:
    """The patterns of the classes, to stand first in a picture."""
    names = sorted({kind.pattern for kind in kinds if kind.pattern})
    drawn = [_to_pattern(name, *PATTERNS[name]) for name in names]
    return f"<defs>{''.join(drawn)}</defs>" if drawn else ""


def _to_pattern(name: str, ground: str, lines: str, ink: str, width: float) -> str:
    return (
        f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{ground}"/>'
        f'<path d="{lines}" stroke="{ink}" stroke-width="{width}"/></pattern>'
    )
