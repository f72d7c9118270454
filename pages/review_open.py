"""One report in full: values beside others, what the checks say, what to do, and its history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

import clock
from data_access.submissions import Submission, list_steps, read_revisions
from data_access.viewer import Viewer
from indicators.periods import Quarter, period_name
from pages import review_save
from pages.review_checks import to_remarks
from pages.review_opened import Opened, read_opened, to_others
from reporting.kind_periods import to_period_before
from reporting.rows import Unit
from ui import (
    report_steps,
    review_actions,
    review_history,
    review_one,
    review_remarks,
    review_texts,
    review_values,
)
from ui.review_values import Told


def show(
    row: Mapping[str, Any],
    reports: pd.DataFrame,
    today: date,
    known_on: date | None,
    viewer: Viewer,
) -> None:
    """The report of an owed row."""
    unit = Unit(row["area"], row["kind"], Quarter.parse(row["period"]))
    others = to_others(row, reports)
    opened = read_opened(unit, others, today, known_on, viewer=viewer)
    region = row["region_name"] if others and row["level"] == "lpo" else None
    review_one.show_head(row, opened.now, known_on)
    if opened.now is None:
        review_one.show_nothing(row, known_on)
    else:
        if known_on is None:
            review_actions.show_one(opened.now.state, opened.now.id, review_save.do)
        show_report(opened, opened.now, region, known_on)
    revisions = read_revisions(unit, viewer=viewer)
    if revisions:
        review_one.show_history_heading()
        review_history.show_known_on(known_on, clock.day_of(revisions[0].recorded_at), today)
        review_history.show(opened.kind, revisions, opened.names)
        report_steps.show(list_steps(unit, viewer=viewer))


def show_report(
    opened: Opened, now: Submission, region: str | None, known_on: date | None = None
) -> None:
    """Values, notes and what the checks say; of an earlier day not the checks, which compare with
    what is known today."""
    kind, names, before = opened.kind, opened.names, opened.before
    remarks = to_remarks({opened.unit: now.rows}, opened.context) if known_on is None else []
    period = str(to_period_before(kind, opened.unit.period) or "")
    if known_on is None:
        review_remarks.show_remarks(kind, remarks, now.rows, names)
    if not now.rows:
        review_one.show_empty()
    elif review_values.has_numbers(kind):
        told = Told(now.rows, before.rows if before else None, opened.others)
        only = review_one.show_only_changed()
        table = review_values.to_table(kind, told, names, remarks, changed_only=only)
        review_values.show(table, str(opened.unit.period), period, region)
        review_one.show_notes(review_texts.notes(kind, now.rows, names))
    else:
        review_texts.show_texts(kind, now.rows, names, kind.title)
    if before and not review_values.has_numbers(kind):
        review_one.show_before(period)
        review_texts.show_texts(kind, before.rows, names, period_name(period))
