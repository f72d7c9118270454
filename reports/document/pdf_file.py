"""A document as tagged PDF: what of it the template tells, of which `setting.py` makes the file."""

import json
from collections.abc import Iterator
from typing import Any

from reports.document.blocks import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Line,
    Notice,
    Picture,
    Quote,
    Ref,
    Strong,
    Table,
)
from reports.document.layout import MARGIN, PADDING, to_broken
from reports.document.numbering import caption_word
from reports.document.picture_size import to_size
from reports.document.prepared import Prepared, prepare
from ui import formats
from words import _, tag


def to_told(document: Document) -> str:
    """All that the template tells of the document, as JSON. Raises a `WrongDocument`."""
    return json.dumps(dict(_to_told(prepare(document))), ensure_ascii=False)


def _to_told(prepared: Prepared) -> Iterator[tuple[str, Any]]:
    """All that the template tells, by the names that it asks for."""
    document = prepared.document
    yield "title", document.title
    yield "author", document.author or ()
    yield "language", tag().split("-")
    yield "lines", document.lines
    yield "stamp", formats.day(document.stamp)
    stamp = document.stamp
    yield "day", {"year": stamp.year, "month": stamp.month, "day": stamp.day}
    yield "mark", _("EXEMPELDATA") if document.is_example else ""
    yield "keywords", [_("Exempeldata")] if document.is_example else []
    yield "margin", MARGIN
    yield "padding", PADDING
    yield "contents", bool(prepared.headings)
    yield (
        "words",
        {
            "page": _("Sida"),
            "of": _("av"),
            "contents": _("Innehåll"),
            "nothing": _("Det finns inget att visa."),
        },
    )
    yield (
        "parts",
        [
            {"wide": part.wide, "blocks": [_to_block(one, prepared) for one in part.blocks]}
            for part in prepared.parts
        ],
    )


def _to_block(block: Block, prepared: Prepared) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"is": "heading", "level": block.level, "text": block.text}
    if isinstance(block, Bullets):
        return {"is": "bullets", "lines": [_to_line(one, prepared) for one in block.lines]}
    if isinstance(block, Table):
        return {"is": "table"} | _to_named(block, prepared) | _to_cells(block, prepared)
    if isinstance(block, Picture):
        drawn = {"svg": block.svg, "alt": block.alt, "width": to_size(block).width}
        return {"is": "picture"} | _to_named(block, prepared) | drawn
    assert not isinstance(block, Chart)  # drawn when the document was prepared
    kind = {Quote: "quote", Notice: "notice"}.get(type(block), "paragraph")
    return {"is": kind, "line": _to_line(block.line, prepared)}


def _to_named(block: Table | Picture, prepared: Prepared) -> dict[str, str]:
    number = prepared.numbers[block.key]
    word = caption_word(number.kind)
    return {"mark": number.mark, "word": word, "caption": block.caption, "note": block.note}


def _to_cells(block: Table, prepared: Prepared) -> dict[str, Any]:
    grid, layout = prepared.grids[block.key], prepared.layouts[block.key]
    return grid._asdict() | layout._asdict() | {"broken": to_broken(grid, layout)}


def _to_line(line: Line, prepared: Prepared) -> list[dict[str, str]]:
    return [_to_part(one, prepared, first=place == 0) for place, one in enumerate(line)]


def _to_part(part: str, prepared: Prepared, *, first: bool) -> dict[str, str]:
    if isinstance(part, Ref):
        told = prepared.told(part, first=first)
        return {"kind": "ref", "text": told, "mark": prepared.numbers[part].mark}
    return {"kind": "strong" if isinstance(part, Strong) else "plain", "text": part}
