"""How far the councils have come: coverage, stages over time and on a map, what has stalled."""

import pandas as pd

from data_access.courses import fetch_courses
from data_access.establishment import fetch_pieces
from indicators import coverage, pace
from indicators.courses import Course
from indicators.coverage import SHARES, Count
from indicators.gaps import to_gaps
from indicators.pace import STILL_DAYS
from pages.picture_reads import fetch_steps
from pages.picture_stage_map import to_map
from pages.picture_wanted import Wanted
from pages.reads import fetch_names, to_young_basis
from reports.content.asked import Asked
from reports.content.parts import FIGURE, see, to_chart, to_key, to_note, to_table
from reports.document.blocks import Block, Chart, Paragraph, Picture, Table, to_line
from ui import (
    coverage_gap_words,
    coverage_tables,
    coverage_words,
    pace_rule_words,
    pace_words,
    picture_chart,
)
from ui.coverage_choice import short_name
from ui.palette import stage_label
from ui.place_words import level_name
from words import _, plural

MOST_GAPS, MOST_STALLED = 10, 20


def to_pieces(asked: Asked, *, before: bool = False) -> pd.DataFrame:
    """The pieces of the area on the period's last day, or on the day before the period."""
    day = asked.since if before else asked.day
    pieces = fetch_pieces(day, known_on=asked.known_on, viewer=asked.viewer)
    if asked.area.level == "riket":
        return pieces
    return pieces[pieces[asked.area.level] == asked.area.code]


def to_headline(asked: Asked) -> str:
    """How far, and how it was before the period (markdown)."""
    now, then = to_pieces(asked), to_pieces(asked, before=True)
    shares = coverage.count_whole(now), coverage.count_whole(then)
    return coverage_words.headline(*shares, to_gaps(now), asked.place, asked.day, asked.since)


def to_blocks(asked: Asked) -> list[Block]:
    """All of it for the area."""
    shares, steps, on_map = to_shares(asked), to_steps(asked), to_stage_map(asked)
    return [
        see(to_headline(asked), shares, on_map),
        shares,
        on_map,
        see(picture_chart.to_words(_steps(asked)), steps),
        steps,
        *to_stalled(asked),
        *to_without(asked),
    ]


def to_shares(asked: Asked) -> Table:
    """Each share now and before the period."""
    now = coverage.count_whole(to_pieces(asked))
    then = coverage.count_whole(to_pieces(asked, before=True))
    frame = coverage_tables.to_shares(now, then, asked.since)
    more = (coverage_words.partly(now), to_young_basis(asked.day, asked.viewer))
    caption = _("Andel med etablerat råd, {area}").format(area=asked.title)
    return to_table(asked, "tackning", caption, frame, *more, gap=_("inget att räkna på"))


def to_groups(asked: Asked, per: str) -> Table:
    """Each share of the areas of a level within the area, as `18 av 25 (72 %)`."""
    names = fetch_names(asked.day, viewer=asked.viewer).get(per, {})
    counts = coverage.count_all(to_pieces(asked), per).set_index(["code", "measure"])
    codes = [code for code in names if code in counts.index.get_level_values("code")]
    frame = pd.DataFrame({level_name(per): [names[code] for code in codes]})
    for measure in SHARES:
        rows = [counts.loc[(code, measure)] for code in codes]
        found = [Count(int(one["covered"]), int(one["counted_over"])) for one in rows]
        frame[short_name(measure)] = [coverage_words.told(measure, one) for one in found]
    level = level_name(per).lower()
    caption = _("Med etablerat råd per {level}, {area}").format(level=level, area=asked.title)
    note = coverage_words.crossing() if per == "lan" else ""
    return to_table(asked, f"tackning-{per}", caption, frame, note)


def to_stage_map(asked: Asked) -> Picture:
    """The stages of the area's parts on a map."""
    release = asked.release.number
    part = to_map(Wanted(asked.area.code, asked.day, release, asked.viewer, asked.known_on))
    caption = _("Lokala råd efter steg, {area}").format(area=asked.title)
    note = to_note(asked, part["definition"], _("Gränserna är ungefärliga."))
    return Picture(to_key(FIGURE, asked, "steg"), caption, part["svg"], part["told"], note)


def to_steps(asked: Asked) -> Chart:
    """Areas per stage, quarter by quarter."""
    found = _steps(asked)
    caption = _("Områden per steg, kvartal för kvartal, {area}").format(area=asked.title)
    drawing, told = picture_chart.to_chart(found), picture_chart.to_words(found)
    return to_chart(asked, "steg-over-tid", caption, drawing, told, pace_rule_words.division())


def _steps(asked: Asked) -> picture_chart.Steps:
    return fetch_steps(asked.area.code, asked.day, asked.known_on, viewer=asked.viewer)


def to_courses(asked: Asked) -> list[Course]:
    """The courses of the area's local police areas that exist on the day."""
    level, code = asked.area.level, asked.area.code
    found = fetch_courses(known_on=asked.known_on, viewer=asked.viewer)
    here = pace.to_existing(found, asked.day)
    return [
        one
        for one in here
        if level == "riket" or code in (one.code, one.polisregion, *one.lan.split())
    ]


def to_stalled(asked: Asked) -> list[Block]:
    """The areas on the way of which nothing has been heard for long."""
    courses = to_courses(asked)
    found = pace.find_stalled(courses, asked.day, STILL_DAYS)
    names = fetch_names(asked.day, viewer=asked.viewer)["lpo"]
    missing = [names[one.code] for one in courses if one.stage_on(asked.day) is None]
    said = pace_words.stalled(found, STILL_DAYS, missing)
    if not found:
        return [Paragraph(to_line(said))]
    shown = found[:MOST_STALLED]
    frame = pd.DataFrame(
        {
            _("Område"): [names[one.course.code] for one in shown],
            _("Steg"): [stage_label(one.course.stage_on(asked.day)) for one in shown],
            _("Dagar utan händelse"): [one.days for one in shown],
        }
    )
    caption = _("Områden på väg som har stannat av, {area}").format(area=asked.title)
    rest = len(found) - len(shown)
    more = plural("{n} område till har stannat av.", "{n} områden till har stannat av.", rest)
    table = to_table(asked, "stannat", caption, frame, more if rest else "")
    return [see(said, table), table]


def to_without(asked: Asked) -> list[Block]:
    """Where most young people live without an established council."""
    gaps = to_gaps(to_pieces(asked))
    said = coverage_gap_words.listed(gaps)
    if gaps.empty or asked.area.level == "lpo":
        return [Paragraph(to_line(said))] if asked.area.level != "lpo" else []
    names = fetch_names(asked.day, viewer=asked.viewer)["lpo"]
    shown = gaps.head(MOST_GAPS)
    frame = coverage_tables.to_gaps(shown, names).drop(columns=[_("Andel"), _("Hittills")])
    caption = _("Där flest unga bor utan etablerat råd, {area}").format(area=asked.title)
    table = to_table(asked, "utan-rad", caption, frame)
    return [see(said, table), table]
