"""What the parts of Deltagande have in common: what is shown, of which release."""

from typing import NamedTuple

import settings
from data_access.releases import Release
from data_access.viewer import Viewer
from pages import meeting_reads
from pages.meeting_groups import NOW
from pages.meeting_place import PERIOD
from pages.meeting_told_reads import Meetings
from ui import meeting_words, sheet
from ui.chart_base import Title
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice, councils_name, form_name, window_name
from words import _

PAGE = "deltagande"
About = tuple[tuple[str, ...], ...]


class Shown(NamedTuple):
    """Everything that a part rests on."""

    found: Meetings
    choice: Choice
    asked: MeetingChoice
    release: Release
    viewer: Viewer


def to_answer(shown: Shown) -> str:
    """Who is most often missing and where, or why there is nothing to say."""
    found = shown.found
    said = meeting_words.answer(found.totals, found.actors, found.place.name, shown.asked)
    if not said:
        newest = meeting_reads.find_newest(found.place.units)
        name, told = found.place.name, str(newest) if newest else None
        return meeting_words.nothing(to_complete(shown), name, shown.asked, told)
    if found.place.by == PERIOD:
        return said
    return f"{said} {meeting_words.lowest(found.cells, found.totals, found.place.columns)}"


def to_complete(shown: Shown) -> dict[str, object] | None:
    """How much has come of the quarters that are counted."""
    complete = shown.found.complete
    return complete.loc[NOW].to_dict() if NOW in complete.index else None


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
