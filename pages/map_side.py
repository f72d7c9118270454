"""What stands beside the map: its controls, and the table with the same content."""

from datetime import date
from functools import partial

import settings
from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from pages import export, reads
from pages.figure_levels import SMOOTHED, is_smoothed
from pages.map_indicator import find_indicator
from pages.table_reads import Shown
from pages.trend_reads import fetch_entries
from ui import controls, map_view, summaries, tables, trend_words
from ui.choice import MAP_LEVELS, Choice
from ui.map_indicators import indicators_at
from ui.trend_choice import TrendChoice


def show_controls(choice: Choice, today: date, viewer: Viewer) -> None:
    """Level, view and the day to compare with; the indicator is chosen in the map's legend."""
    levels = {level: tables.level_name(level) for level in MAP_LEVELS}
    views = controls.to_views(reads.fetch_names(choice.day, viewer=viewer), choice.view)
    counted = choice.indicator not in indicators_at(choice.level)
    smooths = counted and choice.level in SMOOTHED
    controls.show_map_controls(choice, levels, views, today, smooths=smooths)


def show_table(choice: Choice, shown: Shown, viewer: Viewer) -> None:
    """The table, where a row selects on the map, and its file."""
    indicator = find_indicator(choice.indicator, choice.level, is_smoothed(choice), viewer=viewer)
    tables.show_areas(
        shown.arrow, shown.codes, indicator, choice.level, choice.area, map_view.HEIGHT - 200
    )
    told = {name: value for name, value in choice.to_parameters().items() if value}
    maker = partial(export.to_maker, viewer=viewer, what="karta", told=told)
    example = settings.load().example
    tables.show_download(shown.table, indicator, choice.level, choice.day, maker, example=example)


def to_sources(choice: Choice, viewer: Viewer, *, rough: bool) -> str:
    """Definition, day and source of what is shown."""
    if choice.indicator in indicators_at(choice.level):
        indicator = indicators_at(choice.level)[choice.indicator]
        basis = reads.to_basis(choice.indicator, choice.day, viewer)
        return summaries.sources(choice, indicator, rough=rough, basis=basis)
    entry = fetch_entries(viewer=viewer)[choice.indicator]
    releases = fetch_releases(viewer=viewer)
    told = trend_words.sources(entry, releases[0], TrendChoice(entry.code)) if releases else ""
    return f"{told} {summaries.borders(rough=rough)}"
