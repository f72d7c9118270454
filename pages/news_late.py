"""Which police regions lack reports of the newest quarter that is due, as news."""

from datetime import date

import clock
from data_access.areas import fetch_areas
from data_access.released_reports import fetch_reported
from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from indicators.periods import Quarter, period_name
from reporting.kinds import REGIONAL, Every, kinds
from reporting.obligations import FIRST_PERIOD, due_day
from reporting.told import TOLD
from ui.news import Kind, News
from words import _


def to_late(on: date, region: str | None, *, viewer: Viewer) -> list[News]:
    """Police regions that lack something in the newest release of what a regional council owes
    each quarter: of the newest quarter that was due by the day and when the release was made, since
    the release knows nothing of what came later."""
    releases = fetch_releases(viewer=viewer)
    period = _to_newest_due(min(on, clock.day_of(releases[0].made_at))) if releases else None
    if period is None:
        return []
    owed = [
        kind
        for kind in kinds().values()
        if kind.code in TOLD and REGIONAL in kind.owed_by and kind.every is Every.QUARTER
    ]
    number = releases[0].number
    told = {kind.code: set(_of_period(kind.code, period, number, viewer)) for kind in owed}
    regions = fetch_areas(on, "polisregion", viewer=viewer)
    news = []
    for code, name in zip(regions["code"], regions["name"], strict=True):
        missing = [kind.title.lower() for kind in owed if code not in told[kind.code]]
        if missing and region in (None, code):
            text = _("Polisregion {name}: {kinds} för {period} finns inte i utgåva {n}").format(
                name=name, kinds=", ".join(missing), period=period_name(str(period)), n=number
            )
            news.append(News(due_day(period), Kind.LATE, text, "deltagande", (("region", code),)))
    return news


def _of_period(kind: str, period: Quarter, release: int, viewer: Viewer) -> list[str]:
    found = fetch_reported(kind, release=release, viewer=viewer)
    return found.loc[found["period"] == str(period), "area"].to_list()


def _to_newest_due(on: date) -> Quarter | None:
    """The newest quarter whose reports are due by the day."""
    earlier = [one for one in Quarter.range(FIRST_PERIOD, Quarter.of(on)) if due_day(one) < on]
    return earlier[-1] if earlier else None
