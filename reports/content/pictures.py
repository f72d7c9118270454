"""The published lägesbild of an area, from what was frozen alone: nothing in it is made anew."""

from contextlib import suppress
from datetime import date
from typing import Any

from data_access.pictures import Published, UnknownPicture, fetch_picture, fetch_pictures
from reporting import picture_text
from reporting.picture_text import CHART, MAP, Marker
from reports.content.asked import Asked
from reports.content.parts import CHART_WIDTH
from reports.document.blocks import (
    Block,
    Bullets,
    Chart,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Strong,
    to_line,
)
from ui import formats, picture_frames
from ui.chart_base import Title
from ui.chart_file import to_vega
from ui.safe_markdown import to_safe
from words import _

_ITEM = "- "


def to_blocks(asked: Asked, level: int = 3) -> list[Block]:
    """The newest published of the area by the report's day and stamp, or that there is none."""
    found = find_newest(asked)
    if found is None:
        none = _("Ingen lägesbild av {place} är publicerad för perioden.")
        said = Paragraph(to_line(none.format(place=asked.place)))
        return [Heading(_("Lägesbild"), level), said]
    content = found.read()
    told = _("Lägesbild nummer {n}, läget {day}, publicerad {published}.").format(
        n=found.number,
        day=formats.day(found.day),
        published=formats.day(formats.day_of(found.published_at)),
    )
    text = [
        block for one in picture_text.to_blocks(content["text"]) for block in _to_own(one, found)
    ]
    return [
        Heading(_("Lägesbild: {title}").format(title=content["title"]), level),
        Paragraph((told,)),
        *text,
    ]


def find_newest(asked: Asked) -> Published | None:
    """The newest by the picture's own day, of those published by the report's stamp."""
    for row in fetch_pictures(viewer=asked.viewer).to_dict("records"):
        day: date = row["day"]
        came = formats.day_of(row["published_at"])
        is_within = asked.since < day <= asked.day and came is not None and came <= asked.stamp
        if row["area"] == asked.area.code and is_within:
            with suppress(UnknownPicture):  # withdrawn just now
                return fetch_picture(int(row["number"]), viewer=asked.viewer)
    return None


def _to_own(one: picture_text.Block, found: Published) -> list[Block]:
    """A part of the text as blocks."""
    if isinstance(one, Marker):
        part = found.read()["parts"].get(str(one))
        return [] if part is None else [_to_part(one, part, found)]
    if isinstance(one, str):
        return _to_text(one)
    return [Quote((one.line,))]


def _to_part(marker: Marker, part: dict[str, Any], found: Published) -> Block:
    if marker.kind not in (CHART, MAP):
        return Quote((f"{part['title']}: ", Strong(str(part["value"]))))
    key = f"figur-lagesbild-{found.number}-{marker.kind}-{marker.name}"
    caption = _("{title}, ur lägesbild nummer {n}").format(title=part["title"], n=found.number)
    told, source = str(part["told"]), str(part["source"])
    if marker.kind == MAP:
        return Picture(key, caption, str(part["svg"]), told, source)
    drawing = picture_frames.from_drawing(part["chart"])
    spec = to_vega(drawing, Title((), tuple(part["sources"])), CHART_WIDTH)
    return Chart(key, caption, spec, told, source)


def _to_text(text: str) -> list[Block]:
    """A paragraph, a heading or a list as it was written; its headings stand below ours."""
    blocks: list[Block] = []
    items: list[tuple[str, ...]] = []
    for line in to_safe(text).split("\n"):
        told = line.strip()
        if told.startswith(_ITEM):
            items.append(to_line(told.removeprefix(_ITEM)))
            continue
        if items:
            blocks.append(Bullets(tuple(items)))
            items = []
        if told.startswith("#"):
            blocks.append(Paragraph((Strong("".join(to_line(told.lstrip("# ")))),)))
        elif told:
            blocks.append(Quote(to_line(told.removeprefix("> "))))
    return [*blocks, Bullets(tuple(items))] if items else blocks
