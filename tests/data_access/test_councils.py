import threading
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from data_access.connect import reading, writing
from data_access.council_events import add_assessment, add_event
from data_access.councils import BadRecord, UnknownCouncil, add_council, cover_area
from data_access.schema import COUNCIL_EVENT, NaiveTime
from data_access.viewer import Role, Viewer
from geodata.division import UnknownArea
from indicators.stages import UnknownStage
from tests.viewers import WRITER

BY = {"viewer": WRITER, "source": "test"}
ROW = {"recorded_by": "test", "source": "test", "is_example": False}
NOBODY = Viewer(Role.NATIONELL, frozenset({"se"}), frozenset({"se"}))
DAY = date(2025, 3, 1)
HANINGE = "lokalt-rad-haninge-nynashamn"


def row(engine, table, number):
    with reading(engine) as connection:
        found = connection.execute(text(f"SELECT * FROM {table} WHERE id = :id"), {"id": number})
        return found.one()


def test_a_council_is_recorded_with_who_and_when(engine):
    before = datetime.now(UTC)
    add_council("ett", "Ett", "lokal", coordinating_lan="25", builds_on="SSPF", **BY)
    number = cover_area("ett", "lpo-umea", DAY, **BY)
    event = add_event("ett", "planerat", DAY, note="möte", **BY)
    with reading() as connection:
        found = connection.execute(COUNCIL_EVENT.select().where(COUNCIL_EVENT.c.id == event)).one()
    assert before <= found.recorded_at <= datetime.now(UTC)
    assert (found.stage, found.effective_on, found.is_example) == ("planerat", DAY, False)
    assert row(engine, "council_area", number).area_code == "lpo-umea"


@pytest.mark.parametrize("code", ["", "Ett", "ett_tva", "ett--tva", "-ett", "råd", "ett\n"])
def test_a_council_code_is_plain(sqlite_engine, code):
    with pytest.raises(BadRecord, match="hyphen"):
        add_council(code, "Ett", "lokal", **BY)


def test_what_is_wrong_with_a_council_is_said(engine):
    with pytest.raises(BadRecord, match="already"):
        add_council(HANINGE, "Igen", "lokal", **BY)
    with pytest.raises(BadRecord, match="nationell"):
        add_council("ett", "Ett", "kommunal", **BY)
    with pytest.raises(UnknownArea):
        add_council("ett", "Ett", "lokal", coordinating_lan="99", **BY)
    with pytest.raises(BadRecord, match="lpo"):
        add_council("ett", "Ett", "lokal", coordinating_lan="lpo-umea", **BY)
    with pytest.raises(BadRecord, match="who"):
        add_council("ett", "Ett", "lokal", viewer=NOBODY, source="test")


def test_an_area_must_exist_on_the_day_it_is_covered(engine):
    with pytest.raises(UnknownArea) as caught:
        cover_area(HANINGE, "lpo-norrmalm", date(2025, 1, 1), **BY)
    assert caught.value.other_day == date(2024, 12, 31)
    cover_area(HANINGE, "lpo-norrmalm", date(2025, 1, 1), covers=False, **BY)
    with pytest.raises(BadRecord, match="polisomrade"):
        cover_area(HANINGE, "po-malmo", DAY, **BY)


def test_an_event_needs_a_stage_a_council_and_sometimes_a_reason(engine):
    with pytest.raises(UnknownCouncil, match="finns-inte"):
        add_event("finns-inte", "planerat", DAY, **BY)
    with pytest.raises(UnknownStage):
        add_event(HANINGE, "klart", DAY, **BY)
    with pytest.raises(BadRecord, match="reason"):
        add_event(HANINGE, "ej-aktuellt", DAY, reason="  ", **BY)
    with pytest.raises(BadRecord, match="supersedes"):
        add_event(HANINGE, None, DAY, **BY)
    with pytest.raises(BadRecord, match="time zone"):
        add_event(HANINGE, "planerat", DAY, recorded_at=datetime(2025, 1, 1), **BY)


def test_a_row_is_corrected_once_and_by_its_own_council(engine):
    event = add_event(HANINGE, "vilande", DAY, **BY)
    with pytest.raises(BadRecord, match="no row"):
        add_event("lokalt-rad-umea", "vilande", DAY, supersedes=event, **BY)
    right = add_event(HANINGE, "etablerat", DAY, supersedes=event, **BY)
    with pytest.raises(BadRecord, match=f"corrected by {right}"):
        add_event(HANINGE, None, DAY, supersedes=event, **BY)
    add_event(HANINGE, None, DAY, supersedes=right, **BY)


def test_nothing_is_corrected_before_it_is_recorded(engine):
    event = add_event(HANINGE, "vilande", DAY, **BY, recorded_at=datetime(2025, 5, 1, tzinfo=UTC))
    early = datetime(2025, 4, 1, tzinfo=UTC)
    right = add_event(HANINGE, "etablerat", DAY, supersedes=event, recorded_at=early, **BY)
    with reading() as connection:
        found = connection.execute(COUNCIL_EVENT.select().where(COUNCIL_EVENT.c.id == right)).one()
    assert found.recorded_at == datetime(2025, 5, 1, tzinfo=UTC)


def test_an_assessment_is_of_a_place_and_has_a_reason(engine):
    number = add_assessment("lpo-umea", True, "Rekrytering", DAY, **BY)
    add_assessment("lpo-umea", None, "Fel område", DAY, supersedes=number, **BY)
    for code, error in (("pr-nord", BadRecord), ("lpo-atlantis", UnknownArea)):
        with pytest.raises(error):
            add_assessment(code, True, "Rekrytering", DAY, **BY)
    with pytest.raises(BadRecord, match="reason"):
        add_assessment("lpo-umea", True, "", DAY, **BY)
    with pytest.raises(BadRecord, match="withdraws"):
        add_assessment("lpo-umea", None, "Vet ej", DAY, **BY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "klart"},
        {"stage": None},
        {"stage": "ej-aktuellt", "reason": None},
        {"stage": "ej-aktuellt", "reason": ""},
        {"council_id": 987654},
    ],
)
def test_the_database_itself_refuses_what_the_code_would(engine, wrong):
    event = {"council_id": 1, "stage": "planerat", "effective_on": DAY, "reason": "därför"}
    event |= ROW | {"recorded_at": datetime.now(UTC)}
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(insert(COUNCIL_EVENT).values(event | wrong))


def test_a_moment_without_a_zone_does_not_reach_the_database(engine):
    event = {"council_id": 1, "stage": "planerat", "effective_on": DAY} | ROW
    with pytest.raises(Exception) as caught, writing(engine) as connection:
        connection.execute(
            insert(COUNCIL_EVENT).values(event | {"recorded_at": datetime(2025, 1, 1)})
        )
    assert NaiveTime.__name__ in repr(caught.value) or isinstance(caught.value.__cause__, NaiveTime)


def test_threads_that_write_at_once_lose_nothing_and_keep_the_order(engine):
    numbers, failures = [], []

    def write(name):
        try:
            for _ in range(5):
                numbers.append(add_event(HANINGE, "etablerat", DAY, note=name, **BY))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(f"t{n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(set(numbers)) == 30
    with reading() as connection:
        kept = connection.execute(text("SELECT COUNT(*) FROM council_event WHERE note LIKE 't_'"))
        assert kept.scalar() == 30
