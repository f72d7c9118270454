"""The courses of areas against the definition, day by day."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indicators.courses import Cover, Heard, Part, Told, Turn, to_courses
from indicators.stages import ALL_STAGES, RANK

FIRST = date(2024, 1, 1)
SPAN = 40  # days
KOMMUNER, LPOS, COUNCILS = ("k1", "k2"), ("a", "b", "c"), (1, 2)
BORN = {"k1": -1000, "k2": -1000, "a": -1000, "b": -1000, "c": 20}


def day(number):
    return FIRST + timedelta(days=number)


def part(lpo, kommun="k1", first=-1000, last=None):
    end = None if last is None else day(last)
    return Part(kommun, lpo, "po", "pr", f"l{kommun}", day(first), end)


def told(number, stage, council=1):
    return Told(council, f"Råd {council}", stage, day(number))


def cover(area, number=0, covers=True, council=1):
    return Cover(council, area, covers, day(number), day(BORN[area]))


def one(parts, events, covers):
    (course,) = to_courses(parts, events, covers)
    return course


def turns(course):
    return [((turn.day - FIRST).days, turn.stage) for turn in course.turns]


def test_an_area_takes_the_turns_of_its_council():
    course = one([part("a")], [told(0, "ej-paborjat"), told(9, "planerat")], [cover("a")])
    assert turns(course) == [(0, "ej-paborjat"), (9, "planerat")]
    assert course.stage_on(day(-1)) is None
    assert course.stage_on(day(8)) == "ej-paborjat"
    assert course.stage_on(day(9)) == "planerat"
    assert course.first_at(("planerat",), day(8)) is None
    assert course.first_at(("planerat",), day(9)) == Turn(day(9), "planerat")


def test_a_stage_said_again_is_no_turn_but_has_been_heard():
    course = one([part("a")], [told(0, "planerat"), told(9, "planerat")], [cover("a")])
    assert turns(course) == [(0, "planerat")]
    assert course.heard_by(day(8)) == Heard(day(0), "planerat", "Råd 1")
    assert course.heard_by(day(9)) == Heard(day(9), "planerat", "Råd 1")
    assert course.heard_by(day(-1)) is None


def test_what_was_told_last_of_a_day_speaks_for_it():
    course = one([part("a")], [told(0, "planerat"), told(0, "uppstartat")], [cover("a")])
    assert turns(course) == [(0, "uppstartat")]
    assert len(course.heard) == 1


def test_a_council_that_leaves_takes_its_stage_with_it():
    course = one([part("a")], [told(0, "planerat")], [cover("a"), cover("a", 5, covers=False)])
    assert turns(course) == [(0, "planerat"), (5, None)]


def test_a_council_that_takes_on_an_area_later_speaks_from_then():
    course = one([part("a")], [told(0, "planerat")], [cover("a", 5)])
    assert turns(course) == [(5, "planerat")]
    assert course.heard_by(day(9)) == Heard(day(5), "planerat", "Råd 1")


def test_a_council_of_a_new_area_brings_what_was_before():
    course = one([part("c", first=20)], [told(0, "planerat")], [cover("c", 20)])
    assert not course.holds(day(19)) and course.holds(day(20))
    assert turns(course) == [(0, "planerat")]


def test_a_kommun_that_joins_later_brings_its_council_from_then():
    parts = [part("a"), part("a", "k2", first=10, last=19)]
    course = one(parts, [told(0, "planerat")], [cover("k2")])
    assert turns(course) == [(10, "planerat"), (20, None)]
    assert (course.lan, course.kommuner) == ("lk1 lk2", "k1 k2")


def test_an_area_that_has_ended_turns_no_more():
    course = one([part("a", last=5)], [told(0, "planerat"), told(9, "uppstartat")], [cover("a")])
    assert turns(course) == [(0, "planerat")]
    assert course.holds(day(5)) and not course.holds(day(6))


def test_an_area_without_council_has_no_turns():
    assert one([part("a")], [], []).turns == ()


def naive(parts, events, covers, lpo, on):
    """The furthest stage among the councils that cover the LPO, or a kommun of it, on the day."""
    found = []
    areas = {lpo}
    for p in parts:
        if p.lpo == lpo and p.first <= on and (p.last is None or on <= p.last):
            areas.add(p.kommun)
    for council in COUNCILS:
        for area in areas:
            about = [c for c in covers if (c.council, c.area) == (council, area) and c.day <= on]
            said = [e for e in events if e.council == council and e.day <= on]
            if about and about[-1].covers and said:
                found.append(said[-1].stage)
    return max(found, key=RANK.__getitem__, default=None)


numbers = st.integers(0, SPAN)
AREAS = (*KOMMUNER, *LPOS)
divisions = st.lists(
    st.tuples(st.sampled_from(LPOS), st.sampled_from(KOMMUNER), numbers, st.none() | numbers),
    min_size=1,
    max_size=5,
)
heard = st.lists(st.tuples(numbers, st.sampled_from(ALL_STAGES), st.sampled_from(COUNCILS)))
covered = st.lists(
    st.tuples(st.sampled_from(AREAS), numbers, st.booleans(), st.sampled_from(COUNCILS))
)


def to_whole(rows):
    """A division in which each area is whole from its first day to its last: c is born late."""
    found = {}
    for lpo, kommun, first, last in rows:
        start = 20 if lpo == "c" else -1000
        inside = start if not any(key[0] == lpo for key in found) else max(start, first)
        if last is None or last >= inside:
            open_end = not any(key[0] == lpo for key in found)
            found.setdefault((lpo, kommun), part(lpo, kommun, inside, None if open_end else last))
    return list(found.values())


@given(divisions, heard, covered)
def test_every_day_is_as_the_definition_has_it(rows, events, covers):
    parts = to_whole(rows)
    events = sorted((told(*row) for row in events), key=lambda event: event.day)
    covers = sorted((cover(*row) for row in covers), key=lambda row: row.day)
    courses = to_courses(parts, events, covers)
    assert [course.code for course in courses] == sorted({p.lpo for p in parts})
    for course in courses:
        for number in range(-2, SPAN + 2):
            if course.holds(day(number)):
                wanted = naive(parts, events, covers, course.code, day(number))
                assert course.stage_on(day(number)) == wanted, number


@given(divisions, heard, covered)
def test_turns_come_in_order_and_each_is_another_stage(rows, events, covers):
    events = sorted((told(*row) for row in events), key=lambda event: event.day)
    covers = sorted((cover(*row) for row in covers), key=lambda row: row.day)
    for course in to_courses(to_whole(rows), events, covers):
        days = [turn.day for turn in course.turns]
        assert days == sorted(set(days))
        stages = [None, *(turn.stage for turn in course.turns)]
        assert all(one != two for one, two in pairwise(stages))
        assert list(course.heard) == sorted(course.heard)
