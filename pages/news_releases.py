"""What releases since a day are as news: themselves, and the figures that they changed."""

from datetime import date

import pandas as pd

from data_access.release_changes import fetch_changes
from data_access.release_shown import CHANGED
from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from indicators.periods import period_name
from pages import reads
from ui import formats
from ui.news import Kind, News
from words import _, plural


def to_releases(since: date, on: date, region: str | None, *, viewer: Viewer) -> list[News]:
    """The releases that came after `since` up to the day, and the figures that each changed, of
    the region alone when there is one."""
    found = fetch_releases(viewer=viewer)
    news: list[News] = []
    for place, one in enumerate(found):
        day = formats.day_of(one.made_at)
        if day is None or not since < day <= on:
            continue
        text = _("Utgåva {n}").format(n=one.number)
        text += f": {one.note}" if one.note else ""
        news.append(News(day, Kind.RELEASE, text, "trender", ()))
        if place + 1 < len(found):
            news += _to_revised(found[place + 1], one, day, region, viewer)
    return news


def _to_revised(
    before: Release, after: Release, day: date, region: str | None, viewer: Viewer
) -> list[News]:
    """A line a region whose quarters have other sums than in the release before."""
    if before.method is not after.method:
        return []
    changes = fetch_changes("polisregion", before=before.number, after=after.number, viewer=viewer)
    changed = changes[changes["what"] == CHANGED]
    names = reads.fetch_names(day, viewer=viewer).get("polisregion", {})
    return [
        News(
            day,
            Kind.REVISED,
            _("Polisregion {name}: {figures} i utgåva {n} ({periods})").format(
                name=names.get(str(area), area),
                figures=plural("{n} ändrad siffra", "{n} ändrade siffror", len(own)),
                n=after.number,
                periods=_to_periods(own["period"]),
            ),
            "trender",
            (("region", str(area)),),
        )
        for area, own in changed.groupby("area", observed=True)
        if region in (None, area)
    ]


def _to_periods(periods: "pd.Series[str]") -> str:
    first, last = min(periods), max(periods)
    both = (period_name(first), period_name(last))
    return both[0] if first == last else _("{first}–{last}").format(first=both[0], last=both[1])
