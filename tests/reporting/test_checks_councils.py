"""Events, participation and the kommuner's mappings."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.reporting.checked import (
    AREA,
    CONTEXT,
    ERROR,
    INFORMATION,
    NOTE,
    WARNING,
    YEAR_END,
    check_rows,
    codes,
)

DAY = timedelta(days=1)
NEW = replace(CONTEXT, stages={})


def event(stage, day=date(2026, 8, 1), **others):
    return {"stadium": stage, "dag": day} | others


def known(stage, day=date(2026, 2, 1)):
    return replace(CONTEXT, stages={AREA.code: (stage, day)})


def meeting(number, held=4, attended=3, **others):
    row = {"aktor": f"aktor-{number}", "form": "medlem", "hallna": held, "deltagit": attended}
    return row | others


def mapping(latest, following=None):
    row = {"kommun": min(AREA.kommuner), "senaste": latest}
    row |= {"nasta": following} if following else {}
    return check_rows("kartlaggningar", row, context=YEAR_END)


# Participation


@pytest.mark.parametrize(("attended", "found"), [(0, []), (4, []), (5, ["attended-above-held"])])
def test_nobody_attends_more_meetings_than_were_held(attended, found):
    assert codes(check_rows("deltagande", meeting(1, 4, attended)), ERROR) == found


def test_who_has_another_number_of_meetings_than_the_others_is_asked_why():
    found = check_rows("deltagande", meeting(1), meeting(2, 5), meeting(3), meeting(4))
    assert [(one.code, one.severity, one.identity) for one in found] == [
        ("held-differs", WARNING, ("aktor-2",))
    ]


def test_the_same_number_of_meetings_for_all_is_nothing_to_ask_about():
    assert check_rows("deltagande", meeting(1), meeting(2), meeting(3)) == []


# Reasons and stages


@pytest.mark.parametrize("reason", [{}, {"skal": " "}])
def test_not_needed_without_a_reason_is_an_error(reason):
    found = check_rows("handelser", event("ej-aktuellt", **reason))
    assert [(one.code, one.field) for one in found] == [("reason-missing", "skal")]


def test_not_needed_with_a_reason_and_other_stages_without_are_right():
    assert check_rows("handelser", event("ej-aktuellt", skal="Inget behov.")) == []
    assert check_rows("handelser", event("vilande")) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("planerat", "uppstartat", []),
        ("planerat", "planerat", []),
        ("etablerat", "planerat", ["stage-backwards"]),
        ("uppstartat", "planerat", ["stage-backwards"]),
        ("etablerat", "vilande", []),
        ("vilande", "kartlaggning", []),
        ("ej-aktuellt", "ej-paborjat", []),
    ],
)
def test_a_stage_that_goes_backwards_is_asked_about(before, after, found):
    assert codes(check_rows("handelser", event(after), context=known(before)), WARNING) == found


def test_a_stage_that_goes_backwards_within_the_file_is_asked_about():
    later = event("planerat", date(2026, 8, 2))
    (remark,) = check_rows("handelser", later, event("etablerat"), context=NEW)
    assert (remark.code, remark.severity, remark.place.row) == ("stage-backwards", WARNING, 5)
    assert "2026-08-01" in remark.wrong and "2026-08-02" in remark.wrong


def test_the_order_of_the_rows_does_not_matter():
    rows = [event("uppstartat", date(2026, 8, 2)), event("planerat", date(2026, 8, 1))]
    assert check_rows("handelser", *rows, context=NEW) == []


def test_what_happened_before_what_is_known_may_be_an_earlier_stage():
    row = event("planerat", date(2025, 1, 1))
    found = check_rows("handelser", row, context=known("etablerat"))
    assert codes(found) == ["day-before-period"]


def test_what_happened_before_what_is_known_can_not_be_a_later_stage():
    row = event("etablerat", date(2025, 1, 1))
    found = check_rows("handelser", row, context=known("planerat"))
    assert codes(found, WARNING) == ["stage-backwards"]


def test_a_note_on_why_the_stage_goes_backwards_is_an_answer():
    found = check_rows("handelser", event("planerat") | NOTE, context=known("etablerat"))
    assert [(one.code, one.severity) for one in found] == [("stage-backwards", INFORMATION)]


# Days of events


@pytest.mark.parametrize(
    ("day", "code", "severity"),
    [
        (date(2023, 11, 8), "day-too-early", ERROR),
        (date(2023, 11, 9), "day-before-period", INFORMATION),
        (date(2026, 6, 30), "day-before-period", INFORMATION),
        (date(2026, 7, 1), None, None),
        (date(2026, 9, 30), None, None),
        (date(2026, 10, 1), "day-after-period", ERROR),
        (CONTEXT.today, "day-after-period", ERROR),
        (CONTEXT.today + DAY, "day-in-future", ERROR),
    ],
)
@pytest.mark.parametrize("kind", ["handelser", "bedomningar"])
def test_an_event_lies_between_the_beginning_and_the_periods_end(kind, day, code, severity):
    rows = {
        "handelser": event("uppstartat", day),
        "bedomningar": {"prioriterat": "ja", "dag": day, "skal": "Rekrytering."},
    }
    found = [(one.code, one.severity) for one in check_rows(kind, rows[kind], context=NEW)]
    assert found == ([(code, severity)] if code else [])


@pytest.mark.parametrize(("days", "found"), [(0, []), (1, ["day-in-future"])])
def test_what_has_not_happened_yet_is_no_event(days, found):
    today = date(2026, 8, 1)
    context = replace(NEW, today=today)
    row = event("uppstartat", today + days * DAY)
    assert codes(check_rows("handelser", row, context=context)) == found


# Mappings


@pytest.mark.parametrize(
    ("latest", "found"),
    [
        (date(2022, 12, 31), ["day-too-early"]),
        (date(2023, 1, 1), []),
        (YEAR_END.today, []),
        (YEAR_END.today + DAY, ["day-in-future"]),
    ],
)
def test_the_latest_mapping_is_done_and_not_older_than_the_law(latest, found):
    assert codes(mapping(latest), ERROR) == found


@pytest.mark.parametrize(
    ("following", "code", "severity"),
    [
        (date(2025, 2, 28), "next-before-latest", ERROR),
        (date(2025, 3, 1), None, None),
        (date(2027, 3, 1), None, None),
        (date(2027, 3, 2), "next-too-late", WARNING),
    ],
)
def test_the_next_mapping_comes_within_two_years(following, code, severity):
    found = [(one.code, one.severity) for one in mapping(date(2025, 3, 1), following)]
    assert found == ([(code, severity)] if code else [])


@pytest.mark.parametrize(
    ("following", "found"), [(date(2026, 3, 1), []), (date(2026, 3, 2), ["next-too-late"])]
)
def test_two_years_after_a_leap_day_is_the_first_of_march(following, found):
    assert codes(mapping(date(2024, 2, 29), following)) == found


def test_a_mapping_without_a_next_day_is_right():
    assert mapping(date(2025, 3, 1)) == []
