"""Goals: the path, what holds it, and every reason why that can't be said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.goals import (
    BadTerms,
    Status,
    Target,
    Terms,
    Why,
    judge,
    to_path,
    to_terms_on,
)
from indicators.periods import Quarter

ON = date(2026, 11, 25)  # 2026K3 is the newest quarter that is over
K3 = Quarter(2026, 3)


def terms(**changed):
    of = {
        "code": "mal-1",
        "level": "regional",
        "baseline": 40.0,
        "baseline_on": date(2024, 12, 31),
        "target": 80.0,
        "kind": Target.VALUE,
        "due_on": date(2026, 12, 31),
        "valid_from": date(2023, 11, 9),
        "source": "prov",
    }
    return Terms(**(of | changed))


def told(outcomes, on=ON, higher=True, **changed):
    of = {Quarter.parse(period): value for period, value in outcomes.items()}
    found = judge(terms(**changed), of, on, higher)
    return found.status, found.why


def test_the_path_is_a_straight_line_from_baseline_to_target_and_the_target_after():
    of = terms(baseline_on=date(2025, 1, 1), due_on=date(2025, 1, 11))
    days = [date(2025, 1, 1) + timedelta(days=n) for n in (0, 5, 10, 400)]
    assert [to_path(of, 40.0, 80.0, day) for day in days] == [40, 60, 80, 80]


def test_on_way_only_when_the_newest_outcome_holds_the_path():
    """At the end of 2026K3 638 of 730 days have gone: the path is at 74.96."""
    assert told({"2026K3": 74.9}) == (Status.BEHIND, None)
    assert told({"2026K3": 75}) == (Status.ON_WAY, None)
    assert told({"2026K3": 80}) == (Status.REACHED, None)
    assert told({"2026K2": 99, "2026K3": 60}) == (Status.BEHIND, None)
    assert told({"2026K3": 60, "2026K4": 99}) == (Status.BEHIND, None)  # is not over


def test_where_less_is_better_the_outcome_must_be_below():
    down = {"higher": False, "target": 20.0}
    assert told({"2026K3": 22.6}, **down) == (Status.BEHIND, None)
    assert told({"2026K3": 22.5}, **down) == (Status.ON_WAY, None)
    assert told({"2026K3": 20}, **down) == (Status.REACHED, None)


def test_a_change_is_of_the_baseline():
    found = judge(
        terms(kind=Target.CHANGE, target=-10.0, baseline=18.0), {K3: 16.2}, ON, higher=False
    )
    assert (found.status, found.target) == (Status.REACHED, pytest.approx(16.2))


def test_without_a_baseline_of_its_own_an_area_starts_from_its_own_outcome():
    assert told({"2024K4": 50, "2026K3": 76}, baseline=None) == (Status.BEHIND, None)
    assert told({"2024K4": 30, "2026K3": 76}, baseline=None) == (Status.ON_WAY, None)
    assert told({"2024K4": 0, "2026K3": 76}, baseline=None) == (Status.ON_WAY, None)


@pytest.mark.parametrize(
    ("outcomes", "changed", "why"),
    [
        ({}, {}, Why.NO_OUTCOME),
        ({"2026K4": 50}, {}, Why.NO_OUTCOME),  # not over
        ({"2025K4": 99}, {}, Why.TOO_OLD),
        ({"2024K4": 99}, {}, Why.NOT_SINCE),
        ({"2026K3": 50}, {"baseline": None}, Why.NO_BASELINE),
        ({"2026K3": 50}, {"baseline": None, "kind": Target.CHANGE}, Why.NO_BASELINE),
        ({"2026K3": 0}, {"baseline": 0.0, "kind": Target.CHANGE}, Why.ZERO_BASELINE),
        ({"2026K2": 50}, {"due_on": date(2026, 9, 30)}, Why.DUE_PASSED),
        ({"2026K3": 50}, {"higher": None}, Why.NO_DIRECTION),
    ],
)
def test_each_reason_why_it_can_not_be_judged(outcomes, changed, why):
    assert told(outcomes, **changed) == (Status.UNKNOWN, why)


def test_a_goal_without_terms_can_not_be_judged_and_still_tells_its_outcome():
    found = judge(None, {K3: 50.0}, ON, higher=True)
    assert (found.status, found.why, found.outcome) == (Status.UNKNOWN, Why.NO_TERMS, 50)


def test_two_quarters_old_is_not_too_old():
    assert told({"2026K1": 80}) == (Status.REACHED, None)
    assert told({"2026K1": 80}, on=date(2026, 12, 31)) == (Status.UNKNOWN, Why.TOO_OLD)


def test_a_target_is_reached_whatever_the_baseline_was():
    assert told({"2026K3": 80}, baseline=None) == (Status.REACHED, None)
    assert told({"2026K3": 81}, baseline=95.0) == (Status.REACHED, None)


def test_after_the_due_day_the_outcome_of_then_or_later_decides():
    due = {"due_on": date(2026, 6, 30)}
    assert told({"2026K2": 79}, **due) == (Status.BEHIND, None)
    assert told({"2026K2": 80}, **due) == (Status.REACHED, None)
    assert told({"2026K3": 79}, **due) == (Status.BEHIND, None)
    assert told({"2026K1": 99}, **due) == (Status.UNKNOWN, Why.DUE_PASSED)


def test_equal_values_and_the_ends_of_a_share():
    assert told({"2026K3": 100}, baseline=100.0, target=100.0) == (Status.REACHED, None)
    assert told({"2026K3": 99}, baseline=100.0, target=100.0) == (Status.BEHIND, None)
    assert told({"2026K3": 0}, baseline=0.0) == (Status.BEHIND, None)


def test_terms_that_are_due_before_they_start_are_refused():
    with pytest.raises(BadTerms, match="mal-1: due 2024-12-31"):
        terms(due_on=date(2024, 12, 31))


def test_the_newest_terms_of_the_day_hold():
    old, new = terms(), terms(target=90.0, valid_from=date(2026, 1, 1))
    other = terms(code="mal-2", valid_from=date(2027, 1, 1))
    assert to_terms_on([new, old, other], date(2025, 12, 31)) == {"mal-1": old}
    assert to_terms_on([new, old, other], date(2026, 1, 1)) == {"mal-1": new}


QUARTERS = Quarter.range(Quarter(2024, 1), Quarter(2027, 2))
VALUES = st.integers(0, 100).map(float)


def slowly(of, outcomes, on, higher):
    """The same by loops over what there is, in the order that the rule is told."""
    newest = None
    for quarter in QUARTERS:
        if quarter in outcomes and quarter.last <= on:
            newest = quarter
    over = [quarter for quarter in QUARTERS if quarter.last <= on]
    if newest is None or newest.last <= of.baseline_on:
        return Status.UNKNOWN
    if newest.last < of.due_on < on or over.index(newest) < len(over) - 3:
        return Status.UNKNOWN
    start = of.baseline if of.baseline is not None else outcomes.get(Quarter(2024, 4))
    if of.kind is Target.CHANGE and not start:
        return Status.UNKNOWN
    end = of.target if of.kind is Target.VALUE else start + start * of.target / 100
    sign = 1 if higher else -1
    if sign * (outcomes[newest] - end) >= -1e-9:
        return Status.REACHED
    if start is None:
        return Status.UNKNOWN
    at, day = start, of.baseline_on
    while day < min(newest.last, of.due_on):  # a day at a time
        at, day = at + (end - start) / (of.due_on - of.baseline_on).days, day + timedelta(days=1)
    return Status.ON_WAY if sign * (outcomes[newest] - at) >= -1e-6 else Status.BEHIND


@given(
    outcomes=st.dictionaries(st.sampled_from(QUARTERS), VALUES),
    on=st.dates(date(2024, 4, 1), date(2027, 6, 30)),
    baseline=st.none() | VALUES,
    target=VALUES,
    kind=st.sampled_from(Target),
    higher=st.booleans(),
)
def test_the_rule_is_that_of_plain_loops(outcomes, on, baseline, target, kind, higher):
    of = terms(baseline=baseline, target=target, kind=kind)
    found = judge(of, outcomes, on, higher)
    assert found.status is slowly(of, outcomes, on, higher)
    assert (found.why is None) is (found.status is not Status.UNKNOWN)
