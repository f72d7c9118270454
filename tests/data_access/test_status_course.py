"""Stages and needs on many days at once are those of each day, whatever has been told."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given

from data_access.areas import fetch_areas, fetch_areas_on_each
from data_access.assessments import NoAssessmentsOfLevel
from data_access.council_events import add_assessment, add_event
from data_access.councils import cover_area
from data_access.establishment import NoStagesOfLevel, fetch_assessments, fetch_stages
from data_access.places import read_pieces
from data_access.stages import read_standings
from data_access.status_course import (
    _read_known,
    _to_own,
    _to_standings,
    fetch_priorities_on_each,
    fetch_stages_on_each,
)
from data_access.viewer import DEMONSTRATION as ALL
from data_access.viewer import Role, Viewer
from indicators.coverage_course import to_days
from tests.data_access.test_as_of import COVERS, EVENTS, QUICK, ask, bare, day
from tests.statements import listening
from tests.viewers import WRITER

__all__ = ["bare"]

FIRST, LAST = date(2023, 11, 9), date(2026, 11, 1)
QUARTERS = tuple(to_days(FIRST, LAST))
SOME = (date(2024, 12, 31), date(2025, 1, 1), LAST)
TRIED = [day(number) for number in range(0, 16, 3)]
BY = {"viewer": WRITER, "source": "test"}
COUNCIL = "lokalt-rad-haninge-nynashamn"
ON_EACH = {
    fetch_stages_on_each: fetch_stages,
    fetch_priorities_on_each: fetch_assessments,
    fetch_areas_on_each: lambda level, on, *, viewer: fetch_areas(on, level, viewer=viewer),
}


def assert_equal(days=SOME, viewer=ALL):
    """Each day of each answer is the answer of the day."""
    for on_each, of_day in ON_EACH.items():
        for level in ("lpo", "kommun"):
            found = on_each(level, days, viewer=viewer)
            assert sorted(set(found["day"])) == sorted(days)
            for one in days:
                own = found[found["day"] == one].drop(columns="day").reset_index(drop=True)
                expected = of_day(level, one, viewer=viewer)[list(own.columns)]
                pd.testing.assert_frame_equal(own, expected)


def test_every_quarter_of_the_example_is_that_of_the_day(engine):
    assert_equal(QUARTERS)


@pytest.mark.parametrize("code", ["pr-nord", "po-malmo", "lpo-jarva", "25"])
def test_a_narrow_scope_sees_its_own_and_no_more(sqlite_engine, code):
    viewer = Viewer(Role.LASARE, frozenset({code}))
    days = (date(2025, 1, 1), LAST)
    for level in ("lpo", "kommun"):
        for one in days:
            found = fetch_stages_on_each(level, days, viewer=viewer)
            own = set(found.loc[found["day"] == one, "code"])
            assert own == set(fetch_stages(level, one, viewer=viewer)["code"])


def test_a_council_that_stops_starts_again_and_takes_on_an_area_is_told_as_of_each_day(
    sqlite_engine,
):
    add_event(COUNCIL, "vilande", date(2026, 2, 1), reason="Väntar", **BY)
    add_event(COUNCIL, "etablerat", date(2026, 3, 1), **BY)
    add_event(COUNCIL, "etablerat", date(2026, 4, 1), reason="Igen", **BY)
    cover_area(COUNCIL, "lpo-nacka", date(2026, 5, 1), **BY)
    cover_area(COUNCIL, "0138", date(2026, 5, 1), **BY)
    add_assessment("lpo-nacka", True, "därför", date(2026, 2, 1), **BY)
    assert_equal(tuple(date(2026, month, 15) for month in range(1, 7)))


@QUICK
@given(EVENTS, COVERS)
def test_whatever_was_told_of_councils_the_same_standings_are_read(bare, events, covers):
    def question(connection):
        known = _read_known(connection, TRIED)
        for at, on in enumerate(TRIED):
            standings = _to_standings(known, at)
            found = [
                (piece, one)
                for piece in read_pieces(connection, on)
                for one in _to_own(piece, standings)
            ]
            assert sorted(map(repr, found)) == sorted(
                map(repr, read_standings(connection, "lpo", on, None))
            )
        return True

    assert ask(bare, events, covers, question)


def test_of_no_day_there_is_nothing(sqlite_engine):
    for on_each in ON_EACH:
        found = on_each("lpo", (), viewer=ALL)
        assert found.empty and {"code", "day"} <= set(found)


def test_levels_without_councils_or_needs_are_refused(sqlite_engine):
    with pytest.raises(NoStagesOfLevel, match="polisregion"):
        fetch_stages_on_each("polisregion", SOME, viewer=ALL)
    with pytest.raises(NoAssessmentsOfLevel, match="lan"):
        fetch_priorities_on_each("lan", SOME, viewer=ALL)


@pytest.mark.parametrize(
    ("on_each", "most"),
    [(fetch_stages_on_each, 5), (fetch_priorities_on_each, 2), (fetch_areas_on_each, 2)],
)
def test_twenty_years_are_read_by_as_many_questions_as_one_day(engine, on_each, most):
    def count(days):
        with listening(engine) as asked:
            on_each.__wrapped__("lpo", tuple(days), viewer=ALL)
        return len(asked)

    many = to_days(FIRST, FIRST + timedelta(days=20 * 365))
    assert count(many) == count((LAST,)) == most
