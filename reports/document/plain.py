"""Text as both files can hold it: nothing is interpreted, and what no file can hold left out."""

import re

from reports.document.blocks import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Line,
    Notice,
    Paragraph,
    Picture,
    Quote,
    Ref,
    Table,
)

# Control signs but tab and line feed, halves of pairs, and what XML 1.0 calls no character
UNHELD = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_plain(text: str) -> str:
    """The text without control signs and halves of pairs; every line end is a line feed."""
    return UNHELD.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def to_one_line(text: str) -> str:
    """The same without line ends and tabs, for what stands on a line of its own."""
    return re.sub(r"[\t\n]+", " ", to_plain(text)).strip()


def to_parts(line: Line) -> Line:
    """The parts of a line, each still of its kind; a reference keeps its key."""
    kept = (one if isinstance(one, Ref) else type(one)(to_plain(one)) for one in line)
    return tuple(one for one in kept if one)


def to_clean(document: Document) -> Document:
    """The document with every text as both files can hold it; cells are the grid's to clean."""
    return document._replace(
        title=to_one_line(document.title),
        lines=tuple(to_one_line(one) for one in document.lines),
        author=to_one_line(document.author),
        blocks=tuple(_clean(one) for one in document.blocks),
    )


def _clean(block: Block) -> Block:
    if isinstance(block, Heading):
        return block._replace(text=to_one_line(block.text))
    if isinstance(block, Paragraph | Quote | Notice):
        return block._replace(line=to_parts(block.line))
    if isinstance(block, Bullets):
        return block._replace(lines=tuple(to_parts(one) for one in block.lines))
    if isinstance(block, Table):
        return block._replace(caption=to_one_line(block.caption), note=to_plain(block.note))
    assert not isinstance(block, Chart)  # drawn when the document was prepared
    return _clean_picture(block)


def _clean_picture(block: Picture) -> Picture:
    return block._replace(
        caption=to_one_line(block.caption),
        alt=to_one_line(block.alt),
        note=to_plain(block.note),
        svg=to_plain(block.svg),
    )
