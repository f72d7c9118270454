"""The figures of Trender that can be explained: periods of a course, areas of a funnel, panels."""

from collections.abc import Mapping
from functools import partial

from indicators.periods import period_name
from pages import explained_counts, reads, trend_named, trend_places, trend_series
from pages.course_reads import Told
from pages.explained_reads import Place
from pages.explaining import Explain
from pages.trend_series import Asked
from reporting.register import Entry
from ui.explain import Explained
from ui.explained_counts import Per
from ui.trend_choice import TrendChoice
from words import _


def of_course(asked: Asked, entry: Entry, told: Told) -> dict[str, Explain]:
    """Each period of the area whose course is told, the newest first."""
    if told.place is None:
        return {}
    own = to_place(asked, told.place.level, told.place.code, told.place.name)
    return {
        period_name(period): partial(of_place, asked, entry, own, period) for period in told.periods
    }


def of_areas(
    asked: Asked, entry: Entry, names: Mapping[str, str], period: str
) -> dict[str, Explain]:
    """Each local police area's rate in the period."""
    return {name: partial(of_named, asked, entry, names, period, name) for name in names.values()}


def of_parts(asked: Asked, entry: Entry) -> dict[str, Explain]:
    """Each region (or polisområde of a chosen region) and period, the newest first."""
    level, codes = trend_places.to_parts(asked.choice, asked.viewer)
    series = trend_series.to_series(asked, level)
    names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)[level]
    return {
        f"{names[code]} {period_name(period)}": partial(
            of_place, asked, entry, to_place(asked, level, code, names[code]), period
        )
        for period in sorted(set(series["period"]), reverse=True)
        for code in codes
        if code in names
    }


def of_line(asked: Asked, entry: Entry, name: str, period: str, column: str = "") -> Explained:
    """A point of the course: of the line with that name, else of the chosen area's own."""
    lines = trend_named.to_lines(asked)
    level, code = lines.get(name) or next(iter(lines.values()))
    own = name if name in lines else next(iter(lines))
    return of_place(asked, entry, to_place(asked, level, code, own), period, column)


def of_place(asked: Asked, entry: Entry, place: Place, period: str, column: str = "") -> Explained:
    """The place's figure of a period, in the measure that is chosen."""
    of = place._replace(period=period)
    per = to_per(asked.trend)
    return _explain(asked, entry, of, per, column)


def of_named(
    asked: Asked, entry: Entry, names: Mapping[str, str], period: str, name: str, column: str = ""
) -> Explained:
    """The local police area with that name: its rate, or its count where that is the column."""
    per = Per.COUNT if column == _("Antal") else Per.TEN_THOUSAND
    code = next(code for code, own in names.items() if own == name)
    own = to_place(asked, "lpo", code, name)._replace(period=period)
    return _explain(asked, entry, own, per, column)


def to_place(asked: Asked, level: str, code: str, name: str) -> Place:
    """An area, of whom is chosen."""
    return Place(level, code, name, "", asked.trend.sex, asked.trend.age)


def to_per(trend: TrendChoice) -> Per:
    """How the figures of the choice are told."""
    return Per.TEN_THOUSAND if trend.is_rate else Per.COUNT


def _explain(asked: Asked, entry: Entry, place: Place, per: Per, column: str) -> Explained:
    held = {"release": asked.release, "viewer": asked.viewer}
    return explained_counts.to_explained(entry, place, per, column=column, **held)
