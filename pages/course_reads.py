"""One area's course in Trender as it is drawn and said, put together once per release and scope."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from pages import trend_lines, trend_told
from pages.trend_places import Place
from pages.trend_reads import fetch_entries
from pages.trend_series import Asked
from ui import trend_chart, trend_tables, trend_words
from ui.chart_base import Drawing
from ui.choice import Choice
from ui.trend_choice import TrendChoice

PERSONS = "personer"


class Told(NamedTuple):
    """The area's name; its newest figure and the change in a year; what it is set against and the
    signals; chart, table and why its cells are empty. Without a figure the last three are None, and
    the words say so. The area, and the periods of its figures, the newest first."""

    name: str
    headline: str
    details: tuple[str, ...] = ()
    chart: Drawing | None = None
    table: pd.DataFrame | None = None
    gaps: pd.DataFrame | None = None
    place: Place | None = None
    periods: tuple[str, ...] = ()


@cached
def fetch_course(
    trend: TrendChoice,
    choice: Choice,
    today: date,  # noqa: ARG001 - a part of the key: the year that goes on is cut by it
    *,
    release: int,
    viewer: Viewer,
) -> Told:
    """The course of the area that is chosen. Raises DatabaseUnavailable."""
    made = next((one for one in fetch_releases(viewer=viewer) if one.number == release), None)
    if made is None:
        return Told("", trend_words.nothing())
    asked = Asked(trend, choice, made, viewer)
    found = trend_lines.to_course(asked)
    if found is None or found.line.points["value"].isna().all():
        return _to_nothing(found)
    of_persons = fetch_entries(viewer=viewer)[trend.indicator].unit == PERSONS
    cuts = trend_told.to_told_cuts(found.cuts, trend.by)
    table = trend_tables.to_course(found.lines, trend)
    return Told(
        found.place.name,
        " ".join(trend_told.to_headline(found, asked)),
        tuple(trend_told.to_details(found, asked, of_persons=of_persons)),
        trend_chart.to_chart(found.lines, trend, cuts),
        table,
        trend_tables.to_gaps(found.lines, table),
        found.place,
        tuple(sorted(found.series["period"], reverse=True)),
    )


def _to_nothing(found: trend_lines.Course | None) -> Told:
    """Why there is nothing to show."""
    if found is None:
        return Told("", trend_words.nothing())
    place, reasons = found.place, set(found.line.points["reason"])
    if not place.is_whole:
        return Told(place.name, place.note)
    crossed = place.level == "lan" and reasons == {"ej-tillampligt"}
    words = trend_words.nothing(place.name, crossed=crossed, protected=found.line.is_protected)
    return Told(place.name, words)
