"""Courses are what `fetch_stages` says of each day, asked for at once."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import insert, select

from data_access.cache import forget_answers
from data_access.connect import writing
from data_access.council_events import add_event
from data_access.councils import add_council, cover_area
from data_access.courses import fetch_courses, fetch_priorities
from data_access.establishment import fetch_assessments, fetch_stages
from data_access.schema import COUNCIL, COUNCIL_EVENT
from data_access.viewer import DEMONSTRATION, Role, Viewer
from indicators.periods import Quarter
from indicators.stages import ALL_STAGES
from tests.statements import listening
from tests.viewers import ADMIN, WRITER

FIRST, LAST = date(2023, 11, 9), date(2026, 11, 25)
QUARTERS = [
    min(quarter.last, LAST) for quarter in Quarter.range(Quarter(2023, 4), Quarter(2026, 4))
]
DAYS = sorted({FIRST, date(2025, 1, 1), *QUARTERS})
NEW = ("lpo-norra-innerstaden", "lpo-lidingo-kungsholmen")
NEW_FROM = date(2025, 1, 1)
KNOWN = datetime(2024, 1, 1, tzinfo=UTC)
BY = {"viewer": WRITER, "source": "test", "recorded_at": KNOWN}


def by_courses(on, viewer=DEMONSTRATION, known_on=None):
    courses = fetch_courses(known_on=known_on, viewer=viewer)
    return {course.code: course.stage_on(on) for course in courses if course.holds(on)}


def by_stages(on, viewer=DEMONSTRATION, known_on=None):
    frame = fetch_stages("lpo", on, known_on=known_on, viewer=viewer)
    return dict(zip(frame["code"], frame["stage"], strict=True))


def test_every_quarters_end_is_what_that_day_says(engine):
    for on in DAYS:
        assert by_courses(on) == by_stages(on), on
    assert len(by_courses(date(2024, 12, 31))) == 94
    assert len(by_courses(date(2025, 1, 1))) == 95


@pytest.mark.parametrize("areas", ["pr-syd", "po-stockholm-city", "01", "lpo-norrmalm", "0180"])
def test_whoever_asks_gets_the_same_areas(sqlite_engine, areas):
    viewer = Viewer(Role.LASARE, frozenset({areas}))
    for on in (FIRST, date(2024, 12, 31), date(2025, 1, 1), LAST):
        assert by_courses(on, viewer) == by_stages(on, viewer), on


def test_who_sees_no_figures_gets_no_courses(sqlite_engine):
    assert fetch_courses(viewer=ADMIN) == ()
    assert fetch_priorities(LAST, viewer=ADMIN) == {}


def test_as_known_on_a_day(sqlite_engine):
    for known_on in (date(2024, 6, 1), date(2025, 6, 1)):
        for on in DAYS:
            wanted = by_stages(on, known_on=known_on)
            assert by_courses(on, known_on=known_on) == wanted, (on, known_on)


def test_priorities_are_what_each_day_says_and_ceased_areas_have_theirs(engine):
    for on in DAYS:
        frame = fetch_assessments("lpo", on, viewer=DEMONSTRATION)
        found = fetch_priorities(on, viewer=DEMONSTRATION)
        wanted = dict(zip(frame["code"], frame["prioritised"], strict=True))
        assert {code: found[code] for code in wanted} == wanted, on
    before = fetch_priorities(date(2024, 12, 31), viewer=DEMONSTRATION)["lpo-norrmalm"]
    assert fetch_priorities(LAST, viewer=DEMONSTRATION)["lpo-norrmalm"] == before


@pytest.mark.parametrize(("kind", "seed"), [("sqlite", 0), ("sqlite", 1), ("postgresql", 2)])
def test_made_up_councils_come_and_go_as_each_day_says(engine, seed):
    chance = Random(seed)
    places = ["lpo-norrmalm", *NEW, "0180", "0186"]
    places += ["lpo-lulea-boden", "2580", "2582", "lpo-ostra-norrbotten", "2583"]

    def moment(area=""):
        first, last = (NEW_FROM if area in NEW else FIRST), LAST
        if area == "lpo-norrmalm":
            last = NEW_FROM - timedelta(days=1)
        return first + timedelta(days=chance.randrange((last - first).days))

    for number in range(6):
        code = f"rad-{number}"
        add_council(code, code, "lokal", **BY)
        for _ in range(3):
            area = chance.choice(places)
            cover_area(code, area, moment(area), covers=chance.random() < 0.7, **BY)
        for _ in range(6):
            add_event(code, chance.choice(ALL_STAGES), moment(), reason="därför", **BY)
    forget_answers()
    for on in [*DAYS, *(moment() for _ in range(12))]:
        assert by_courses(on) == by_stages(on), (seed, on)


def count_asked(engine, ask):
    with listening(engine) as asked:
        ask()
    return len(asked)


def test_twenty_years_are_three_questions_as_one_is(engine):
    def ask():
        forget_answers()
        assert fetch_courses.__wrapped__(viewer=DEMONSTRATION)

    before = count_asked(engine, ask)
    with writing(engine) as connection:
        rows = [
            {
                "council_id": council, "stage": Random(number).choice(ALL_STAGES),
                "effective_on": LAST + timedelta(days=number * 91), "reason": "därför",
                "source": "test", "is_example": True, "recorded_by": "test", "recorded_at": KNOWN,
            }
            for (council,) in connection.execute(select(COUNCIL.c.id)).all()
            for number in range(80)
        ]  # fmt: skip
        connection.execute(insert(COUNCIL_EVENT), rows)
    assert count_asked(engine, ask) == before <= 4  # with the version
    for on in (LAST, date(2036, 3, 31), date(2046, 11, 1)):
        assert by_courses(on) == by_stages(on), on
