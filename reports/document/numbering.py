"""Tables and pictures by number, each kind from 1, in the order they stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reports.document.blocks import Block, Picture, Table
from words import _


class Number(NamedTuple):
    """What a table or a picture is called: `kind` is `tabell` or `figur`, `mark` its place in the
    file, such as `tabell-3`."""

    kind: str
    number: int

    @property
    def mark(self) -> str:
        return f"{self.kind}-{self.number}"

    @property
    def name(self) -> str:
        """`Tabell 3`, as its caption begins."""
        return f"{caption_word(self.kind)} {self.number}"

    @property
    def ref(self) -> str:
        """`tabell 3`, as the running text says it; the number stays on the line of its word."""
        return f"{ref_word(self.kind)}\u00a0{self.number}"


def caption_word(kind: str) -> str:
    """The word that a caption begins with."""
    return _("Tabell") if kind == "tabell" else _("Figur")


def ref_word(kind: str) -> str:
    """The word that running text refers with."""
    return _("tabell") if kind == "tabell" else _("figur")


def to_numbers(blocks: Sequence[Block]) -> Mapping[str, Number]:
    """The number of each table and picture, by its key."""
    counts: Counter[str] = Counter()
    found: dict[str, Number] = {}
    for block in blocks:
        if isinstance(block, Table | Picture):
            kind = "tabell" if isinstance(block, Table) else "figur"
            counts[kind] += 1
            found[block.key] = Number(kind, counts[kind])
    return found
