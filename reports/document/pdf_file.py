"""A document as tagged PDF (PDF/UA-1), set by `report.typ` with the compiler's own fonts: the same
bytes on every machine, and nothing is asked of another host."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from reports.document.blocks import (
    Block,
    Bullets,
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
from reports.document.checks import WrongDocument
from reports.document.layout import MARGIN, PADDING, to_broken
from reports.document.numbering import caption_word
from reports.document.picture_size import to_size
from reports.document.prepared import Prepared, prepare
from ui import formats
from words import _

STANDARD: Literal["ua-1"] = "ua-1"
UNKNOWN = "\ufffd"
ROUNDS = 5
_NO_SIGN = re.compile(r'`"(.+?)"` could\b', re.DOTALL)
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


class NotSet(WrongDocument):
    """A document that the compiler can't set, with what it said."""


def to_pdf(document: Document) -> bytes:
    """The file. A sign that no font of the compiler has (an emoji, say) is shown as `�`. Raises a
    `WrongDocument` by its name for what can't be told whole."""
    prepared = prepare(document)
    told = json.dumps(dict(_to_told(prepared)), ensure_ascii=False)
    at = datetime.combine(document.stamp, time(), UTC)
    for _round in range(ROUNDS):
        made = _set(told, at)
        if isinstance(made, bytes):
            return made
        told = told.translate(dict.fromkeys(map(ord, made), UNKNOWN))
    raise NotSet("signs that no font has")


def _set(told: str, at: datetime) -> bytes | set[str]:
    """The file, or else the signs that no font has."""
    import typst  # the compiler is large, and wanted by few

    try:
        return typst.compile(
            _template(),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"told": told},
            pdf_standards=STANDARD,
            timestamp=at,
        )
    except typst.TypstError as error:
        signs = {sign for text in _NO_SIGN.findall(error.diagnostic) for sign in _to_signs(text)}
        unknown = {one for one in signs if ord(one) > 0x7F and one != UNKNOWN}
        if not unknown:
            raise NotSet(error.diagnostic or error.message) from error
        return unknown


def _to_signs(text: str) -> str:
    """What the compiler quotes, with its codes as signs."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), text)


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (Path(__file__).parent / "report.typ").read_bytes()


def _to_told(prepared: Prepared) -> Iterator[tuple[str, Any]]:
    """All that the template tells, by the names that it asks for."""
    document = prepared.document
    yield "title", document.title
    yield "author", document.author or ()
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
