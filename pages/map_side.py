"""What stands beside the map: its controls, and the table with the same content."""

from datetime import date
from functools import partial

import settings
from data_access.viewer import Viewer
from pages import export, reads
from pages.table_reads import Shown
from ui import controls, map_view, tables
from ui.choice import MAP_LEVELS, Choice
from ui.map_indicators import indicators_at


def show_controls(choice: Choice, today: date, viewer: Viewer) -> None:
    """Level, view and the day to compare with; the indicator is chosen in the map's legend."""
    levels = {level: tables.level_name(level) for level in MAP_LEVELS}
    views = controls.to_views(reads.fetch_names(choice.day, viewer=viewer), choice.view)
    controls.show_map_controls(choice, levels, views, today)


def show_table(choice: Choice, shown: Shown, viewer: Viewer) -> None:
    """The table, where a row selects on the map, and its file."""
    indicator = indicators_at(choice.level)[choice.indicator]
    tables.show_areas(
        shown.arrow, shown.codes, indicator, choice.level, choice.area, map_view.HEIGHT - 200
    )
    told = {name: value for name, value in choice.to_parameters().items() if value}
    maker = partial(export.to_maker, viewer=viewer, what="karta", told=told)
    example = settings.load().example
    tables.show_download(shown.table, indicator, choice.level, choice.day, maker, example=example)
