"""Charts of a document as pictures; by itself in a process of its own, since what draws takes much
memory: `python -m reports.document.drawing` reads a list of charts and writes a list of SVG."""

import json
import sys
from collections.abc import Sequence

from reports.document.blocks import Block, Chart, Document, Picture


def to_specs(document: Document) -> list[str]:
    """The document's charts, in order."""
    return [one.spec for one in document.blocks if isinstance(one, Chart)]


def to_drawn(document: Document, drawn: Sequence[str]) -> Document:
    """The document with its charts as pictures, an SVG each in the order of `to_specs`."""
    left = iter(drawn)
    blocks: list[Block] = [
        Picture(one.key, one.caption, next(left), one.alt, one.note)
        if isinstance(one, Chart)
        else one
        for one in document.blocks
    ]
    return document._replace(blocks=tuple(blocks))


def draw(specs: Sequence[str]) -> list[str]:
    """Each chart as SVG; nothing is asked of another host."""
    if not specs:
        return []
    import vl_convert  # what draws is large, and wanted by few

    return [vl_convert.vegalite_to_svg(one, allowed_base_urls=[]) for one in specs]


if __name__ == "__main__":
    json.dump(draw(json.load(sys.stdin)), sys.stdout)
