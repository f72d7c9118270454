"""The whole report, chapter by chapter in the order of the government's own list."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reports.content import (
    authorities,
    definitions,
    examples,
    follow_up,
    measures,
    obstacles,
    regions,
    resources,
    summary,
)
from reports.content.asked import Asked
from reports.document.blocks import Block, Document, Heading
from ui import formats
from words import _

Tell = Callable[[int, int, str], None]  # parts done, of how many, what is made now


class Part(NamedTuple):
    """A part of the report: what it is called while it is made, and what makes it."""

    name: str
    make: Callable[[], list[Block]]


def to_document(asked: Asked, tell: Tell = lambda _done, _of, _name: None) -> Document:
    """The report. `tell` hears of every part before it is made; what it raises stops the making."""
    parts = list(to_parts(asked))
    blocks: list[Block] = []
    for done, part in enumerate(parts):
        tell(done, len(parts), part.name)
        blocks += part.make()
    title = _("Barn och unga i organiserad brottslighet: arbetet i bob, {area}")
    return Document(
        title.format(area=asked.title),
        to_lines(asked),
        tuple(blocks),
        asked.stamp,
        author=_("Lägesbild bob"),
        is_example=asked.release.is_example,
    )


def to_lines(asked: Asked) -> tuple[str, ...]:
    """What stands below the title: the choice, the release, what it answers to."""
    return (
        _("Period: {period}. Läget {day}.").format(period=asked.period, day=formats.day(asked.day)),
        _("{release}.").format(release=asked.source),
        _("Underlag till redovisningen av uppdraget Ju2025/00846."),
    )


def to_parts(asked: Asked) -> Iterator[Part]:
    """Every part in order; each chapter begins with its heading."""

    def chapter(title: str, make: Callable[[], list[Block]]) -> Part:
        return Part(title, lambda: [Heading(title), *make()])

    yield chapter(_("Sammanfattning"), lambda: summary.to_blocks(asked))
    yield chapter(_("Genomfört arbete per myndighet"), lambda: authorities.to_blocks(asked))
    overall = _("Resultat på övergripande nivå")
    if asked.area.level == "riket":
        yield chapter(overall, lambda: list(regions.to_parts(asked, 2)))
        title = _("Resultat per polisregion")
        for place, region in enumerate(regions.to_regions(asked)):
            head: list[Block] = [] if place else [Heading(title)]
            yield Part(region.title, lambda r=region, h=head: [*h, *regions.to_blocks(r)])  # type: ignore[misc]
    else:
        title = _("Resultat i {place}").format(place=asked.place)
        yield chapter(title, lambda: list(regions.to_parts(asked, 2)))
    yield chapter(_("Så följs arbetet upp"), lambda: follow_up.to_blocks(asked))
    yield chapter(
        _("Åtgärder och insatser för individer, och deras omfattning"),
        lambda: to_measures(asked),
    )
    yield chapter(_("Hinder"), lambda: obstacles.to_blocks(asked))
    title = _("Resursåtgång och kostnader, nu och framöver")
    yield chapter(title, lambda: resources.to_blocks(asked))
    yield chapter(_("Underlag och definitioner"), lambda: definitions.to_blocks(asked))


def to_measures(asked: Asked) -> list[Block]:
    """Measures, and what others can learn from."""
    return [
        *measures.to_blocks(asked),
        Heading(_("Goda exempel och kompetensbehov"), 2),
        *examples.to_blocks(asked),
    ]
