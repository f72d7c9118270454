"""How wide the columns of a table are, in which size its text, and when the sheet lies down.

Widths are estimates of the text, a little generous, so that both files come out alike and no word
is cut. Sheets are A4 with margins of 25 mm.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from reports.document.blocks import Block, Heading, Table
from reports.document.checks import WrongDocument
from reports.document.grid import Grid

POINT = 25.4 / 72  # mm
SHEET = (210.0, 297.0)  # mm
MARGIN = 25.0  # mm
PADDING = 10.0  # points of a cell that hold no text, both sides together
NEARLY = 0.02  # ems that rounding may have taken
WORDY = 8.0  # ems that a column of words has before text shrinks or the sheet lies down for it
HEADING = 14.0  # ems that a heading may ask for
WIDEST = 40.0  # ems; longer text goes on to the next line
SHORT = 24  # lines; a table of no more is kept on one sheet
# (lies down, size in points), the first that holds every word
WAYS = (
    (False, 9.5),
    (False, 8.5),
    (False, 8.0),
    (True, 9.0),
    (True, 8.0),
    (True, 7.0),
    (True, 6.0),
)
_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[]-\u00a0\u202f "), frozenset("mwMW@%‰—")


LEAST = 2.0  # ems of a column, for a few signs a line


class TooManyColumns(WrongDocument):
    """A table that no sheet has room for, though it lies down and its text is small."""


class Layout(NamedTuple):
    """`widths` of the columns in points, the text's `size` in points, whether the sheet lies down
    (`wide`), and whether the table is short enough to be kept on one sheet."""

    widths: tuple[float, ...]
    size: float
    wide: bool
    short: bool


def text_ems(text: str, *, bold: bool = False) -> float:
    """About how wide the text is, in ems."""
    whole = sum(0.33 if one in _NARROW else 0.9 if one in _WIDE else _ems(one) for one in text)
    return whole * 1.08 if bold else whole


def _ems(sign: str) -> float:
    if sign.isupper():
        return 0.68
    return 0.56 if sign < "\u0250" else 1.0


def sheet_points(*, wide: bool) -> float:
    """The width between the margins, in points."""
    return (SHEET[1 if wide else 0] - 2 * MARGIN) / POINT


def to_layout(grid: Grid) -> Layout:
    """The first way that holds every word of the table whole; the last one breaks what it can't."""
    columns = [_to_column(grid, place) for place in range(len(grid.headings))]
    least = [max(one.word, min(one.cell, WORDY)) for one in columns]
    wide, size = next((way for way in WAYS if _fits(least, *way)), WAYS[-1])
    room = (sheet_points(wide=wide) - PADDING * len(columns)) / size
    if room < LEAST * len(columns):
        raise TooManyColumns(f"{len(columns)}: {', '.join(grid.headings)}")
    widths = _spread(least, [max(one) for one in columns], room)
    points = tuple(round(one * size + PADDING, 1) for one in widths)
    return Layout(points, size, wide, _count_lines(grid, widths) <= SHORT)


def to_broken(grid: Grid, layout: Layout) -> list[list[str]]:
    """The words of each column that it has no room for, not even by themselves on a line."""
    found = []
    for place, width in enumerate(layout.widths):
        room = (width - PADDING) / layout.size + NEARLY
        heads = {one for one in grid.headings[place].split(" ") if text_ems(one, bold=True) > room}
        words = {word for row in grid.rows for word in row[place].split(" ")}
        found.append(sorted(heads | {one for one in words if text_ems(one) > room}))
    return found


class _Needs(NamedTuple):
    """How wide a column's longest word, its longest cell and its heading are, in ems."""

    word: float
    cell: float
    heading: float


def _to_column(grid: Grid, place: int) -> _Needs:
    heading = grid.headings[place]
    cells = {row[place] for row in grid.rows}
    words = {word for text in cells for word in text.split(" ")}
    longest_word = max([text_ems(one) for one in words], default=0.0)
    longest_text = max([text_ems(one) for one in cells], default=0.0)
    bold = max(text_ems(one, bold=True) for one in heading.split(" "))
    whole = min(text_ems(heading, bold=True), HEADING)
    return _Needs(max(longest_word, bold), min(longest_text, WIDEST), whole)


def _fits(least: Sequence[float], wide: bool, size: float) -> bool:
    return sum(one * size + PADDING for one in least) <= sheet_points(wide=wide)


def _spread(least: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Room beyond the least goes to who wants more; with too little room all give of theirs."""
    if sum(least) >= room:
        return _squeeze(least, room)
    missing = [more - one for one, more in zip(least, wanted, strict=True)]
    share = min(1.0, (room - sum(least)) / sum(missing)) if sum(missing) else 0.0
    widths = [one + share * more for one, more in zip(least, missing, strict=True)]
    # A table that is nearly as wide as the sheet is made so; a small one stays small
    return [one * room / sum(widths) for one in widths] if sum(widths) > room * 0.6 else widths


def _squeeze(least: Sequence[float], room: float) -> list[float]:
    """Every column gets what it needs up to one limit, the same for all, so that all get room."""
    limit, left = 0.0, room
    steps = sorted({0.0, *least})
    for low, high in pairwise(steps):
        taking = sum(one > low for one in least)
        rise = min(high - low, left / taking)
        limit, left = limit + rise, left - rise * taking
    return [min(one, limit) for one in least]


def _count_lines(grid: Grid, widths: Sequence[float]) -> int:
    def height(row: Sequence[str]) -> int:
        return max(ceil(text_ems(one) / width) for one, width in zip(row, widths, strict=True))

    return sum(height(one) for one in (grid.headings, *grid.rows[: SHORT + 1]))


class Part(NamedTuple):
    """Blocks that follow each other on sheets of one kind."""

    wide: bool
    blocks: tuple[Block, ...]


def to_parts(blocks: Sequence[Block], wide_keys: set[str]) -> Iterator[Part]:
    """The blocks by how their sheets lie. Headings right above a wide table go with it: a heading
    is never the last of its sheet."""
    lying = [isinstance(one, Table) and one.key in wide_keys for one in blocks]
    for place in range(len(blocks) - 2, -1, -1):
        lying[place] = lying[place] or (isinstance(blocks[place], Heading) and lying[place + 1])
    start = 0
    for place in range(1, len(blocks) + 1):
        if place == len(blocks) or lying[place] != lying[start]:
            yield Part(lying[start], tuple(blocks[start:place]))
            start = place
