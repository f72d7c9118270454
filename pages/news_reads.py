"""What is new since a day, all of it, newest first within each kind."""

from datetime import date

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.viewer import Viewer
from pages import news_events, news_late, news_pictures, news_releases, news_stalled
from ui.news import News
from ui.news_topics import KINDS, PICTURES


@cached
def fetch_all_news(
    since: date, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> tuple[News, ...]:
    """Everything new after `since` up to the day within a polisregion and a län, where chosen. What
    is told region by region is of the chosen one, or of that which the län lies in."""
    own = region or _to_region(on, lan, viewer)
    found = [
        *news_events.to_events(since, on, region, lan, viewer=viewer),
        *news_releases.to_releases(since, on, own, viewer=viewer),
        *news_stalled.to_stalled(since, on, region, lan, viewer=viewer),
        *news_pictures.to_pictures(since, on, region, lan, viewer=viewer),
        *news_late.to_late(on, own, viewer=viewer),
    ]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def to_topic(topic: str, since: date, on: date, *, viewer: Viewer) -> tuple[News, ...]:
    """What is new of releases or of lägesbilder alone, the newest first."""
    if topic == PICTURES:
        found = news_pictures.to_pictures(since, on, None, None, viewer=viewer)
    else:
        found = news_releases.to_releases(since, on, None, viewer=viewer)
    kept = [one for one in found if one.kind in KINDS[topic]]
    return tuple(sorted(kept, key=lambda one: one.day, reverse=True))


def _to_region(on: date, lan: str | None, viewer: Viewer) -> str | None:
    areas = fetch_areas(on, "lan", viewer=viewer)
    found = areas.loc[areas["code"] == lan, "polisregion"]
    return None if found.empty else found.iloc[0]
