"""The report in short: one sentence of each thing that the government asks of."""

from indicators.resources import to_sums
from pages.resource_reads import to_authorities, to_resources
from reports.content import (
    establishment,
    goals,
    obstacles,
    participation,
    reached,
    resources,
    youth,
)
from reports.content.asked import Asked
from reports.content.work import to_work
from reports.document.blocks import Block, Bullets, Notice, to_line
from ui import resource_words
from ui.meeting_choice import LOCAL
from ui.work_choice import STAFF
from words import _


def to_blocks(asked: Asked) -> list[Block]:
    """The sentences, after the mark of example data where it is."""
    whose = goals.of_regions(asked)  # what is the region's must not be read as the area's own
    lines = [
        establishment.to_headline(asked),
        participation.to_said(asked, LOCAL, *participation.to_totals(asked, LOCAL)),
        f"{goals.to_said(asked)} {whose}".strip(),
        youth.to_said(asked, youth.to_shorts(asked)),
        reached.to_said(asked),
        f"{obstacles.to_said(asked, obstacles.to_found(asked))} {whose}".strip(),
        f"{_to_resources(asked)} {whose}".strip(),
    ]
    listed = Bullets(tuple(to_line(one) for one in lines))
    return [*to_mark(asked), listed]


def to_mark(asked: Asked) -> list[Block]:
    """That the figures are made up, where they are."""
    if not asked.release.is_example:
        return []
    return [Notice((_("EXEMPELDATA: påhittade uppgifter, använd dem inte som fakta."),))]


def _to_resources(asked: Asked) -> str:
    found = to_resources(to_work(asked))
    if not found.year or not found.regions.names:
        return resources.to_nothing(asked)
    names = to_authorities(found, asked.viewer)
    sums = to_sums(found.rows, STAFF, list(names))
    reported, of = len(found.reported), len(found.regions.names)
    return resource_words.headline(sums, names, found.year, STAFF, reported, of)
