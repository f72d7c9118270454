"""Areas that have come to a halt since a day, as news."""

from datetime import date, timedelta

from data_access.viewer import Viewer
from indicators.pace import STILL_DAYS, find_stalled
from pages import reads
from pages.chosen_reads import fetch_chosen
from pages.news_events import to_place
from ui.news import Kind, News
from ui.pace_choice import ALL
from ui.palette import stage_label
from words import _


def to_stalled(
    since: date,
    on: date,
    region: str | None,
    lan: str | None,
    area: str | None = None,
    *,
    viewer: Viewer,
) -> list[News]:
    """Areas on the way of which nothing has been told for so long that it became half a year after
    `since`; the day is the one on which it did."""
    courses = fetch_chosen(on, region, lan, area, ALL, viewer=viewer)
    names = reads.fetch_names(on, viewer=viewer)["lpo"]
    news = []
    for one in find_stalled(courses, on):
        day = one.last.day + timedelta(days=STILL_DAYS)
        if since < day <= on:
            text = _("{name}: inget nytt på {days} dagar, {stage}").format(
                name=names[one.course.code],
                days=one.days,
                stage=stage_label(one.course.stage_on(on)),
            )
            place = to_place(one.course.code, on)
            news.append(News(day, Kind.STALLED, text, "omrade", place))
    return news
