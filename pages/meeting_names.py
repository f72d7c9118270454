"""What the councils that Deltagande shows are called."""

from datetime import date

from data_access.frames import swedish
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators.periods import quarters_before
from pages import reads
from pages.trend_places import COUNTRY, to_name
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice
from words import _

_YEAR = 4


def to_names(asked: MeetingChoice, viewer: Viewer) -> dict[str, str]:
    """Code → name of areas, in Swedish order: those of the quarter, and those that have ceased in
    the year that ends with it."""
    first = quarters_before(asked.period.following, _YEAR)[0]
    days: list[date] = [asked.period.last, max(first.last, FIRST_DAY)]
    names: dict[str, str] = {}
    for day in days:
        found = reads.fetch_names(day, viewer=viewer)
        names = found.get("polisregion", {}) | found.get("lpo", {}) | names
    return dict(sorted(names.items(), key=lambda one: swedish(one[1])))


def to_place_name(choice: Choice, viewer: Viewer) -> str:
    """The choice's name within a sentence."""
    names = reads.fetch_names(choice.day, viewer=viewer)
    chosen = choice.area or choice.lan or choice.region
    if chosen in (None, COUNTRY):
        return to_name("riket", "") if names["riket"] else _("dina områden")
    level = next(level for level, of in names.items() if chosen in of)
    return to_name(level, names[level][chosen])
