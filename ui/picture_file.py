"""Pictures as PNG, as large as print wants them, drawn here: nothing is asked of another host."""

import re
from types import MappingProxyType

CENTIMETRES, PER_INCH = 16, 300
WIDTH = round(CENTIMETRES / 2.54 * PER_INCH)  # pixels, 1890
MIMES = MappingProxyType({"svg": "image/svg+xml", "png": "image/png"})
_WIDE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)"')


class NoPicture(ValueError):
    """What should be a picture does not say how wide it is."""


def to_png(svg: bytes) -> bytes:
    """The picture (SVG with a width) 16 cm wide at 300 dots an inch. Raises NoPicture."""
    import vl_convert  # what draws is large, and wanted by few

    text = svg.decode()
    found = _WIDE.search(text)
    if found is None:
        raise NoPicture("an svg without a width")
    made: bytes = vl_convert.svg_to_png(
        text, scale=(WIDTH + 0.5) / float(found[1]) * 72 / PER_INCH, ppi=PER_INCH
    )
    return made
