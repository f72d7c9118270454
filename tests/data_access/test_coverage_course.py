"""Pieces on many days at once are those of each day, whatever has been told and corrected."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from sqlalchemy import insert

from data_access.assessments import read_assessments
from data_access.connect import writing
from data_access.council_events import add_assessment, add_event
from data_access.councils import cover_area
from data_access.coverage_course import fetch_pieces_on_each, read_assessed, read_established
from data_access.establishment import fetch_pieces
from data_access.places import read_pieces
from data_access.population_import import take_in
from data_access.schema import AREA_ASSESSMENT
from data_access.stages import read_standings
from data_access.viewer import DEMONSTRATION as ALL
from data_access.viewer import Role, Viewer
from indicators.coverage_course import to_days
from tests.data_access.test_as_of import (
    COVERS,
    EVENTS,
    PLACES,
    QUICK,
    RECORDED,
    Undo,
    ask,
    bare,
    day,
    histories,
)
from tests.data_access.test_population_import import counts
from tests.geodata import scb_files
from tests.statements import listening
from tests.viewers import ADMIN, WRITER

__all__ = ["bare"]

FIRST, LAST = date(2023, 11, 9), date(2026, 11, 1)
SOME = (date(2024, 12, 31), date(2025, 1, 1), LAST)
TRIED = [day(number) for number in range(0, 16, 3)]
BY = {"viewer": WRITER, "source": "test"}


def assert_equal(days, viewer=ALL, known_on=None):
    """Each day of the answer is the answer of the day."""
    found = fetch_pieces_on_each(tuple(days), known_on=known_on, viewer=viewer)
    assert sorted(set(found["day"])) == sorted(days)
    for one in days:
        own = found[found["day"] == one].drop(columns="day").reset_index(drop=True)
        expected = fetch_pieces(one, known_on=known_on, viewer=viewer)[list(own.columns)]
        pd.testing.assert_frame_equal(own, expected)


def test_every_quarter_of_the_example_is_that_of_the_day(engine):
    assert_equal(to_days(FIRST, LAST))


@pytest.mark.parametrize("code", ["pr-nord", "po-malmo", "lpo-jarva", "25", "0180"])
def test_a_narrow_scope_sees_its_own_and_no_more(sqlite_engine, code):
    assert_equal(SOME, Viewer(Role.LASARE, frozenset({code})))


def test_what_was_known_then_is_told(sqlite_engine):
    add_event("lokalt-rad-haninge-nynashamn", "vilande", date(2026, 9, 1), **BY)
    cover_area("lokalt-rad-haninge-nynashamn", "lpo-nacka", date(2026, 2, 1), **BY)
    add_assessment("lpo-nacka", True, "därför", date(2026, 2, 1), **BY)
    for known_on in (None, date(2024, 6, 30), date(2025, 12, 31)):
        assert_equal(SOME, known_on=known_on)


def test_official_population_counts_from_its_day(sqlite_engine):
    take_in(counts(scb_files.cells((2024, 2025))), "SCB", viewer=ADMIN)
    assert_equal([date(2023, 12, 31), *SOME, date(2025, 12, 31)])
    twice = {key: 2 * int(persons) for key, persons in scb_files.cells((2025,)).items()}
    take_in(counts(twice), "SCB", viewer=ADMIN)
    assert_equal([*SOME, date(2025, 12, 31)])
    young = fetch_pieces_on_each(SOME, viewer=ALL).groupby("day")["young"].sum()
    assert young.nunique() == 2


def test_of_no_day_there_are_no_pieces(sqlite_engine):
    found = fetch_pieces_on_each((), viewer=ALL)
    assert found.empty
    assert "covered" in found


@QUICK
@given(EVENTS, COVERS)
def test_whatever_was_told_of_councils_the_same_areas_are_covered(bare, events, covers):
    def question(connection):
        for known_on in (None, day(8)):
            found = read_established(connection, TRIED, known_on)
            for on, areas in zip(TRIED, found, strict=True):
                expected = {
                    piece
                    for piece, standing in read_standings(connection, "lpo", on, known_on)
                    if standing.stage == "etablerat"
                }
                own = read_pieces(connection, on)
                assert {one for one in own if {one.lpo, one.kommun} & areas} == expected
        return True

    assert ask(bare, events, covers, question)


@QUICK
@given(histories((PLACES, (True, False))))
def test_whatever_was_assessed_the_same_areas_are_prioritised(bare, rows):
    with pytest.raises(Undo), writing(bare, chain=None) as connection:
        ids = {}
        for number, (place, answer, effective, moment, corrects) in enumerate(rows, start=1):
            row = {
                "area_code": place,
                "prioritised": answer,
                "effective_on": day(effective),
                "recorded_at": moment,
                "reason": "därför",
                "supersedes": ids.get(corrects),
            }
            done = connection.execute(insert(AREA_ASSESSMENT).values(row | RECORDED))
            ids[number] = done.inserted_primary_key[0]
        for on, found in zip(TRIED, read_assessed(connection, TRIED, None), strict=True):
            expected = read_assessments(connection, on, None)
            assert {code: one.prioritised for code, one in found.items()} == {
                code: one.prioritised for code, one in expected.items()
            }
        raise Undo


def test_twenty_years_are_read_by_as_many_questions_as_one_day(engine):
    def count(days):
        with listening(engine) as asked:
            fetch_pieces_on_each.__wrapped__(days, viewer=ALL)
        return len(asked)

    many = to_days(FIRST, FIRST + timedelta(days=20 * 365))
    assert len(many) == 81
    assert count(many) == count((LAST,)) == 7


def test_what_is_told_later_the_same_day_speaks(engine):
    """Two words of one day: the one recorded last."""
    for hour, stage in ((2, "vilande"), (1, "kartlaggning")):
        recorded = datetime(2025, 6, 1, hour, tzinfo=UTC)
        code = "lokalt-rad-haninge-nynashamn"
        add_event(code, stage, date(2025, 5, 1), recorded_at=recorded, **BY)
    assert_equal(SOME)
