"""The report in short: one sentence of each thing that the government asks of."""

from indicators.resources import to_sums
from pages.resource_reads import to_authorities, to_resources
from reports.content import establishment, goals, obstacles, reached, resources, youth
from reports.content.asked import Asked
from reports.content.participation import to_meeting, to_totals
from reports.content.work import to_work
from reports.document.blocks import Block, Bullets, Notice, to_line
from ui import meeting_words, resource_words
from ui.meeting_choice import LOCAL
from ui.work_choice import STAFF
from words import _


def to_blocks(asked: Asked) -> list[Block]:
    """The sentences, after the mark of example data where it is."""
    whose = goals.of_regions(asked)  # what is the region's must not be read as the area's own
    lines = [
        establishment.to_headline(asked),
        _to_meetings(asked),
        f"{goals.to_said(asked)} {whose}".strip(),
        youth.to_said(asked, youth.to_shorts(asked)),
        reached.to_said(asked),
        *(f"{one} {whose}".strip() for one in (_to_obstacles(asked), _to_resources(asked)) if one),
    ]
    listed = Bullets(tuple(to_line(one) for one in lines if one))
    return [*to_mark(asked), listed]


def to_mark(asked: Asked) -> list[Block]:
    """That the figures are made up, where they are."""
    if not asked.release.is_example:
        return []
    return [Notice((_("EXEMPELDATA: påhittade uppgifter, använd dem inte som fakta."),))]


def _to_meetings(asked: Asked) -> str:
    totals, actors = to_totals(asked, LOCAL)
    return meeting_words.answer(totals, actors, asked.place, to_meeting(asked, LOCAL))


def _to_obstacles(asked: Asked) -> str:
    found = obstacles.to_found(asked)
    return obstacles.to_said(asked, found) if found.periods else ""


def _to_resources(asked: Asked) -> str:
    found = to_resources(to_work(asked))
    if not found.year or not found.regions.names:
        return resources.to_nothing(asked)
    names = to_authorities(found, asked.viewer)
    sums = to_sums(found.rows, STAFF, list(names))
    reported, of = len(found.reported), len(found.regions.names)
    return resource_words.headline(sums, names, found.year, STAFF, reported, of)
