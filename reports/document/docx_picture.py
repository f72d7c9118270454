"""A picture of a DOCX: the SVG as pixels for print, with what it shows in words."""

import io
from typing import Any

from docx.shared import Mm
from docx.text.paragraph import Paragraph

from reports.document.blocks import Picture
from reports.document.picture_size import WrongPicture, to_size

DOTS = 220  # an inch; more is not seen in print


def add_picture(paragraph: Paragraph, picture: Picture) -> None:
    """The picture at the end of the paragraph. Raises `WrongPicture` for what can't be drawn."""
    size = to_size(picture)
    pixels = to_png(picture, size.width / 25.4 * DOTS / size.pixels)
    shape = paragraph.add_run().add_picture(io.BytesIO(pixels), width=Mm(size.width))
    told: Any = shape._inline.docPr
    told.set("descr", picture.alt)
    told.set("title", picture.caption)


def to_png(picture: Picture, scale: float) -> bytes:
    """The SVG as PNG, `scale` pixels of it for each of the drawing's."""
    import vl_convert  # what draws is large, and wanted by few

    try:
        pixels: bytes = vl_convert.svg_to_png(picture.svg, scale=scale)
    except ValueError as error:
        raise WrongPicture(f"{picture.key}: {error}") from error
    return pixels
