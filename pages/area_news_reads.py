"""What is new in an area since a day."""

from datetime import date

from data_access.areas import fetch_area
from data_access.cache import cached
from data_access.viewer import Viewer
from pages import news_events, news_late, news_pictures, news_releases, news_stalled
from pages.within_reads import to_inside
from ui.news import Kind, News

_WHOLE = ("polisregion", "riket")  # of which late and changed figures are told


@cached
def fetch_area_news(code: str, since: date, on: date, *, viewer: Viewer) -> tuple[News, ...]:
    """Everything new after `since` up to the day of the area and what lies in it, the newest
    first. Raises geodata's UnknownArea, DatabaseUnavailable."""
    area = fetch_area(code, on, viewer=viewer)
    inside = to_inside(area)
    found = [
        *news_events.to_events_in(since, on, inside, viewer=viewer),
        *news_stalled.to_stalled(since, on, None, None, code, viewer=viewer),
        *news_pictures.to_pictures_in(since, on, inside, viewer=viewer),
    ]
    if area.level in _WHOLE:
        region = None if area.level == "riket" else code
        found += news_late.to_late(on, region, viewer=viewer)
        told = news_releases.to_releases(since, on, region, viewer=viewer)
        found += [one for one in told if region is None or one.kind is Kind.REVISED]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))
