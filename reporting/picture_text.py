"""The text of a lägesbild: paragraphs, and lines that put a figure, a chart or a map between them.

Such a line is a marker alone, `[[siffra:tackning-prioriterade]]`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from words import _

FIGURE, CHART, MAP = KINDS = ("siffra", "diagram", "karta")
TITLE_LENGTH, TEXT_LENGTH, COMMENT_LENGTH = 120, 20_000, 2_000
MOST_MARKERS = 24
_MARKER = re.compile(r"\[\[([a-z]+):([a-z0-9]+(?:-[a-z0-9]+)*)\]\]", re.ASCII)
_OPEN = re.compile(r"\[\[|\]\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Marker(NamedTuple):
    """What is to stand in the text: of which kind, and its name."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"[[{self.kind}:{self.name}]]"


class Faulty(NamedTuple):
    """A line that was meant as a marker and is none."""

    line: str


Block = str | Marker | Faulty  # a str is one paragraph, a heading or a list


def to_unix(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def to_blocks(text: str) -> list[Block]:
    """The text in its order: what stands between empty lines and markers is one paragraph."""
    found: list[Block] = []
    lines: list[str] = []

    def end() -> None:
        if any(line.strip() for line in lines):
            found.append("\n".join(lines).strip("\n"))
        lines.clear()

    for line in to_unix(text).split("\n"):
        told = line.strip()
        if not told:
            end()
        elif _OPEN.search(told):
            end()
            match = _MARKER.fullmatch(told)
            known = match is not None and match[1] in KINDS
            found.append(Marker(match[1], match[2]) if match and known else Faulty(told))
        else:
            lines.append(line.rstrip())
    end()
    return found


def find_markers(text: str) -> list[Marker]:
    """The markers in their order, each once."""
    return list(dict.fromkeys(one for one in to_blocks(text) if isinstance(one, Marker)))


def find_paragraphs(text: str) -> list[str]:
    """The paragraphs alone, in their order."""
    return [one for one in to_blocks(text) if isinstance(one, str)]


def is_storable(text: str) -> bool:
    """Whether the text has only signs that can be kept and read back."""
    return not _CONTROL.search(to_unix(text))


def to_problems(text: str) -> list[str]:
    """What is wrong with the lines that are meant as markers, a sentence each."""
    found = []
    for one in to_blocks(text):
        if isinstance(one, Faulty):
            told = _(
                "Raden ”{line}” är ingen markör. En markör står ensam på sin rad och skrivs som "
                "[[siffra:etablerade]], [[diagram:steg]] eller [[karta:steg]]."
            )
            found.append(told.format(line=one.line[:80]))
    count = len(find_markers(text))
    if count > MOST_MARKERS:
        told = _("Texten har {n} siffror, diagram och kartor. Högst {most} får plats.")
        found.append(told.format(n=count, most=MOST_MARKERS))
    return found


def insert(text: str, marker: Marker) -> str:
    """The text with the marker on a line of its own, last."""
    kept = to_unix(text).rstrip()
    return f"{kept}\n\n{marker}\n" if kept else f"{marker}\n"


def to_outline(headings: Sequence[str]) -> str:
    """An empty text with headings to begin from."""
    return "\n\n".join(f"## {one}" for one in headings) + "\n"
