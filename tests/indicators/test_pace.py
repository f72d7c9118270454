"""Stages over time, waits and what has stalled, each counted a second time by plain loops."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import pace
from indicators.courses import Course, Heard, Turn
from indicators.pace import Wait
from indicators.periods import Quarter
from indicators.stages import ALL_STAGES

FIRST = date(2024, 1, 1)
ON = date(2025, 8, 20)


def day(number):
    return FIRST + timedelta(days=number)


def course(*turns, code="a", first=-10, last=None, heard=None):
    """An area of (day, stage), which were heard when they turned."""
    told = [(number, stage) for number, stage in turns if stage] if heard is None else heard
    return Course(
        code, "po", "pr", "l", "k", day(first), None if last is None else day(last),
        tuple(Turn(day(number), stage) for number, stage in turns),
        tuple(Heard(day(number), stage, "Råd") for number, stage in told),
    )  # fmt: skip


def test_every_quarter_is_looked_at_on_its_last_day_and_the_last_on_the_day_chosen():
    stops = pace.to_stops(date(2023, 11, 9), date(2024, 5, 1))
    assert [(str(quarter), on) for quarter, on in stops] == [
        ("2023K4", date(2023, 12, 31)),
        ("2024K1", date(2024, 3, 31)),
        ("2024K2", date(2024, 5, 1)),
    ]


def test_areas_count_on_the_days_on_which_they_exist_and_no_data_is_a_class():
    courses = [
        course((0, "planerat")),
        course((0, "etablerat"), last=100),
        course((0, "etablerat"), first=101),
        course(),
    ]
    assert pace.count_stages(courses, day(100)) == {"planerat": 1, "etablerat": 1, None: 1}
    assert pace.count_stages(courses, day(101)) == {"planerat": 1, "etablerat": 1, None: 1}
    assert pace.count_stages([], day(1)) == {}


def test_an_area_is_new_once_and_a_new_division_makes_none_new():
    courses = [
        course((0, "planerat"), (10, "etablerat"), (200, "vilande"), (400, "etablerat")),
        course((0, "etablerat"), last=150),
        course((0, "etablerat"), first=151),
        course((300, "etablerat"), (301, None)),
    ]
    new = pace.count_new(courses, ON)
    assert new == {Quarter(2024, 1): 2, Quarter(2024, 4): 1}
    assert pace.count_new(courses, day(299)) == {Quarter(2024, 1): 2}


def test_a_wait_is_from_the_first_step_to_established_or_to_the_day():
    courses = [
        course((0, "ej-paborjat"), (10, "kartlaggning"), (20, "planerat"), (50, "etablerat")),
        course((30, "uppstartat")),
        course((0, "ej-paborjat")),
        course((0, "etablerat")),  # nobody knows when it began
        course((0, "planerat"), (90, "ej-aktuellt")),
        course((0, "planerat"), (70, None)),
        course((0, "planerat"), (60, "vilande")),
        course((0, "planerat"), (10, "etablerat"), (20, "ej-aktuellt")),
        course(),
    ]
    assert pace.to_waits(courses, day(100)) == [
        Wait(40, True), Wait(70, False), Wait(90, False), Wait(70, False), Wait(100, False),
        Wait(10, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("waits", "median"),
    [
        ([], None),
        ([Wait(9, False)], None),
        ([Wait(9, True)], 9),
        ([Wait(5, True), Wait(9, True)], 5),
        ([Wait(5, True), Wait(9, True), Wait(20, True)], 9),
        ([Wait(5, True), Wait(9, False), Wait(20, False)], None),  # half never is
        ([Wait(5, True), Wait(6, False), Wait(20, True)], 20),  # left at 20: 2/3 × 0
        ([Wait(7, True)] * 4, 7),
        ([Wait(0, True), Wait(0, True), Wait(3, True)], 0),
    ],
)
def test_the_median_counts_those_on_the_way_for_as_long_as_they_have_waited(waits, median):
    assert pace.to_median(waits) == median


def test_a_published_example_of_kaplan_and_meier():
    """Remission of leukemia, weeks, under 6-MP: the median is 23 (Freireich and others 1963)."""
    reached = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    waits = [Wait(one, True) for one in reached] + [Wait(one, False) for one in censored]
    assert pace.to_median(waits) == 23


def test_an_area_on_the_way_has_stalled_when_nothing_is_heard():
    courses = [
        course((0, "planerat"), code="a"),
        course((0, "ej-paborjat"), (50, "kartlaggning"), code="b"),
        course((0, "planerat"), heard=[(0, "planerat"), (90, "planerat")], code="c"),
        course((0, "etablerat"), code="d"),
        course((0, "vilande"), code="e"),
        course((0, "ej-aktuellt"), code="f"),
        course(code="g"),
        course((0, "planerat"), (1, None), code="h"),
        course((0, "planerat"), last=120, code="i"),
    ]
    found = pace.find_stalled(courses, day(200), 150)
    assert [(one.course.code, one.days) for one in found] == [("a", 200), ("b", 150)]
    assert found[1].last == Heard(day(50), "kartlaggning", "Råd")
    assert len(pace.find_stalled(courses, day(200), 151)) == 1
    assert [one.course.code for one in pace.find_stalled(courses, day(200), 110)] == ["a", "b", "c"]


turned = st.lists(st.tuples(st.integers(0, 600), st.none() | st.sampled_from(ALL_STAGES)))
areas = st.lists(
    st.tuples(turned, st.integers(-10, 300), st.none() | st.integers(300, 650)), max_size=8
)


def to_courses(rows):
    found = []
    for number, (turns, first, last) in enumerate(rows):
        by_day, kept, before = dict(turns), [], None
        for when, stage in sorted(by_day.items(), key=lambda turn: turn[0]):
            if stage != before:
                kept.append((when, stage))
                before = stage
        found.append(course(*kept, code=str(number), first=first, last=last))
    return found


def naive_stage(area, on):
    stage = None
    for turn in area.turns:
        if turn.day <= on:
            stage = turn.stage
    return stage


def naive_established(area, on):
    for turn in area.turns:
        if turn.day <= on and turn.stage == "etablerat":
            return turn.day
    return None


@given(areas, st.integers(0, 640))
def test_all_is_as_plain_loops_count_it(rows, number):
    courses, on = to_courses(rows), day(number)
    here = [one for one in courses if one.first <= on and (not one.last or one.last >= on)]
    for stop in pace.to_stops(FIRST, on):
        counted = Counter()
        for one in courses:
            if one.first <= stop.day and (one.last is None or stop.day <= one.last):
                counted[naive_stage(one, stop.day)] += 1
        assert pace.count_stages(courses, stop.day) == counted
    new = Counter()
    for one in courses:
        when = naive_established(one, on)
        if when and when >= one.first and (one.last is None or when <= one.last):
            new[Quarter(when.year, (when.month + 2) // 3)] += 1
    assert pace.count_new(courses, on) == new
    stalled = set()
    for one in here:
        said = [told.day for told in one.heard if told.day <= on]
        waiting = ("ej-paborjat", "kartlaggning", "planerat", "uppstartat")
        if naive_stage(one, on) in waiting and (on - max(said)).days >= 90:
            stalled.add((one.code, (on - max(said)).days))
    assert {(one.course.code, one.days) for one in pace.find_stalled(courses, on, 90)} == stalled


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=12))
def test_with_none_on_the_way_the_median_is_the_middle(rows):
    waits = [Wait(*row) for row in rows]
    reached = sorted(wait.days for wait in waits if wait.reached)
    if reached and len(reached) == len(waits):
        assert pace.to_median(waits) == reached[(len(reached) - 1) // 2]
    median = pace.to_median(waits)
    assert median is None or median in reached
