"""Absence two quarters in a row: what counts, what breaks a row and what does not."""

from hypothesis import given, settings

from indicators.absence import to_absences
from indicators.participation import State
from indicators.periods import Quarter
from tests.indicators import naive_participation as naive
from tests.indicators.naive_participation import PERIODS, to_row, to_rows, to_units

A, B, _C = naive.AREAS
LAST = Quarter.parse(PERIODS[-1])
SCHOOL = ("skolan",)


def judged(told, area=A):
    """`told`: a quarter each: (held, attended), 'ej' = not reported, 'utan' = not listed."""
    rows, units = [], []
    periods = PERIODS[len(PERIODS) - len(told) :]
    for period, one in zip(periods, told, strict=True):
        units.append((area, period, True, None if one == "ej" else 1))
        if not isinstance(one, str):
            rows.append(to_row(area, period, "skolan", *one))
    return to_absences(to_rows(rows), to_units(units), SCHOOL, LAST)


def test_two_quarters_in_a_row_are_an_absence():
    (found,) = judged([(3, 1), (2, 0), (4, 0)]).absences
    assert (found.area, found.quarters, found.meetings) == (A, 2, 6)
    assert (str(found.first), str(found.last), found.skipped) == ("2026K1", "2026K2", ())


def test_one_is_not_and_one_that_came_ends_it():
    assert judged([(3, 1), (4, 0)]).absences == ()
    assert judged([(3, 0), (3, 0), (4, 1)]).absences == ()
    assert judged([(3, 1), (4, 0)]).judged == 1


def test_a_quarter_that_is_not_reported_is_no_absence_and_breaks_no_row():
    (found,) = judged([(3, 0), "ej", (4, 0)]).absences
    assert (found.quarters, found.meetings) == (2, 7)
    assert found.skipped == (Quarter(2026, 1),)
    only = judged(["ej", "ej", (4, 0)])
    assert only.absences == () and only.unknown == {A: State.NOT_REPORTED}


def test_a_quarter_without_meetings_is_nobodys_absence():
    assert judged([(0, 0), (0, 0)]).unknown == {A: State.NO_MEETING}
    assert judged([(3, 0), (0, 0), (2, 0)]).absences[0].quarters == 2


def test_who_is_not_listed_or_has_no_number_is_not_absent():
    assert judged(["utan", "utan"]).unknown == {A: State.NOT_LISTED}
    assert judged([(3, "saknas"), (3, "saknas")]).unknown == {A: State.MISSING}


def test_a_council_of_one_quarter_can_not_be_judged():
    assert judged([(3, 0)]).unknown == {A: State.NO_COUNCIL}


def test_the_longest_come_first():
    rows, units = [], []
    for area, since in ((A, 2), (B, 0)):
        for place, period in enumerate(PERIODS):
            rows.append(to_row(area, period, "skolan", 2, 0 if place >= since else 2))
            units.append((area, period, True, 1))
    found = to_absences(to_rows(rows), to_units(units), SCHOOL, LAST).absences
    assert [(one.area, one.quarters) for one in found] == [(B, 4), (A, 2)]


def test_a_council_that_is_no_longer_there_is_not_asked_after():
    units = to_units([(A, "2024K1", True, 1), (A, "2024K2", True, 1)])
    rows = to_rows([to_row(A, period, "skolan", 2, 0) for period in ("2024K1", "2024K2")])
    found = to_absences(rows, units, SCHOOL, LAST)
    assert found == ((), 0, {})


@settings(max_examples=40)
@given(naive.councils())
def test_the_same_by_a_loop_over_the_rows(drawn):
    rows, units = drawn
    found = to_absences(to_rows(rows), to_units(units), SCHOOL, LAST)
    absent, known, unknown = {}, 0, set()
    for area in naive.AREAS:
        own = [unit for unit in units if unit[0] == area]
        if not own[-1][2] and all(unit[3] is None for unit in own):
            continue
        told = [naive.to_told(rows, [unit], SCHOOL) for unit in own]
        counts = [(state, held) for state, _came, held, share in told if share is not None]
        if len(counts) < 2:
            unknown.add(area)
            continue
        known += 1
        run = 0
        while run < len(counts) and counts[-1 - run][0] == State.ZERO:
            run += 1
        if run >= 2:
            absent[area] = (run, sum(held for _state, held in counts[-run:]))
    assert {one.area: (one.quarters, one.meetings) for one in found.absences} == absent
    assert (found.judged, set(found.unknown)) == (known, unknown)
