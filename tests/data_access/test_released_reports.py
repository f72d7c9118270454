"""Reports without counts, from approval through releases to readers."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from data_access.approval import approve, unlock
from data_access.connect import reading
from data_access.release_news import read_news
from data_access.release_preview import is_current, preview_release
from data_access.released_reports import NotTold, fetch_reported, fetch_reports
from data_access.releasing import NothingNew, make_release
from data_access.schema_release import RELEASED_COUNT, RELEASED_REPORT
from data_access.submissions import list_submissions
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from reporting.kinds import kinds
from reporting.rows import Row, Unit
from reporting.told import TOLD
from reporting.values import Gap
from tests.data_access.reports import FAR, NATIONAL, OWN, Q3, READER, newest, sent
from tests.data_access.test_releasing import report

MET = Unit(OWN, "deltagande", Q3)
NO_MEETINGS = Unit(FAR, "deltagande", Q3)
MAPPED = Unit(OWN, "kartlaggningar", Quarter(2026, 4))
REGION = Unit("pr-nord", "hinder", Q3)
SOUTH = Viewer(Role.LASARE, frozenset({"pr-syd"}))
SCHOOL = {"aktor": "skola", "form": "medlem", "hallna": 4, "deltagit": 0}
ABSENT = {"aktor": "socialtjanst", "form": "medlem", "hallna": 4, "deltagit": Gap.MISSING}


def approved(units):
    """Sent and approved, unlocked first where something is."""
    held = [one.id for unit in units if (one := newest(unit))]
    if held:
        unlock(held, "Rättas", viewer=NATIONAL)
    sent(units, viewer=NATIONAL)
    approve([newest(unit).id for unit in units], viewer=NATIONAL)


def meetings(**changed):
    return {MET: (Row({**SCHOOL, **changed, "anteckning": "till granskaren"}), Row(ABSENT))}


def stored():
    asked = select(RELEASED_REPORT).order_by(RELEASED_REPORT.c.release)
    with reading() as connection:
        return [tuple(row) for row in connection.execute(asked)]


def test_what_is_told_are_kinds_that_hold_no_counts_of_people():
    known = kinds()
    assert set(TOLD) == set(known) - {"handelser", "bedomningar", "atgarder", "indikatorer"}


def test_a_release_tells_readers_what_is_approved_and_holds_counts_beside_it(engine):
    report()
    approved(meetings())
    number = make_release(viewer=NATIONAL)
    with reading() as connection:
        assert connection.execute(select(RELEASED_COUNT.c.area)).first()
    found = fetch_reports("deltagande", release=number, viewer=READER)
    assert len(found) == 2
    school = found[found["aktor"] == "skola"].iloc[0]
    assert (school["area"], school["period"]) == (OWN, "2026K3")
    assert (school["hallna"], school["deltagit"]) == (4, 0)  # zero is a number
    away = found[found["aktor"] == "socialtjanst"].iloc[0]
    assert away["deltagit_gap"] == "saknas"
    assert found["deltagit"].isna().tolist() == [False, True]
    assert "anteckning" not in found.columns
    assert "till granskaren" not in str(stored())


def test_a_day_is_told_as_it_was_reported(sqlite_engine):
    row = Row({"kommun": "2580", "senaste": date(2025, 6, 30)})
    approved({MAPPED: (row,)})
    found = fetch_reports("kartlaggningar", release=make_release(viewer=NATIONAL), viewer=READER)
    assert found["senaste"].to_list() == ["2025-06-30"]
    assert found["nasta"].isna().all()


def test_nothing_to_report_is_not_the_same_as_not_reported(engine):
    approved(meetings() | {NO_MEETINGS: ()})
    number = make_release(viewer=NATIONAL)
    units = fetch_reported("deltagande", release=number, viewer=READER).set_index("area")["rows"]
    assert units.to_dict() == {OWN: 2, FAR: 0}
    assert fetch_reported("hinder", release=number, viewer=READER).empty


def test_only_what_is_new_is_written_and_earlier_releases_stay(engine):
    approved(meetings())
    first = make_release(viewer=NATIONAL)
    approved(meetings(deltagit=3) | {NO_MEETINGS: ()})
    second = make_release(viewer=NATIONAL)
    assert [(row[1], row[3]) for row in stored()] == [(OWN, first), (OWN, second), (FAR, second)]
    attended = {
        number: fetch_reports("deltagande", release=number, viewer=READER)["deltagit"].iloc[0]
        for number in (first, second)
    }
    assert attended == {first: 0, second: 3}
    assert len(fetch_reported("deltagande", release=first, viewer=READER)) == 1


def test_what_is_unlocked_stays_as_it_was_told(sqlite_engine):
    approved(meetings())
    first = make_release(viewer=NATIONAL)
    unlock([newest(MET).id], "Rättas", viewer=NATIONAL)
    report()
    second = make_release(viewer=NATIONAL)
    now, then = (fetch_reports("deltagande", release=n, viewer=READER) for n in (second, first))
    assert now.equals(then)
    assert len(stored()) == 1


def test_reports_alone_are_news_and_nothing_new_is_refused(sqlite_engine):
    report()
    make_release(viewer=NATIONAL)
    approved(meetings())
    assert read_news(viewer=NATIONAL).new == 1
    preview = preview_release(viewer=NATIONAL)
    assert is_current(preview, viewer=NATIONAL)
    make_release(viewer=NATIONAL)
    assert not read_news(viewer=NATIONAL).is_any
    with pytest.raises(NothingNew):
        make_release(viewer=NATIONAL)


def test_a_preview_of_reports_alone(sqlite_engine):
    approved(meetings())
    preview = preview_release(viewer=NATIONAL)
    assert preview.is_safe
    assert preview.cells.empty
    assert is_current(preview, viewer=NATIONAL)


def test_what_is_told_is_published(engine):
    approved(meetings())
    make_release(viewer=NATIONAL)
    found = list_submissions(viewer=NATIONAL, periods=[Q3])
    assert found.set_index("kind").loc["deltagande", "release"] == 1


def test_what_is_sent_and_not_approved_is_told_to_nobody(sqlite_engine):
    report()
    sent(meetings(), viewer=NATIONAL)
    number = make_release(viewer=NATIONAL)
    assert fetch_reports("deltagande", release=number, viewer=READER).empty
    assert stored() == []


def test_a_viewer_is_told_of_her_own_areas(engine):
    rows = {"kategori": "sekretess", "niva": "mellan", "beskrivning": "Texten"}
    approved(meetings() | {NO_MEETINGS: (Row(SCHOOL),), REGION: (Row(rows),)})
    number = make_release(viewer=NATIONAL)
    found = fetch_reports("deltagande", release=number, viewer=SOUTH)
    assert found["area"].to_list() == [FAR]
    assert fetch_reports("hinder", release=number, viewer=SOUTH).empty
    assert len(fetch_reports("hinder", release=number, viewer=READER)) == 1


@pytest.mark.parametrize("kind", ["atgarder", "indikatorer", "handelser", "x"])
def test_counts_are_never_told_in_this_way(sqlite_engine, kind):
    for ask in (fetch_reports, fetch_reported):
        with pytest.raises(NotTold, match="choose one of deltagande"):
            ask(kind, release=1, viewer=READER)


def test_content_is_json_with_reasons_in_place_of_values(sqlite_engine):
    approved(meetings())
    make_release(viewer=NATIONAL)
    rows = json.loads(stored()[0][4])
    assert rows[0] == SCHOOL
    assert rows[1]["deltagit"] == {"gap": "saknas"}
