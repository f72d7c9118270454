"""A sheet's blocks: each is a heading row and the lines under it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporting.kinds import Kind, kinds
from reporting.reading.grid import Cell, Line, Sheet, is_blank, to_text
from reporting.reading.headings import (
    AREA,
    AREA_CODE,
    PERIOD,
    Header,
    find_header,
    find_headers,
    is_likely,
)
from reporting.reading.spelling import fold
from words import in_every_language

_TITLE_ABOVE = 4  # lines above the headings in which a title may stand


@dataclass(frozen=True)
class Block:
    """A heading row and the lines under it, down to the next block."""

    header: Header
    lines: Sequence[Line]
    carried: Mapping[str, Mapping[int, Cell]]


def to_blocks(sheet: Sheet) -> list[Block]:
    """The blocks from above; empty when the sheet holds none of our headings. Problem when it
    holds more of them than any report."""
    hint = to_kind(sheet.name)
    first = find_header(sheet.lines, hint)
    if first is None and not sheet.name:  # a CSV file may begin with anything
        whole = (find_header([line], None) for line in sheet.lines if is_likely(line))
        first = next((one for one in whole if one), None)
    if first is None:
        return []
    headers = find_headers(sheet.lines, first)
    numbers = [line.number for line in sheet.lines]
    starts = [bisect_right(numbers, header.row) for header in headers]
    ends = [_to_end(sheet.lines, start - 1) for start in starts[1:]] + [len(numbers)]
    bottoms = {(merge.top, merge.left): merge.bottom for merge in sheet.merged}
    found = []
    for header, start, end in zip(headers, starts, ends, strict=True):
        lines = sheet.lines[start:end]
        found.append(Block(header, lines, _to_carried(header, lines, bottoms)))
    return found


def to_kind(name: str) -> Kind | None:
    """The kind whose title, or code, is the sheet's name."""
    folded = fold(name)
    for of in in_every_language(kinds):
        for kind in of.values():
            if folded and folded in (fold(kind.title), fold(kind.title[:31]), fold(kind.code)):
                return kinds()[kind.code]
    return None


def _to_end(lines: Sequence[Line], heading: int) -> int:
    """Where the block before the heading line ends: at the title above it, if it has one."""
    row = lines[heading].number
    for place in range(max(0, heading - _TITLE_ABOVE), heading):
        line = lines[place]
        is_near = row - _TITLE_ABOVE <= line.number
        if is_near and len(line.cells) == 1 and to_kind(to_text(next(iter(line.cells.values())))):
            return place
    return heading


def _to_carried(
    header: Header, lines: Sequence[Line], bottoms: Mapping[tuple[int, int], int]
) -> dict[str, dict[int, Cell]]:
    """What is merged down over rows, for area and period: name → row → cell. `bottoms` is the last
    row of what is merged, by its upper left corner."""
    found: dict[str, dict[int, Cell]] = {}
    for name in (AREA_CODE, AREA, PERIOD):
        column = header.columns.get(name, 0)
        bottom, cell = 0, None
        for line in lines:
            if line.number <= bottom:
                found.setdefault(name, {})[line.number] = cell
            elif not is_blank(line.cells.get(column)):
                cell = line.cells[column]
                bottom = bottoms.get((line.number, column), 0)
    return found
