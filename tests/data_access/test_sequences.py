"""Whatever is asked, in whatever order and by whoever at the same time: a viewer of one region
gets no row that belongs to another only."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access import cache
from data_access.areas import fetch_area, fetch_areas, fetch_visible
from data_access.connect import reading
from data_access.establishment import (
    fetch_assessments,
    fetch_events,
    fetch_history,
    fetch_pieces,
    fetch_recent,
    fetch_stages,
)
from data_access.places import read_pieces
from data_access.population import fetch_population
from data_access.viewer import Role, Viewer

FIRST, LAST = date(2023, 11, 9), date(2026, 11, 1)
REGIONS = ("pr-nord", "pr-mitt", "pr-stockholm", "pr-ost", "pr-vast", "pr-syd", "pr-bergslagen")
LEVELS = ("kommun", "lpo", "polisomrade", "polisregion", "lan", "riket")
PLACES = ("lpo-lulea-boden", "lpo-malmo-norr", "lpo-norrmalm", "0180", "2580", "25", "12", "se")
PLACES += REGIONS

DAYS = st.integers(0, (LAST - FIRST).days).map(lambda number: FIRST + timedelta(days=number))
QUESTIONS = {
    "areas": lambda viewer, on, _level, _place: fetch_areas(on, viewer=viewer)["code"],
    "visible": lambda viewer, on, _level, _place: fetch_visible(on, viewer=viewer),
    "stages": lambda viewer, on, level, _place: fetch_stages(level, on, viewer=viewer)["code"],
    "population": lambda viewer, on, level, _place: fetch_population(level, on, viewer=viewer)[
        "code"
    ],
    "assessments": lambda viewer, on, _level, _place: fetch_assessments("lpo", on, viewer=viewer)[
        "code"
    ],
    "pieces": lambda viewer, on, _level, _place: fetch_pieces(on, viewer=viewer)["lpo"],
    "recent": lambda viewer, on, _level, _place: [
        code
        for codes in fetch_recent(FIRST - timedelta(days=1), on, viewer=viewer)["codes"]
        for code in codes.split()
    ],
    "area": lambda viewer, on, _level, place: [fetch_area(place, on, viewer=viewer).code],
    "events": lambda viewer, on, _level, place: fetch_events(place, on, viewer=viewer) and [place],
    "history": lambda viewer, on, _level, place: (
        [] if fetch_history(place, on, viewer=viewer).empty else [place]
    ),
}
VIEWERS = st.sampled_from(REGIONS).map(lambda code: Viewer(Role.LASARE, frozenset({code})))
STEPS = st.lists(
    st.tuples(
        VIEWERS,
        st.sampled_from(sorted(QUESTIONS)),
        DAYS,
        st.sampled_from(LEVELS),
        st.sampled_from(PLACES),
    ),
    min_size=2,
    max_size=8,
)


def codes_of(viewer, question, on, level, place):
    try:
        return set(QUESTIONS[question](viewer, on, level, place))
    except LookupError:
        return set()


def inside(region, on):
    """Codes of every area with a piece in the region on the day, or on the day it ceased."""
    with reading() as connection:
        pieces = read_pieces(connection, on)
    return {code for piece in pieces if piece.polisregion == region for code in piece.codes()}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_no_sequence_of_queries_gives_a_row_of_another_region_only(sqlite_engine, steps):
    for viewer, question, on, level, place in steps:
        (region,) = viewer.areas
        assert codes_of(viewer, question, on, level, place) <= inside(region, on), question


@pytest.mark.parametrize("region", REGIONS)
def test_every_question_has_an_answer_for_the_own_region(sqlite_engine, region):
    """Else the property above would hold for want of rows."""
    viewer = Viewer(Role.LASARE, frozenset({region}))
    for question in QUESTIONS:
        assert codes_of(viewer, question, LAST, "lpo", region), question


def test_two_users_at_once_each_get_their_own(engine):
    """One asks in the middle of the other's question, again and again, with an empty cache."""
    days = [LAST - timedelta(days=number) for number in range(12)]
    viewers = [Viewer(Role.LASARE, frozenset({region})) for region in ("pr-nord", "pr-syd")]
    expected = {
        viewer: {
            question: codes_of(viewer, question, LAST, "lpo", "pr-nord") for question in QUESTIONS
        }
        for viewer in viewers
    }
    assert not expected[viewers[0]]["stages"] & expected[viewers[1]]["stages"]
    cache.forget_answers()

    def ask(number):
        viewer, question = viewers[number % 2], sorted(QUESTIONS)[number // 2 % len(QUESTIONS)]
        on = LAST if number % 3 else days[number % 12]
        found = codes_of(viewer, question, on, "lpo", "pr-nord")
        return viewer, question, on, found

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(160)))
    for viewer, question, on, found in answers:
        (region,) = viewer.areas
        assert found <= inside(region, on), question
        if on == LAST:
            assert found == expected[viewer][question], question


def test_a_frame_that_one_user_writes_in_is_not_the_others(sqlite_engine):
    viewer = Viewer(Role.LASARE, frozenset({"pr-nord"}))
    mine = fetch_stages("lpo", LAST, viewer=viewer)
    mine.loc[:, "stage"] = "fel"
    theirs = fetch_stages("lpo", LAST, viewer=viewer)
    assert isinstance(theirs, pd.DataFrame)
    assert "fel" not in set(theirs["stage"])
