"""The answer of Deltagande in words."""

from data_access.cache import cached
from data_access.viewer import Viewer
from pages import meeting_reads
from pages.meeting_place import PERIOD
from pages.meeting_told_reads import Meetings, fetch_meetings
from ui import meeting_words
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice


@cached
def fetch_answer(choice: Choice, meeting: MeetingChoice, *, release: int, viewer: Viewer) -> str:
    """Who is most often missing and where, or why there is nothing to say; kept, since it is read
    before anything else is drawn. Raises DatabaseUnavailable."""
    found = fetch_meetings(choice, meeting, release=release, viewer=viewer)
    said = meeting_words.answer(found.totals, found.actors, found.place.name, meeting)
    if not said:
        return _to_nothing(found, meeting)
    if found.place.by == PERIOD:
        return said
    return f"{said} {meeting_words.lowest(found.cells, found.totals, found.place.columns)}"


def _to_nothing(found: Meetings, meeting: MeetingChoice) -> str:
    newest = meeting_reads.find_newest(found.place.units)
    told = str(newest) if newest else None
    return meeting_words.nothing(found.to_complete(), found.place.name, meeting, told)
