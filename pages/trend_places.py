"""Which area Trender shows, and the figures of it and of a level's areas."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from data_access.areas import fetch_area, fetch_areas
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import clock, reads, trend_reads
from ui.choice import Choice
from ui.headings import as_text
from ui.trend_choice import QUARTER, TrendChoice
from words import _

COUNTRY = "se"


class Asked(NamedTuple):
    """Everything that a view rests on."""

    trend: TrendChoice
    choice: Choice
    release: int
    viewer: Viewer


class Place(NamedTuple):
    """An area as a series has it; `note` says when it stands in for what was asked for."""

    code: str
    level: str
    name: str
    note: str = ""


def to_series(asked: Asked, level: str, code: str | None = None) -> pd.DataFrame:
    """The figures of the level's areas (or of one) up to the chosen day."""
    trend = asked.trend
    series = trend_reads.fetch_series(
        trend.indicator,
        level,
        trend.sex,
        trend.age,
        trend.by,
        release=asked.release,
        viewer=asked.viewer,
    )
    day = asked.choice.day
    kept = series["period"].map(lambda period: _is_over(period, trend.by, day)).astype(bool)
    return series[kept if code is None else kept & (series["code"] == code)]


def _is_over(period: str, by: str, day: date) -> bool:
    """Whether the period is over on the day. The year that goes on is shown as far as it is, but
    on no earlier day, which knew less of it."""
    if by == QUARTER:
        return Quarter.parse(period).last <= day
    goes_on = int(period) == day.year and Quarter.of(day) == Quarter.of(clock.today())
    return date(int(period), 12, 31) <= day or goes_on


def to_place(asked: Asked) -> Place | None:
    """The chosen area, län or region; else the country, or what the viewer sees of it."""
    choice, viewer = asked.choice, asked.viewer
    chosen = choice.area or choice.lan or choice.region
    names = reads.fetch_names(choice.day, viewer=viewer)
    if chosen:
        level = next(level for level, of in names.items() if chosen in of)
        if level == "kommun":
            return _to_counted(chosen, names[level][chosen], asked)
        return Place(chosen, level, to_name(level, names[level][chosen]))
    widest = [("riket", COUNTRY), *(("polisregion", code) for code in names["polisregion"])]
    for level, code in widest:
        if not to_series(asked, level, code).empty:
            return Place(code, level, to_name(level, names.get(level, {}).get(code, "")))
    return None


def to_name(level: str, name: str) -> str:
    """An area's name within a sentence."""
    if level == "riket":
        return _("Sverige")
    return _("polisregion {name}").format(name=name) if level == "polisregion" else name


def _to_counted(kommun: str, name: str, asked: Asked) -> Place | None:
    """The local police area that a kommun lies in: counts are kept for those."""
    lpos = fetch_area(kommun, asked.choice.day, viewer=asked.viewer).lpos
    if len(lpos) != 1:
        return None
    code, lpo = lpos[0]
    note = _("Antal räknas per lokalpolisområde. {kommun} ligger i {name}, som visas.")
    return Place(code, "lpo", lpo, note.format(kommun=as_text(name), name=as_text(lpo)))


def to_parts(asked: Asked) -> tuple[str, list[str]]:
    """Level and codes to show side by side: the regions, or the polisområden of a chosen one."""
    region = asked.choice.region
    level = "polisomrade" if region else "polisregion"
    areas = fetch_areas(asked.choice.day, level, viewer=asked.viewer)
    inside = areas[areas["polisregion"] == region] if region else areas
    return level, inside["code"].to_list()


def to_newest_period(series: pd.DataFrame) -> str | None:
    """The newest period with a figure."""
    known = series[series["value"].notna()]
    return None if known.empty else str(known["period"].max())
