"""The headline figures of Insatser och mål: a figure of each part."""

from dataclasses import replace

from pages import goal_view, measure_kinds, obstacle_reads, obstacle_view, resource_reads
from pages.measure_shown import to_shown
from pages.work_asked import WorkAsked
from pages.work_regions import to_regions
from ui import goal_words, measure_words, obstacle_words, resource_words
from ui.work_choice import ANY
from ui.work_fields import Card


def to_headline(asked: WorkAsked) -> tuple[str, list[Card]]:
    """How goals stand, in words; and what is done most, how goals stand, what is in the way and
    what it takes."""
    regions = to_regions(asked.choice, asked.viewer)
    standings = goal_view.to_standings(asked, regions)
    goals = goal_words.card([one.verdict for one in standings])
    cards = [to_measures(asked), goals, to_obstacles(asked), to_resources(asked)]
    return goal_view.to_said(standings, regions), cards


def to_resources(asked: WorkAsked) -> Card:
    """What the newest year took, whatever is chosen of resources."""
    found = resource_reads.to_resources(asked._replace(work=replace(asked.work, year=ANY)))
    of = len(found.regions.names)
    return resource_words.card(found.rows, found.year, len(found.reported), of)


def to_obstacles(asked: WorkAsked) -> Card:
    """How many obstacles the newest quarter or year has, whatever is chosen of them."""
    found = obstacle_reads.to_obstacles(asked._replace(work=replace(asked.work, between=ANY)))
    rows = found.rows[found.rows["period"].isin(found.periods)]
    names = obstacle_view.to_categories(found, asked.viewer)
    return obstacle_words.card(rows, names, found.periods)


def to_measures(asked: WorkAsked) -> Card:
    """The kind that reaches most in the newest quarter or year."""
    shown = to_shown(asked)
    rows = measure_kinds.to_rows(shown) if shown and shown.place.is_whole else None
    return measure_words.card(rows, shown.names if shown else {}, shown.period if shown else "")
