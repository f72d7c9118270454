"""A report is published when a release has its counts: told from the releases alone."""

import secrets
from datetime import UTC, date, datetime, timedelta

import clock
from data_access.approval import approve, unlock
from data_access.owed import list_owed
from data_access.raw.released import note_released
from data_access.releasing import make_release
from data_access.submissions import (
    list_own_sendings,
    list_submissions,
    read_revisions,
    read_submissions,
    undo,
)
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from tests.data_access.reports import EVENT, EVENTS, MEASURES, NATIONAL, NEAR, Q3, newest, sent

FIRST = Row({"atgard": "sspf-insats", **dict.fromkeys(CELLS, 30), "anteckning": "prov"})
OTHER = Row({"atgard": "sspf-insats", **dict.fromkeys(CELLS, 40), "anteckning": "prov"})
BESIDE = Unit(NEAR, "atgarder", Q3)


def approved(unit=MEASURES, row=FIRST):
    sent({unit: (row,)}, viewer=NATIONAL)
    approve([newest(unit).id], viewer=NATIONAL)
    return newest(unit).id


def listed():
    rows = list_submissions(viewer=NATIONAL, periods=[Q3])
    units = [Unit(area, kind, Q3) for area, kind in zip(rows["area"], rows["kind"], strict=True)]
    release = rows["release"].astype(object).where(rows["release"].notna(), None)
    return dict(zip(units, release, strict=True))


def test_what_a_release_has_is_published_in_the_first_that_has_it(engine):
    number = approved()
    note_released(secrets.token_hex(16), [number])  # of a release that was stopped on its way
    assert newest().release is None
    sent({EVENTS: (EVENT,)}, viewer=NATIONAL)
    approve([newest(EVENTS).id], viewer=NATIONAL)
    make_release(viewer=NATIONAL)
    assert newest(EVENTS).release is None  # holds no counts
    approved(BESIDE)
    make_release(viewer=NATIONAL)
    assert (newest().release, newest(BESIDE).release) == (1, 2)
    assert newest().id == number
    assert newest().state == "godkand"  # its own state is what the rules go by
    assert listed() == {MEASURES: 1, BESIDE: 2, EVENTS: None}
    owed = list_owed(viewer=NATIONAL, periods=[Q3], today=date(2026, 11, 1))
    assert owed["release"].notna().sum() == 2
    mine = list_own_sendings(viewer=NATIONAL, latest=9)
    assert sorted(mine["release"].dropna()) == [1, 2]


def test_a_new_revision_is_not_published_and_the_released_one_stays_so(sqlite_engine):
    number = approved()
    make_release(viewer=NATIONAL)
    unlock([number], "rättas", viewer=NATIONAL)
    assert (newest().state, newest().release) == ("upplast", 1)
    again = sent({MEASURES: (OTHER,)}, viewer=NATIONAL)
    assert (newest().state, newest().release) == ("inlamnad", None)
    assert [one.release for one in read_revisions(MEASURES, viewer=NATIONAL)] == [1, None]
    undo(again, "fel", viewer=NATIONAL)
    assert newest().release == 1
    approved(row=OTHER)
    make_release(viewer=NATIONAL)
    assert [one.release for one in read_revisions(MEASURES, viewer=NATIONAL)] == [1, None, 2]


def test_as_known_on_an_earlier_day_it_was_not_published_yet(sqlite_engine):
    day = datetime(2026, 10, 2, 12, tzinfo=UTC)
    sent({MEASURES: (FIRST,)}, viewer=NATIONAL, recorded_at=day)
    approve([newest().id], viewer=NATIONAL, recorded_at=day)
    make_release(viewer=NATIONAL)
    known = read_submissions([MEASURES], viewer=NATIONAL, known_on=day.date())[MEASURES]
    assert (known.state, known.release) == ("godkand", None)
    rows = list_submissions(viewer=NATIONAL, known_on=day.date())
    assert rows["release"].isna().all()
    tomorrow = clock.today() + timedelta(days=1)
    known = read_submissions([MEASURES], viewer=NATIONAL, known_on=tomorrow)[MEASURES]
    assert known.release == 1
