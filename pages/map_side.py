"""What stands beside the map: its controls, and the table with the same content."""

from datetime import date

import settings
from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from pages import map_reads, reads, sheets
from pages.figure_levels import SMOOTHED, is_smoothed
from pages.map_indicator import find_indicator
from pages.place_words import to_within
from pages.table_reads import Shown
from pages.trend_reads import fetch_entries
from ui import controls, map_view, place_words, summaries, tables, trend_words
from ui.choice import MAP_LEVELS, Choice
from ui.headings import to_plain
from ui.map_indicators import indicators_at
from ui.sheet import Sheet, to_about
from ui.trend_choice import TrendChoice
from words import _


def show_controls(choice: Choice, today: date, viewer: Viewer) -> None:
    """Level, view and the day to compare with; the indicator is chosen in the map's legend."""
    levels = {level: place_words.level_name(level) for level in MAP_LEVELS}
    views = controls.to_views(reads.fetch_names(choice.day, viewer=viewer), choice.view)
    counted = choice.indicator not in indicators_at(choice.level)
    smooths = counted and choice.level in SMOOTHED
    controls.show_map_controls(choice, levels, views, today, smooths=smooths)


def show_table(choice: Choice, shown: Shown, viewer: Viewer) -> None:
    """The table, where a row selects on the map."""
    indicator = find_indicator(choice.indicator, choice.level, is_smoothed(choice), viewer=viewer)
    tables.show_areas(
        shown.arrow,
        shown.codes,
        indicator,
        choice.level,
        choice.area,
        map_view.HEIGHT - 200,
        shown.twin,
    )


def draw_file(choice: Choice, shown: Shown, viewer: Viewer) -> None:
    """The table as files, within a part."""
    told = {name: value for name, value in choice.to_parameters().items() if value}
    one, name = to_sheet(choice, shown, viewer), to_name(choice)
    sheets.draw_file(one, name, page="karta", viewer=viewer, told=told)


def to_name(choice: Choice) -> str:
    """What files of the map are called."""
    of = (choice.region, choice.lan, "exempel" if settings.load().example else None)
    parts = ("lagesbild", choice.indicator, choice.level, str(choice.day), *of)
    return "-".join(part for part in parts if part)


def to_sheet(choice: Choice, shown: Shown, viewer: Viewer) -> Sheet:
    """The table with what it says of itself."""
    indicator = find_indicator(choice.indicator, choice.level, is_smoothed(choice), viewer=viewer)
    of = f"{indicator.label} · {place_words.level_name(choice.level)} · {to_within(choice, viewer)}"
    rough = map_reads.has_rough_borders(choice.level, choice.day)
    about = to_about(
        _("Karta"),
        of,
        choice.day,
        indicator.definition,
        to_plain(to_sources(choice, viewer, rough=rough)),
        example=settings.load().example,
    )
    return Sheet(
        shown.table,
        shown.sentence,
        about,
        beside=tables.to_beside(shown.table, shown.codes, choice.level),
    )


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
