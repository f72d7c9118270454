"""How large a picture is printed: as drawn, but no larger than the sheet."""

from typing import NamedTuple

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from reports.document.blocks import Picture
from reports.document.checks import WrongDocument

# mm, so that a heading, some text, the picture and its caption share a sheet
WIDEST, TALLEST = 160.0, 145.0
PIXEL = 25.4 / 96  # mm


class WrongPicture(WrongDocument):
    """A picture that is no SVG, or that doesn't say how large it is."""


class Size(NamedTuple):
    """Width and height in mm as printed, and how many pixels wide it is drawn."""

    width: float
    height: float
    pixels: float


def to_size(picture: Picture) -> Size:
    """The picture's size by its `viewBox`, or else its width and height in pixels."""
    try:
        root = fromstring(picture.svg)
    except (ParseError, DefusedXmlException) as error:
        raise WrongPicture(f"{picture.key}: {error}") from error
    box = root.get("viewBox", f"0 0 {root.get('width', '')} {root.get('height', '')}")
    try:
        wide, high = (float(one.removesuffix("px")) for one in box.replace(",", " ").split()[2:])
    except ValueError as error:
        raise WrongPicture(f"{picture.key}: viewBox {box!r}") from error
    if not root.tag.endswith("}svg") or wide <= 0 or high <= 0:
        raise WrongPicture(f"{picture.key}: <{root.tag}> {wide} × {high}")
    scale = min(PIXEL, WIDEST / wide, TALLEST / high)
    return Size(wide * scale, high * scale, wide)
