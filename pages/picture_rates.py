"""Counted indicators in a lägesbild: the newest rate, and the rates over time, as parts."""

from typing import Any

from data_access.releases import fetch_releases
from indicators.periods import newest_over
from pages import figure_levels, trend_reads, trend_told
from pages.picture_reads import find_place
from pages.picture_sources import to_sources
from pages.picture_wanted import Wanted
from reporting.picture_text import CHART, Marker
from reporting.register import Entry
from ui import picture_figures, picture_frames, trend_chart, trend_tables, trend_words
from ui.headings import to_plain
from ui.picture_figures import INDICATOR
from ui.picture_words import area_title
from ui.sheet import release_name
from ui.trend_choice import NOTHING, QUARTER, TOTAL, TrendChoice
from ui.trend_points import FOCUS, Line, to_line

LEVELS = ("riket", *figure_levels.LEVELS)


def to_figure(code: str, wanted: Wanted) -> dict[str, Any]:
    """The newest rate of the quarters that were over on the day, with its interval."""
    entry, line = _find(code, wanted)
    of = (wanted.on, _number(wanted), _to_source(entry, wanted))
    return picture_figures.to_rate_part(code, entry.name, entry.definition, line.points, *of)


def to_chart(code: str, wanted: Wanted) -> dict[str, Any]:
    """The rates over time, cut where the division or the rule is another."""
    entry, line = _find(code, wanted)
    choice = TrendChoice(code, against=NOTHING)
    cuts = trend_told.to_told_cuts(_find_cuts(code, wanted), QUARTER)
    source = _to_source(entry, wanted)
    return {
        "marker": str(Marker(CHART, INDICATOR + code)),
        "kind": CHART,
        "title": entry.name,
        "told": to_plain(_to_told(line, choice)),
        "lines": [entry.name, line.name],
        "sources": to_sources(wanted.on, source),
        "chart": picture_frames.to_drawing(trend_chart.to_chart([line], choice, cuts)),
        "table": picture_frames.to_table(trend_tables.to_course([line], choice)),
        "definition": entry.definition,
        "source": source,
        "day": wanted.on.isoformat(),
        "release": _number(wanted),
    }


def _find(code: str, wanted: Wanted) -> tuple[Entry, Line]:
    area = find_place(wanted.area, wanted.on, wanted.viewer)
    asked = (code, area.level, TOTAL, TOTAL, QUARTER)
    series = trend_reads.fetch_series(*asked, release=_number(wanted), viewer=wanted.viewer)
    last = str(newest_over(wanted.on))
    own = series[(series["code"] == area.code) & (series["period"] <= last)]
    breaks = [one.at for one in _find_cuts(code, wanted)]
    name = area_title(area.level, area.name)
    line = to_line(name, FOCUS, own, TrendChoice(code, against=NOTHING), breaks)
    return trend_reads.fetch_entries(viewer=wanted.viewer)[code], line


def _find_cuts(code: str, wanted: Wanted) -> list[trend_reads.Cut]:
    cut = trend_reads.to_division_cut(wanted.area, wanted.on, viewer=wanted.viewer)
    rules = trend_reads.fetch_rule_cuts(code, viewer=wanted.viewer)
    return [*([cut] if cut else ()), *rules]


def _to_told(line: Line, choice: TrendChoice) -> str:
    """The newest figure, or why there is none."""
    known = line.points[line.points["value"].notna()]
    if known.empty:
        return trend_words.nothing(line.name, protected=line.is_protected)
    return trend_words.newest(known.iloc[-1].to_dict(), line.name, choice)


def _to_source(entry: Entry, wanted: Wanted) -> str:
    made = {one.number: one.made_at for one in fetch_releases(viewer=wanted.viewer)}
    told = release_name(_number(wanted), made[_number(wanted)])
    return f"{entry.source} · {told}" if entry.source else told


def _number(wanted: Wanted) -> int:
    return wanted.release or 0
