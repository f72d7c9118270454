"""What a document must be for both files to tell all of it. Each fault has a name, and is for who
makes documents: nobody is given half of one."""

from collections.abc import Iterator, Sequence

from reports.document.blocks import (
    Block,
    Bullets,
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

LEVELS = (1, 2, 3)


class WrongDocument(ValueError):
    """A document that no file is made of."""


class NoTitle(WrongDocument):
    """A document or a heading without a word."""


class WrongLevel(WrongDocument):
    """A heading that is not 1–3, or that skips a level."""


class SameKey(WrongDocument):
    """Two tables or pictures by the same key."""


class UnknownRef(WrongDocument):
    """A reference to what is not in the document."""


class NoAlt(WrongDocument):
    """A picture without words of what it shows."""


class NoCaption(WrongDocument):
    """A table or a picture without a caption."""


def check(document: Document) -> None:
    """Raise the first fault of the document, by its name. Cells are checked where they are read."""
    if not document.title:
        raise NoTitle("the document")
    _check_headings(document.blocks)
    keys = _check_keys(document.blocks)
    for block in document.blocks:
        for line in to_lines(block):
            for part in line:
                if isinstance(part, Ref) and part not in keys:
                    raise UnknownRef(part)


def to_lines(block: Block) -> Iterator[Line]:
    """The lines of a block that holds running text."""
    if isinstance(block, Paragraph | Quote | Notice):
        yield block.line
    elif isinstance(block, Bullets):
        yield from block.lines


def _check_headings(blocks: Sequence[Block]) -> None:
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            if not block.text:
                raise NoTitle(f"a heading of level {block.level}")
            if block.level not in LEVELS or block.level > above + 1:
                raise WrongLevel(f"{block.level} after {above}: {block.text}")
            above = block.level


def _check_keys(blocks: Sequence[Block]) -> set[str]:
    keys: set[str] = set()
    for block in blocks:
        if isinstance(block, Table | Picture):
            if block.key in keys:
                raise SameKey(block.key)
            if not block.caption:
                raise NoCaption(block.key)
            keys.add(block.key)
        if isinstance(block, Picture) and not block.alt:
            raise NoAlt(block.key)
    return keys
