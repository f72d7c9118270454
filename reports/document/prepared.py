"""A document ready for any file: checked, clean, numbered, with its tables as text and laid out."""

from collections.abc import Mapping
from typing import NamedTuple

from reports.document.blocks import Document, Heading, Ref, Table
from reports.document.checks import check
from reports.document.drawing import draw, to_drawn, to_specs
from reports.document.grid import Grid, to_grid
from reports.document.layout import Layout, Part, to_layout, to_parts
from reports.document.numbering import Number, to_numbers
from reports.document.plain import to_clean


class Prepared(NamedTuple):
    """`numbers`, `grids` and `layouts` by key; `parts` hold the document's blocks in order."""

    document: Document
    numbers: Mapping[str, Number]
    grids: Mapping[str, Grid]
    layouts: Mapping[str, Layout]
    parts: tuple[Part, ...]

    @property
    def headings(self) -> list[Heading]:
        return [one for one in self.document.blocks if isinstance(one, Heading)]

    def told(self, part: str, *, first: bool = False) -> str:
        """A part of a line as it is read: a reference is `tabell 3`, or `Tabell 3` when the line
        begins with it (`first`)."""
        if not isinstance(part, Ref):
            return part
        ref = self.numbers[part].ref
        return ref[0].upper() + ref[1:] if first else ref


def prepare(document: Document) -> Prepared:
    """The document as both files tell it. Raises a `WrongDocument` by its name for what can't be
    told whole."""
    drawn = to_drawn(document, draw(to_specs(document)))  # none is left when it is drawn already
    clean = to_clean(drawn)
    check(clean)
    tables = [one for one in clean.blocks if isinstance(one, Table)]
    grids = {one.key: to_grid(one) for one in tables}
    layouts = {key: to_layout(grid) for key, grid in grids.items()}
    lying = {key for key, layout in layouts.items() if layout.wide}
    parts = tuple(to_parts(clean.blocks, lying))
    return Prepared(clean, to_numbers(clean.blocks), grids, layouts, parts)
