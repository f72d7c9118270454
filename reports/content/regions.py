"""The result of one part of the country: where it stands, who takes part, goals, the young, its
lägesbild."""

from collections.abc import Iterator

from data_access.areas import fetch_areas
from reports.content import establishment, goals, participation, pictures, reached, youth
from reports.content.asked import Asked
from reports.document.blocks import Block, Heading, Paragraph, to_line
from words import _


def to_regions(asked: Asked) -> list[Asked]:
    """The country's polisregioner that the viewer sees; a smaller area is told by itself."""
    if asked.area.level != "riket":
        return []
    found = fetch_areas(asked.day, "polisregion", viewer=asked.viewer)
    return [asked.of(code) for code in found["code"]]


def to_blocks(region: Asked) -> list[Block]:
    """A region's own part, under a heading of its name."""
    return [Heading(region.title, 2), *to_parts(region, 3)]


def to_parts(asked: Asked, level: int) -> Iterator[Block]:
    """Establishment, participation, goals, measures, the young, and the lägesbild, each under a
    heading of that level."""
    yield Heading(_("Råd och täckning"), level)
    yield from establishment.to_blocks(asked)
    if asked.area.level == "polisregion":
        yield establishment.to_groups(asked, "polisomrade")
    yield Heading(_("Deltagande"), level)
    yield from participation.to_blocks(asked)
    yield Heading(_("Gemensamma mål"), level)
    yield from goals.to_blocks(asked)
    yield Heading(_("Unga i organiserad brottslighet"), level)
    yield from youth.to_blocks(asked)
    if asked.area.level != "riket":
        yield Heading(_("Insatser"), level)
        yield Paragraph(to_line(reached.to_said(asked)))
    yield from pictures.to_blocks(asked, level)
