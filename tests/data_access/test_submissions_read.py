"""Reading: what holds, what was known, and nothing outside what one answers for."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest

import clock
from data_access.approval import approve, send_back, unlock
from data_access.areas import fetch_areas
from data_access.submissions import (
    list_submissions,
    read_revisions,
    read_submissions,
    undo,
)
from indicators.periods import Quarter
from reporting.rows import Unit
from tests.data_access.reports import (
    COLLEAGUE,
    FAR,
    FULL,
    MANAGER,
    MEASURES,
    NATIONAL,
    NEAR,
    OTHER,
    Q3,
    READER,
    REGIONAL,
    REPORTER,
    newest,
    sent,
)
from tests.pace import within

UNITS = [MEASURES, MEASURES._replace(area=NEAR), MEASURES._replace(area=FAR)]
SEES = {"rapportör": (REPORTER, 1), "regional": (REGIONAL, 2), "nationell": (NATIONAL, 3)}
SEES |= {"läsare": (READER, 0), "administratör": (MANAGER, 0)}


def moment(day):
    return datetime(2026, 10, day, 12, tzinfo=UTC)


@pytest.fixture
def history(engine):
    """Sent the 2nd, approved the 4th, unlocked the 6th, sent again the 8th and undone the 10th."""
    sent({MEASURES: (FULL,)}, recorded_at=moment(2))
    first = newest().id
    approve([first], viewer=REGIONAL, recorded_at=moment(4))
    unlock([first], "en siffra", viewer=REGIONAL, recorded_at=moment(6))
    number = sent({MEASURES: (OTHER,)}, recorded_at=moment(8))
    undo(number, "fel", viewer=REPORTER, recorded_at=moment(10))


# Day: revision, state, rows and which is approved
KNOWN = {
    1: None,
    2: (1, "inlamnad", (FULL,), None),
    3: (1, "inlamnad", (FULL,), None),
    4: (1, "godkand", (FULL,), 1),
    6: (1, "upplast", (FULL,), 1),
    8: (2, "inlamnad", (OTHER,), 1),
    10: (1, "upplast", (FULL,), 1),
}


def read_known(day):
    on = date(2026, 10, day)
    one = read_submissions([MEASURES], viewer=REPORTER, known_on=on).get(MEASURES)
    lines = list_submissions(viewer=REPORTER, known_on=on)
    if one is None:
        assert lines.empty, day
        return None
    line = lines.iloc[0]
    assert (line["revision"], line["state"]) == (one.revision, one.state), day
    approved = None if line["approved_revision"] is pd.NA else line["approved_revision"]
    return one.revision, one.state, one.rows, approved


def test_the_picture_as_known_on_a_day_gives_the_earlier_values(history):
    assert {day: read_known(day) for day in KNOWN} == KNOWN


def test_the_last_moment_of_a_day_is_known_and_the_first_of_the_next_is_not(engine):
    midnight = clock.begin(date(2026, 10, 3))
    sent({UNITS[0]: ()}, NATIONAL, recorded_at=midnight - timedelta(microseconds=1))
    sent({UNITS[1]: ()}, NATIONAL, recorded_at=midnight)
    known = read_submissions(UNITS, viewer=NATIONAL, known_on=date(2026, 10, 2))
    assert list(known) == [UNITS[0]]


def test_a_line_says_what_holds_of_each_unit(engine):
    number = sent({MEASURES: (FULL, OTHER), UNITS[1]: ()}, REGIONAL)
    send_back([newest().id], "summan stämmer inte", viewer=NATIONAL)
    lines = list_submissions(viewer=REGIONAL).set_index("area")
    one = lines.loc[MEASURES.area]
    assert (one["kind"], one["period"], one["rows"]) == ("atgarder", "2026K3", 2)
    assert (one["sending"], one["state"]) == (number, "komplettering")
    assert one["reason"] == "summan stämmer inte"
    assert one["recorded_by"] == "reg"
    assert one["state_at"] > one["recorded_at"]
    assert one["approved_revision"] is pd.NA
    assert one["submission"] == newest().id
    assert lines.loc[NEAR, "rows"] == 0


def test_an_empty_list_has_the_same_columns_as_a_full_one(engine):
    empty = [list_submissions(viewer=viewer) for viewer in (READER, REPORTER)]
    sent({MEASURES: ()})
    full = list_submissions(viewer=REPORTER)
    for one in empty:
        assert one.empty
        assert one.dtypes.to_dict() == full.dtypes.to_dict()


def test_only_the_periods_that_are_asked_for(engine):
    before = MEASURES._replace(period=Quarter(2026, 2))
    sent({MEASURES: (), before: ()})
    assert list(list_submissions(viewer=REPORTER, periods=[before.period])["period"]) == ["2026K2"]
    assert len(list_submissions(viewer=REPORTER)) == 2
    assert list_submissions(viewer=REPORTER, periods=[]).empty


def test_nothing_is_told_of_areas_that_one_does_not_answer_for(engine):
    sent(dict.fromkeys(UNITS, (FULL,)), NATIONAL)
    for who, (viewer, many) in SEES.items():
        own = UNITS[:many]
        assert list(read_submissions(UNITS, viewer=viewer)) == own, who
        assert set(list_submissions(viewer=viewer)["area"]) == {unit.area for unit in own}, who
        for unit in UNITS:
            assert bool(read_revisions(unit, viewer=viewer)) == (unit in own), (who, unit)


def test_a_reader_of_the_country_gets_nothing_of_a_region_either(engine):
    means = Unit("pr-nord", "hinder", Q3)
    sent({means: ()}, REGIONAL)
    assert read_submissions([means], viewer=REPORTER) == {}
    assert read_submissions([means], viewer=READER) == {}
    assert list(read_submissions([means], viewer=REGIONAL)) == [means]


def test_a_colleague_of_the_same_area_sees_the_same(engine):
    sent({MEASURES: (FULL,)})
    assert read_submissions([MEASURES], viewer=COLLEAGUE)[MEASURES].recorded_by == "rap"


def test_two_thousand_units_are_listed_in_well_under_a_third_of_a_second(sqlite_engine):
    periods = Quarter.range(Quarter(2025, 1), Quarter(2026, 3))
    areas = fetch_areas(Q3.last, viewer=NATIONAL)
    lpos = areas.loc[areas["level"] == "lpo", "code"]
    kinds = ("atgarder", "indikatorer", "deltagande")
    units = {Unit(lpo, kind, period): () for lpo in lpos for kind in kinds for period in periods}
    sent(units, NATIONAL)
    list_submissions(viewer=NATIONAL)
    with within(0.3):
        found = list_submissions(viewer=NATIONAL)
    assert len(found) == len(units) == 1_995
