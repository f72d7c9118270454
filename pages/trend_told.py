"""What Trender says of one area's course: the newest figure, what differs, what is a signal."""

from collections.abc import Sequence

import pandas as pd

from indicators.periods import Quarter, year_before
from indicators.signals.difference import may_be_chance, to_count
from indicators.signals.run_rules import to_chart
from pages import trend_reads
from pages.trend_lines import Course
from pages.trend_reads import Cut
from pages.trend_series import Asked
from ui import trend_words
from ui.trend_choice import QUARTER
from words import _


def to_headline(course: Course, asked: Asked) -> list[str]:
    """The newest figure, and how it differs from that of a year before."""
    points = course.line.points
    now = points[points["value"].notna()].iloc[-1]
    said = [course.place.note] if course.place.note else []
    said.append(trend_words.newest(now, course.place.name, asked.trend))
    then = _year_before(course, now["period"])
    if then is not None and _is_comparable(now, then, asked):
        chance = _by_chance(course.series, now["period"], course.series, then["period"])
        said.append(trend_words.change(now, then, asked.trend, chance=chance))
    return [*said, *trend_words.hidden_newest(points)]


def to_details(course: Course, asked: Asked, *, of_persons: bool) -> list[str]:
    """What it is set against, and the signals of the series."""
    points = course.line.points
    now, said = points[points["value"].notna()].iloc[-1], []
    if course.against:
        line, series = course.against
        same = line.points[line.points["period"] == now["period"]]
        if len(same) and pd.notna(same.iloc[0]["value"]):
            chance = _by_chance(course.series, now["period"], series, now["period"])
            other = same.iloc[0]
            said.append(trend_words.against(now, other, line.name, asked.trend, chance=chance))
    alike = course.series[[_is_since(course, one) for one in course.series["period"]]]
    chart = to_chart(alike.reset_index(drop=True), of_persons=of_persons)
    return [*said, *trend_words.signals(chart, list(alike["period"]))]


def _is_since(course: Course, period: str) -> bool:
    """Whether the whole period comes after the newest break of the series."""
    if course.since is None:
        return True
    first = Quarter.parse(period if "K" in period else f"{period}K1")
    return first >= course.since


def _is_comparable(now: pd.Series, then: pd.Series, asked: Asked) -> bool:
    return asked.trend.is_rate or not (now["incomplete"] or then["incomplete"])


def _year_before(course: Course, period: str) -> pd.Series | None:
    """The point a year before, when it has a figure and is of the same series."""
    before = year_before(period)
    points = course.line.points
    found = points[(points["period"] == before) & points["value"].notna()]
    return None if found.empty or not _is_since(course, before) else found.iloc[0]


def _by_chance(series: pd.DataFrame, period: str, other: pd.DataFrame, other_period: str) -> bool:
    rows = (series[series["period"] == period], other[other["period"] == other_period])
    return may_be_chance(*(to_count(one.iloc[0]) for one in rows))


def to_told_cuts(cuts: Sequence[Cut], by: str) -> list[tuple[str, str]]:
    """(period from which it is another series, why) of each cut."""
    return [(_to_period(one.at.quarter, by), _to_why(one)) for one in cuts]


def _to_period(quarter: Quarter, by: str) -> str:
    return str(quarter) if by == QUARTER else str(quarter.year)


def _to_why(cut: Cut) -> str:
    if cut.at.why == trend_reads.RULE:
        return _("ny räkneregel (version {n})").format(n=cut.version)
    names = ", ".join(name for _code, name in cut.before)
    return _("ny indelning, före: {names}").format(names=names)
