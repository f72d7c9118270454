"""What has been reported and by whom; approve it, send it back, unlock it."""

from dataclasses import replace
from datetime import date

import streamlit as st

import clock
from pages import (
    asking,
    review_checks,
    review_open,
    review_periods,
    review_reads,
    review_rows,
    review_save,
    review_views,
)
from pages.report_viewer import to_who
from reporting.obligations import to_periods
from ui import (
    field_row,
    notices,
    review_confirm,
    review_filters,
    review_matrix,
    review_notices,
    review_one,
    review_search,
)
from ui.choice_days import to_day
from ui.headings import as_text
from ui.report_words import late_rule
from ui.review_search import MATRIX, RELEASES, TO_REVIEW, to_address, to_units

VIEWER = asking.current_viewer()
TODAY = clock.today()
PERIODS, DEFAULT = to_periods(TODAY), review_periods.to_default(TODAY)
REGIONS = review_reads.to_regions(TODAY, viewer=VIEWER)
SEARCH = review_search.to_search(st.query_params.to_dict(), PERIODS, REGIONS)
REPORTS = review_rows.read_reports(SEARCH, TODAY, viewer=VIEWER)


def to_known_on() -> date | None:
    """The day to see the report as it was known on; None = now."""
    text = st.query_params.get("kand")
    day, problem = to_day(text, TODAY)
    return day if text and not problem else None


def show_opened(unit: str) -> None:
    """One report, with the way back and on."""
    review_one.show_way(review_reads.to_following(unit, REPORTS, SEARCH))
    rows = dict(zip(to_units(REPORTS), range(len(REPORTS)), strict=True))
    if unit not in rows:
        review_one.show_unknown()
        return
    row = REPORTS.iloc[rows[unit]].to_dict()
    review_open.show(row, REPORTS, TODAY, to_known_on(), VIEWER)


def show_all() -> None:
    """Who has sent what."""
    period, chosen = SEARCH.period or DEFAULT, replace(SEARCH, view=TO_REVIEW)
    within = review_reads.to_selected(
        REPORTS, replace(SEARCH, view=MATRIX, period=period, state=None)
    )
    region = REGIONS[SEARCH.region] if SEARCH.region else None
    of = review_matrix.to_what(str(period), SEARCH.kind, region)
    st.header(review_matrix.headline(within[within["is_owed"]], of), anchor=False)
    st.caption(late_rule())
    waiting = len(review_reads.to_selected(REPORTS, chosen))
    review_filters.show_views(SEARCH.view, waiting)
    if SEARCH.view != RELEASES:
        fields = review_filters.to_fields(SEARCH, PERIODS, REGIONS, DEFAULT)
        field_row.show(fields, key="granska")
    review_views.show(SEARCH, REPORTS, DEFAULT, REGIONS, VIEWER)


review_filters.forget_bad(SEARCH)
for problem in SEARCH.problems:
    st.warning(as_text(problem))
notices.show(review_notices.PAGE)
if (asked := review_confirm.pending(to_who(VIEWER))) is not None:
    warnings = review_checks.count_warnings(asked.rows, TODAY, viewer=VIEWER)
    review_confirm.show_confirmation(asked, warnings, review_save.do)
elif SEARCH.unit:
    show_opened(to_address(*SEARCH.unit))
else:
    show_all()
