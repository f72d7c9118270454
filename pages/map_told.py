"""What files of the map say of it: choice, day, release, source."""

from datetime import datetime, timedelta

import clock
import settings
from data_access.releases import Release
from data_access.viewer import Viewer
from pages import map_reads, map_side
from pages.figure_levels import newest_release
from pages.place_words import to_within
from ui import formats
from ui.choice import CITIES, Choice
from ui.headings import to_plain
from ui.map_areas import Sources
from ui.map_indicators import Indicator, indicators_at
from ui.place_words import level_name
from ui.sheet import release_name
from words import _


def release_of(choice: Choice, viewer: Viewer) -> Release | None:
    """The release that a counted indicator is from; None of events."""
    own = choice.indicator in indicators_at(choice.level)
    return None if own else newest_release(viewer)


def updated_at(choice: Choice, viewer: Viewer) -> datetime:
    """When what is shown was made: with its release, or else at the end of the day."""
    release = release_of(choice, viewer)
    if release:
        return release.made_at
    return clock.begin(choice.day + timedelta(days=1)) - timedelta(microseconds=1)


def to_lines(choice: Choice, indicator: Indicator, viewer: Viewer) -> list[str]:
    """What stands above a picture: indicator, level, place, day."""
    of = [level_name(choice.level), to_within(choice, viewer)]
    if choice.view:
        of.append(_("vyn {view}").format(view=_view_name(choice)))
    lines = [indicator.label, " · ".join([*of, formats.short_day(choice.day)])]
    return [*lines, _("EXEMPELDATA")] if settings.load().example else lines


def _view_name(choice: Choice) -> str:
    return choice.view.capitalize() if choice.view in CITIES else str(choice.view)


def to_below(choice: Choice, viewer: Viewer) -> list[str]:
    """Of which day, and where it is from."""
    rough = map_reads.has_rough_borders(choice.level, choice.day)
    release = release_of(choice, viewer)
    day = _("Läget {day}").format(day=formats.short_day(choice.day))
    made = [day, release_name(release.number, release.made_at)] if release else [day]
    told = [" · ".join(made), to_plain(map_side.to_sources(choice, viewer, rough=rough))]
    return [_("Antalen gäller hela urvalet."), *told] if choice.view else told


def to_sources(choice: Choice, indicator: Indicator, viewer: Viewer) -> Sources:
    """What each area of a file says of where it is from."""
    release = release_of(choice, viewer)
    return Sources(
        indicator.label,
        level_name(choice.level),
        choice.day.isoformat(),
        release_name(release.number, release.made_at) if release else "",
        _("Rapporter i utgåvan") if release else _("Rådens händelser"),
        indicator.definition,
        settings.load().example,
    )
