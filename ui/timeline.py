"""A council's stages over time in a small picture: light enough to come with a click."""

from collections.abc import Sequence
from datetime import date

from ui import formats
from ui.palette import stage_label
from ui.stage_colours import colour

_HEIGHT, _BAR = 54, 22
Marks = Sequence[tuple[date, str | None]]  # the day from which a stage holds, in order of time


def to_spans(history: Marks, first: date, last: date) -> list[tuple[date, date, str | None]]:
    """Unbroken (from, to, stage) between the days; stage None is 'uppgift saknas'."""
    marks = [(first, None), *history]
    ends = [day for day, _stage in marks[1:]] + [last]
    spans = [
        (max(day, first), min(end, last), stage)
        for (day, stage), end in zip(marks, ends, strict=True)
    ]
    return [span for span in spans if span[0] < span[1]]


def stage_timeline(history: Marks, first: date, last: date) -> tuple[str, str]:
    """A bar of one council's stages as SVG, as wide as its place with letters of their own size
    (`web/screen.css` keeps its height), and the same in words."""
    whole = max((last - first).days, 1)
    parts = []
    for start, end, stage in to_spans(history, first, last):
        left = (start - first).days / whole * 100
        wide = (end - start).days / whole * 100
        parts.append(
            f'<rect x="{left:.2f}%" y="4" width="{wide:.2f}%" height="{_BAR}" '
            f'fill="{colour(stage)}" stroke="#4b5a67" stroke-width="0.8"/>'
        )
    for year in range(first.year + 1, last.year + 1):
        x = (date(year, 1, 1) - first).days / whole * 100
        parts.append(
            f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{_BAR + 4}" y2="{_BAR + 11}" stroke="#4b5a67"/>'
            f'<text x="{x:.2f}%" y="{_BAR + 26}" font-size="13" text-anchor="middle">{year}</text>'
        )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{_HEIGHT}" '
        f'font-family="sans-serif" fill="#1b2733">{"".join(parts)}</svg>'
    )
    said = [
        f"{formats.short_day(start)} {stage_label(stage)}"
        for start, stage in history
        if start <= last
    ]
    return svg, " · ".join(said)
