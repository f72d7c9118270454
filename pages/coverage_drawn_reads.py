"""What Täckning draws and says, made once for each choice and scope."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.viewer import Viewer
from indicators.coverage import SHARES
from pages import coverage_reads
from ui import coverage_lines, coverage_tables, coverage_words
from ui.chart_base import Drawing
from ui.coverage_bars import to_bars
from ui.coverage_choice import PRIORITISED, YOUNG, per_name
from ui.coverage_points import to_group_rows, to_rows


class Drawn(NamedTuple):
    """A picture, what it says, and its table."""

    drawing: Drawing
    said: str
    table: pd.DataFrame


class Course(NamedTuple):
    """A picture of each share with what it says, what they say in short, where lines are cut, and
    the table of all."""

    panels: tuple[tuple[str, Drawing, str], ...]
    said: str
    cut: str
    table: pd.DataFrame


@cached
def fetch_shares(
    on: date, since: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> Drawn:
    """The four shares, and how they were."""
    now, then = (
        coverage_reads.fetch_counts(day, region, lan, viewer=viewer) for day in (on, since)
    )
    table = coverage_tables.to_shares(now, then, since)
    return Drawn(to_bars(to_rows(now, then)), coverage_words.shares(now), table)


@cached
def fetch_groups(
    per: str,
    of: str,
    on: date,
    since: date,
    region: str | None,
    lan: str | None,
    *,
    viewer: Viewer,
) -> Drawn | None:
    """One share of each group, and the table of all shares; None when there is no group."""
    now, then = (
        coverage_reads.fetch_groups(per, day, region, lan, viewer=viewer) for day in (on, since)
    )
    rows = to_group_rows(now, then, of)
    if rows.empty:
        return None
    names = dict(zip(now["code"], now["name"], strict=True))
    table = coverage_tables.to_groups(now, rows["code"].to_list(), per_name(per), names)
    said = coverage_words.groups(rows, of, per_name(per).lower())
    return Drawn(to_bars(rows), said, table)


@cached
def fetch_course(on: date, region: str | None, lan: str | None, *, viewer: Viewer) -> Course:
    """Each share from quarter to quarter."""
    course = coverage_reads.fetch_course(on, region, lan, viewer=viewer)
    said = {measure: coverage_words.course(course, measure) for measure in SHARES}
    lines = [own for _measure, own in course.groupby("measure")]
    cuts = {first for own in lines for _last, first in coverage_lines.to_cuts(own)}
    return Course(
        tuple((name, coverage_lines.to_panel(course, name), told) for name, told in said.items()),
        f"{said[PRIORITISED]} {said[YOUNG]}",
        coverage_words.cut(sorted(cuts)),
        coverage_tables.to_course(course),
    )
