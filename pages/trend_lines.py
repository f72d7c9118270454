"""One area's line in Trender: what it is set against, what it was before, where it is cut."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from data_access.areas import fetch_areas
from indicators.periods import Quarter
from indicators.signals.breaks import Break, find_since
from pages import reads, trend_reads
from pages.trend_places import COUNTRY, Place, to_name, to_place
from pages.trend_reads import Cut
from pages.trend_series import Asked, to_series
from ui import trend_choice
from ui.trend_points import AGAINST, BEFORE, FOCUS, Line, to_line
from words import _


class Course(NamedTuple):
    """A line, what it is set against, what it was before, and where it is cut."""

    place: Place
    line: Line
    series: pd.DataFrame
    against: tuple[Line, pd.DataFrame] | None
    before: tuple[Line, ...]
    cuts: tuple[Cut, ...]

    @property
    def lines(self) -> list[Line]:
        """All of them, the chosen one first."""
        return [self.line, *self.before, *([self.against[0]] if self.against else [])]

    @property
    def since(self) -> Quarter | None:
        """The first quarter of what may be compared with the newest; None when all may."""
        return find_since((one.at for one in self.cuts), str(self.series["period"].max()))


def to_course(asked: Asked) -> Course | None:
    """The course of the chosen area; None when nothing of it can be shown."""
    place = to_place(asked)
    if place is None:
        return None
    cut = trend_reads.to_division_cut(place.code, asked.choice.day, viewer=asked.viewer)
    rules = trend_reads.fetch_rule_cuts(asked.trend.indicator, viewer=asked.viewer)
    series = to_series(asked, place.level, place.code)
    breaks = [one.at for one in rules]
    before = [
        to_line(
            _("{name} (före)").format(name=name),
            BEFORE,
            to_series(asked, place.level, code),
            asked.trend,
            breaks,
        )
        for code, name in (cut.before if cut else ())
    ]
    return Course(
        place,
        to_line(place.name, FOCUS, series, asked.trend, breaks),
        series,
        _to_against(asked, place, breaks),
        tuple(before),
        (*([cut] if cut else ()), *rules),
    )


def _to_against(
    asked: Asked, place: Place, breaks: Sequence[Break]
) -> tuple[Line, pd.DataFrame] | None:
    if (
        not asked.trend.is_rate
        or asked.trend.against == trend_choice.NOTHING
        or place.level == "riket"
    ):
        return None
    if asked.trend.against == trend_choice.COUNTRY:
        level, code, name = "riket", COUNTRY, _("Sverige")
    else:
        areas = fetch_areas(asked.choice.day, place.level, viewer=asked.viewer).set_index("code")
        level, code = "polisregion", areas["polisregion"].to_dict().get(place.code)
        names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)["polisregion"]
        name = to_name(level, names.get(code, ""))
    series = to_series(asked, level, code) if code and code != place.code else pd.DataFrame()
    line = to_line(name, AGAINST, series, asked.trend, breaks) if len(series) else None
    return (line, series) if line else None
