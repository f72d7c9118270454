"""The common goals: how each stands in each region, and what it says."""

from data_access.areas import fetch_areas
from pages.goal_reads import Standing, fetch_standings
from pages.reads import fetch_names
from reports.content.asked import Asked
from reports.content.parts import see, to_table
from reports.document.blocks import Block, Paragraph, Table, to_line
from ui import goal_tables, goal_words
from words import _


def to_regions(asked: Asked) -> dict[str, str]:
    """Code → name of the polisregioner that report for the area: all, itself, or those it lies
    in; of those that the viewer sees."""
    names = fetch_names(asked.day, viewer=asked.viewer).get("polisregion", {})
    if asked.area.level == "riket":
        return names
    if asked.area.level == "polisregion":
        return {asked.area.code: asked.area.name}
    lpos = fetch_areas(asked.day, "lpo", viewer=asked.viewer)
    inside = lpos[lpos["code"].isin([code for code, _name in asked.area.lpos] or [asked.area.code])]
    return {code: name for code, name in names.items() if code in set(inside["polisregion"])}


def of_regions(asked: Asked) -> str:
    """That what follows is of the region that the area lies in, and not of the area itself."""
    if asked.area.level not in ("lan", "lpo"):
        return ""
    names = ", ".join(to_regions(asked).values())
    return _("Rapporteras per polisregion; här visas {names}.").format(names=names or "–")


def to_standings(asked: Asked) -> list[Standing]:
    """Every goal in the regions of the area."""
    release = asked.release.number
    found = fetch_standings(asked.day, asked.known_on, release=release, viewer=asked.viewer)
    return [one for one in found if one.region in to_regions(asked)]


def to_said(asked: Asked) -> str:
    """How goals stand, in words (markdown)."""
    standings = to_standings(asked)
    goals = {one.entry.code for one in standings}
    verdicts = [one.verdict for one in standings]
    return goal_words.headline(verdicts, len(goals), len(to_regions(asked)))


def to_blocks(asked: Asked) -> list[Block]:
    """How they stand in words, and a table: a matrix of several regions, one region in full."""
    standings, more = to_standings(asked), of_regions(asked)
    if not standings:
        return [Paragraph(to_line(f"{to_said(asked)} {more}"))]
    table = to_status(asked, standings)
    return [see(f"{to_said(asked)} {more}", table), table]


def to_status(asked: Asked, standings: list[Standing]) -> Table:
    """How each goal stands."""
    regions = to_regions(asked)
    if len(regions) > 1:
        frame = goal_tables.to_matrix(standings, regions)
    else:
        frame = goal_tables.to_own(standings).drop(columns=[_("Nivå")])
    caption = _("Gemensamma mål, {area}").format(area=asked.title)
    return to_table(asked, "mal", caption, frame, goal_words.reading())


def to_terms(asked: Asked) -> Table:
    """What each goal says, and where that comes from."""
    standings = to_standings(asked)
    sources = dict.fromkeys(one.terms.source for one in standings if one.terms)
    more = [goal_words.undecided(source) for source in sources]
    caption = _("Gemensamma mål: utgångsläge och målvärde")
    return to_table(asked, "malvarden", caption, goal_tables.to_goals(standings), *more)
