"""The headline figures of Insatser och mål: a figure of each part."""

from pages import goal_view, measure_view
from pages.measure_shown import to_shown
from pages.work_asked import WorkAsked
from pages.work_regions import to_regions
from ui import goal_words, measure_words
from ui.work_fields import Card


def to_cards(asked: WorkAsked) -> list[Card]:
    """What is done most and how goals stand, what is in the way, and what it takes."""
    regions = to_regions(asked.choice, asked.viewer)
    verdicts = [one.verdict for one in goal_view.to_standings(asked, regions)]
    return [to_measures(asked), goal_words.card(verdicts)]


def to_measures(asked: WorkAsked) -> Card:
    """The kind that reaches most in the newest quarter or year."""
    shown = to_shown(asked)
    rows = measure_view.to_rows(shown) if shown and shown.place.is_whole else None
    return measure_words.card(rows, shown.names if shown else {}, shown.period if shown else "")
