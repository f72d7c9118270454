"""Sending: wholly or not at all, what it may hold, and who comes second."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from data_access import audit
from data_access.approval import approve
from data_access.connect import reading
from data_access.drafts import read_draft, save_draft
from data_access.kind import WrongKind
from data_access.raw import store
from data_access.raw import writes as raw_writes
from data_access.raw.schema import SENDING
from data_access.raw.store import reading_raw
from data_access.recording import BadRecord
from data_access.schema import AUDIT
from data_access.scope import NotAllowed, OutsideScope
from data_access.submissions import (
    Locked,
    SentMeanwhile,
    has_digest,
    read_revisions,
    read_submissions,
    send,
)
from geodata.division import UnknownArea
from indicators.periods import Quarter
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access import reports
from tests.data_access.reports import (
    COLLEAGUE,
    FAR,
    FULL,
    MANAGER,
    MEASURES,
    NATIONAL,
    NEAR,
    OTHER,
    OWN,
    Q3,
    READER,
    REGIONAL,
    REPORTER,
    newest,
    sent,
)
from tests.pace import within
from tests.viewers import WRITER

GIVEN = {"source": "test", "channel": "formular"}


def audited():
    with reading() as connection:
        rows = connection.execute(select(AUDIT).order_by(AUDIT.c.id)).all()
    return [(row.action, row.what, row.subject) for row in rows]


def test_what_is_sent_comes_back_as_it_was(engine):
    row = Row(
        {
            "samverkansform": "sspf",
            "kommun": "2580",
            "beskrivning": "Möts varje månad, å ä ö",
            "anteckning": Gap.NOT_APPLICABLE,
        }
    )
    money = Row({"myndighet": "polisen", "arsarbetskrafter": 1.5, "kronor": 1_234_567, "timmar": 0})
    stock, means = (
        Unit(OWN, "samverkan", Quarter(2025, 4)),
        Unit("pr-nord", "resurser", Quarter(2025, 4)),
    )
    dated = Unit(OWN, "handelser", Q3)
    units = {MEASURES: (FULL, OTHER), stock: (row,), means: (money,), dated: (reports.EVENT,)}
    number = sent(units, REGIONAL, note="Kvartalet")
    found = read_submissions(units, viewer=REGIONAL)
    assert {unit: one.rows for unit, one in found.items()} == units
    kinds = {name: type(value) for name, value in found[means].rows[0].values.items()}
    assert kinds["timmar"] is int and kinds["arsarbetskrafter"] is float
    one = found[MEASURES]
    assert (one.sending, one.revision, one.state, one.reason) == (number, 1, "inlamnad", None)
    assert (one.recorded_by, one.channel, one.note) == ("reg", "formular", "Kvartalet")
    assert one.state_at == one.recorded_at
    assert list(one.rows[0].values) == ["atgard", *CELLS, "anteckning"]


def test_zero_missing_and_not_answered_are_three_things(engine):
    sent({MEASURES: (OTHER,)})
    values = newest().rows[0].values
    assert values["k_12_14"] == 0 and not isinstance(values["k_12_14"], Gap)
    assert values["k_15_17"] is Gap.MISSING
    assert "k_18_20" not in values


def test_nothing_to_report_is_a_report(engine):
    sent({MEASURES: ()})
    assert newest().rows == ()
    assert newest(Unit(OWN, "hinder", Q3)) is None


def test_sending_again_takes_the_place_of_the_whole_unit(engine):
    sent({MEASURES: (FULL, OTHER)})
    sent({MEASURES: (OTHER,)}, COLLEAGUE)
    assert (newest().revision, newest().rows, newest().recorded_by) == (2, (OTHER,), "kollega")
    assert [one.rows for one in read_revisions(MEASURES, viewer=REPORTER)] == [
        (FULL, OTHER),
        (OTHER,),
    ]


def test_the_audit_tells_how_many_units_and_nothing_of_what_they_hold(engine):
    number = sent({MEASURES: (FULL,), Unit(OWN, "hinder", Q3): ()})
    assert ("skrivning", f"inlämning {number}: 2 enheter", "rap") in audited()
    with reading() as connection:
        told = str(connection.execute(select(AUDIT)).all())
    assert "grupper" not in told and "samtal" not in told


def test_who_saw_an_older_revision_is_told_and_nothing_is_stored(engine):
    sent({MEASURES: (FULL,)})
    before, other = reports.counts(), Unit(OWN, "exempel", Q3)
    for expected in ({}, {MEASURES: 0}, {MEASURES: 2}):
        with pytest.raises(SentMeanwhile) as told:
            send({MEASURES: (OTHER,), other: ()}, expected=expected, viewer=COLLEAGUE, **GIVEN)
        assert told.value.units == (MEASURES,)
    assert reports.counts() == before
    assert newest().rows == (FULL,)


def test_of_two_who_send_at_once_one_is_told(engine):
    barrier = threading.Barrier(2)

    def report(viewer):
        barrier.wait(10)
        try:
            return send({MEASURES: (FULL,)}, expected={}, viewer=viewer, **GIVEN)
        except SentMeanwhile as error:
            return error.units

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(report, (REPORTER, COLLEAGUE)))
    assert sorted(map(str, answers)) == sorted(["1", str((MEASURES,))])
    assert len(read_revisions(MEASURES, viewer=REPORTER)) == 1


def test_many_who_send_at_once_lose_nothing(engine):
    units = [Unit(OWN, "exempel", quarter) for quarter in Quarter.range(Quarter(2024, 1), Q3)]
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda unit: sent({unit: ()}), units))
    assert len(set(numbers)) == len(units)
    assert set(read_submissions(units, viewer=REPORTER)) == set(units)
    with reading() as connection:
        assert audit.verify(connection).ok
    assert len([one for one in audited() if one[1].startswith("inlämning")]) == len(units)


def test_what_is_approved_is_locked(engine):
    sent({MEASURES: (FULL,)})
    approve([newest().id], viewer=REGIONAL)
    with pytest.raises(Locked) as told:
        sent({MEASURES: (OTHER,), Unit(OWN, "exempel", Q3): ()})
    assert told.value.units == (MEASURES,)
    assert newest().rows == (FULL,)
    assert newest(Unit(OWN, "exempel", Q3)) is None


def test_the_units_drafts_go_when_they_are_sent(engine):
    kept = Unit(OWN, "exempel", Q3)
    for unit in (MEASURES, kept):
        save_draft(unit, {"rader": []}, version=0, viewer=REPORTER)
    sent({MEASURES: (FULL,)})
    assert read_draft(MEASURES, viewer=REPORTER) is None
    assert read_draft(kept, viewer=REPORTER).content == {"rader": []}


@pytest.mark.parametrize(
    ("viewer", "area", "error"),
    [
        (READER, OWN, NotAllowed),
        (MANAGER, OWN, NotAllowed),
        (REPORTER, NEAR, OutsideScope),
        (REGIONAL, FAR, OutsideScope),
        (REPORTER, "lpo-finns-inte", OutsideScope),
    ],
)
def test_who_may_not_report_is_refused_and_it_is_audited(sqlite_engine, viewer, area, error):
    units = {MEASURES: (FULL,), MEASURES._replace(area=area): (FULL,)}
    before = reports.counts()
    with pytest.raises(error):
        send(units, expected={}, viewer=viewer, **GIVEN)
    assert reports.counts() == before
    assert audited()[-1][0] == "nekad"


def test_the_scope_is_that_of_the_periods_last_day(sqlite_engine):
    both = frozenset({"lpo-norrmalm"})
    viewer = type(REPORTER)(REPORTER.role, both, both, subject="norrmalm", example=True)
    old = Unit("lpo-norrmalm", "atgarder", Quarter(2024, 4))
    sent({old: (FULL,)}, viewer)
    with pytest.raises((UnknownArea, OutsideScope)):
        sent({old._replace(period=Quarter(2025, 1)): (FULL,)}, viewer)
    assert list(read_submissions([old], viewer=viewer)) == [old]


def bad(unit=MEASURES, **values):
    return {unit: (Row({"atgard": "samtal"} | values),)}


YEARLY = Unit(OWN, "samverkan", Quarter(2025, 4))


@pytest.mark.parametrize(
    ("units", "match"),
    [
        ({}, "nothing to send"),
        (bad(k_12_14=-1), "from 0"),
        (bad(k_12_14=1.5), "whole"),
        (bad(k_12_14=float("nan")), "from 0"),
        (bad(k_12_14=float("inf")), "from 0"),
        (bad(k_12_14=1e300), "from 0"),
        (bad(k_12_14=True), "no number"),
        (bad(k_12_14="3"), "no number"),
        (bad(k_12_14=None), "no number"),
        (bad(anteckning="  "), "no text"),
        (bad(anteckning=3), "no text"),
        (bad(anteckning="a\0b"), "can't be stored"),
        (bad(anteckning="\ud800"), "can't be stored"),
        (bad(anteckning="a" * 10_001), "at most"),
        (bad(atgard="a" * 101), "at most"),
        (bad(nagot=1), "no field"),
        ({MEASURES: (Row({}),)}, "without any value"),
        ({MEASURES: (FULL, FULL)}, "two rows"),
        ({MEASURES._replace(kind="annat"): ()}, "no kind"),
        ({MEASURES._replace(period=Quarter(2030, 1)): ()}, "not begun"),
        ({YEARLY._replace(period=Quarter(2025, 3)): ()}, "fourth quarter"),
        ({MEASURES._replace(area="pr-nord"): ()}, "choose one of lpo"),
        ({Unit(OWN, "handelser", Q3): (Row({"stadium": "klart"}),)}, "choose one of"),
        ({Unit(OWN, "handelser", Q3): (Row({"dag": "2026-08-01"}),)}, "no day"),
        ({Unit(OWN, "handelser", Q3): (Row({"dag": datetime(2026, 8, 1)}),)}, "no day"),
        ({YEARLY: (Row({"kommun": "Boden"}),)}, "kommun"),
    ],
)
def test_what_no_checked_report_can_hold_is_refused(sqlite_engine, units, match):
    before = reports.counts()
    with pytest.raises(BadRecord, match=match):
        send(units, expected={}, viewer=REGIONAL, **GIVEN)
    assert reports.counts() == before


@pytest.mark.parametrize(
    ("given", "match"),
    [
        ({"channel": "brev"}, "no channel"),
        ({"digest": "abc"}, "sha256"),
        ({"source": " "}, "source"),
        ({"recorded_at": datetime(2026, 10, 1)}, "time zone"),
        ({"viewer": type(REPORTER)(REPORTER.role, REPORTER.areas, REPORTER.reports)}, "who"),
    ],
)
def test_every_sending_says_how_and_by_whom(sqlite_engine, given, match):
    with pytest.raises(BadRecord, match=match):
        sent({MEASURES: ()}, **given)


def test_an_area_that_does_not_exist_then_is_refused(sqlite_engine):
    late = Unit("lpo-norra-innerstaden", "atgarder", Quarter(2024, 4))
    with pytest.raises((UnknownArea, OutsideScope)):
        sent({late: ()}, NATIONAL)


def test_example_data_and_real_reports_never_meet(engine):
    sent({MEASURES: (FULL,)})
    before = reports.counts()
    with pytest.raises(WrongKind):
        sent({Unit(OWN, "exempel", Q3): ()}, WRITER)
    assert reports.counts() == before


def test_nothing_is_recorded_before_what_it_takes_the_place_of(engine):
    ahead = datetime.now(UTC) + timedelta(hours=1)
    sent({MEASURES: (FULL,)}, recorded_at=ahead)
    sent({MEASURES: (OTHER,)}, recorded_at=ahead - timedelta(days=30))
    assert newest().recorded_at == ahead
    assert newest().rows == (OTHER,)


def test_a_file_that_was_sent_is_known_by_its_digest_until_it_is_undone(engine):
    from data_access.submissions import undo

    digest = "0123456789abcdef" * 4
    assert not has_digest(digest, [MEASURES], viewer=REPORTER)
    number = sent({MEASURES: (FULL,)}, channel="fil", digest=digest)
    assert has_digest(digest, [MEASURES], viewer=REPORTER)
    assert not has_digest(digest, [MEASURES], viewer=COLLEAGUE)
    assert not has_digest(digest, [MEASURES._replace(period=Quarter(2026, 2))], viewer=REPORTER)
    undo(number, "fel fil", viewer=REPORTER)
    assert not has_digest(digest, [MEASURES], viewer=REPORTER)


@pytest.mark.parametrize("words", ["Ring 070-123 45 67", "Gäller 811218-9876"])
def test_nothing_personal_is_kept_in_any_words(engine, words):
    from data_access.submissions import undo

    before = reports.counts()
    for change in ({"note": words}, {}):
        row = FULL if change else Row({**FULL.values, "anteckning": words})
        with pytest.raises(BadRecord) as told:
            sent({MEASURES: (row,)}, **change)
        assert words not in str(told.value)
    assert reports.counts() == before
    number = sent({MEASURES: (FULL,)})
    with pytest.raises(BadRecord):
        undo(number, words, viewer=REPORTER)


def test_a_row_without_what_its_kind_requires_is_refused(engine):
    unit = Unit(OWN, "deltagande", Q3)
    with pytest.raises(BadRecord, match="hallna"):
        sent({unit: (Row({"aktor": "polisen", "form": "medlem", "deltagit": 1}),)})


def test_an_error_of_the_database_tells_no_values(engine):
    from sqlalchemy import exc, text

    with reading_raw() as connection, pytest.raises(exc.DBAPIError) as told:
        connection.execute(text("SELECT :hemligt FROM finns_inte"), {"hemligt": "HEMLIGT"})
    assert "HEMLIGT" not in str(told.value)


def test_an_error_in_the_middle_leaves_nothing(engine, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("mitt i")

    save_draft(MEASURES, {"rader": []}, version=0, viewer=REPORTER)
    before = reports.counts()
    for name in ("add_states", "empty_drafts", "add_deed"):
        with monkeypatch.context() as patch, pytest.raises(RuntimeError):
            patch.setattr(f"data_access.raw.sending.{name}", fail)
            sent({MEASURES: (FULL,)})
        assert reports.counts() == before
    assert read_draft(MEASURES, viewer=REPORTER) is not None


def test_a_main_database_that_fails_afterwards_undoes_nothing(engine, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("borta")

    with monkeypatch.context() as patch:
        patch.setattr("data_access.raw.delivery.deliver", fail)
        number = sent({MEASURES: (FULL,)})
    assert newest().sending == number
    assert audited() == []
    raw_writes.deliver_now()
    assert [what for _, what, _ in audited()] == [f"inlämning {number}: 1 enhet"]


def test_a_regions_quarter_is_stored_within_a_second(sqlite_engine):
    from data_access.areas import fetch_areas

    areas = fetch_areas(Q3.last, viewer=NATIONAL)
    lpos = areas.loc[areas["level"] == "lpo", "code"].head(20)
    rows = tuple(
        Row({"atgard": f"a{n}", "indikator": f"a{n}", **dict.fromkeys(CELLS, n)}) for n in range(22)
    )
    units = {
        Unit(lpo, kind, Q3): tuple(
            Row({name: value for name, value in row.values.items() if name != other})
            for row in rows
        )
        for lpo in lpos
        for kind, other in (("atgarder", "indikator"), ("indikatorer", "atgard"))
    }
    assert sum(len(row.values) for rows in units.values() for row in rows) > 6_000
    with within(1):
        send(units, expected={}, viewer=NATIONAL, source="test", channel="fil")


def test_one_real_sending_makes_the_store_real(engine):
    row = {"channel": "fil", "source": "test", "recorded_by": "test", "is_example": False}
    with store.writing_raw() as connection:
        connection.execute(insert(SENDING).values(row | {"recorded_at": datetime.now(UTC)}))
    with pytest.raises(WrongKind):
        sent({MEASURES: ()})
