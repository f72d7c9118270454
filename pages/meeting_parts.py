"""What the parts of Deltagande have in common: what is shown, of which release."""

from typing import NamedTuple

import settings
from data_access.releases import Release
from data_access.viewer import Viewer
from pages.meeting_told_reads import Meetings
from ui import sheet
from ui.chart_base import Title
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice, councils_name, form_name, window_name
from words import _

PAGE = "deltagande"
About = tuple[tuple[str, ...], ...]


class Shown(NamedTuple):
    """Everything that a part rests on; `said` is the page's answer."""

    found: Meetings
    choice: Choice
    asked: MeetingChoice
    release: Release
    viewer: Viewer
    said: str


def to_choice_words(shown: Shown, *, over_time: bool = False) -> str:
    """The choice: place, quarters (or all of them, over time), councils, form."""
    asked = shown.asked
    when = () if over_time else (window_name(asked.window),)
    whom = (councils_name(asked.councils), form_name(asked.form))
    name = shown.found.place.name
    return " · ".join((name[:1].upper() + name[1:], *when, *whom))


def to_title(shown: Shown, name: str, *, over_time: bool = False) -> Title:
    """What stands in a picture: what it is, of what, and where from."""
    return Title((name, to_choice_words(shown, over_time=over_time)), to_source(shown))


def to_source(shown: Shown) -> tuple[str, ...]:
    """Day, release, and whether it is example data."""
    return sheet.to_source(shown.choice.day, _to_release(shown), example=shown.release.is_example)


def to_about(shown: Shown, definition: str) -> About:
    """The rows above a table in a file."""
    return sheet.to_about(
        _("Deltagande"),
        to_choice_words(shown),
        shown.choice.day,
        definition,
        _to_release(shown),
        example=settings.load().example,
    )


def _to_release(shown: Shown) -> str:
    return _("Rådens rapporter i utgåva {n}").format(n=shown.release.number)
