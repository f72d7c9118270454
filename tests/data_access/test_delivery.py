"""What is approved reaches the main database exactly once, whatever happens on the way."""

import json
import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, event, func, select, text

from data_access import audit, connect
from data_access.__main__ import main
from data_access.approval import approve, unlock
from data_access.assessments import fetch_assessments
from data_access.connect import reading, writing
from data_access.council_events import add_event
from data_access.councils import cover_area
from data_access.engine import prepare
from data_access.errors import ReportsLost
from data_access.establishment import fetch_stages
from data_access.raw.delivery import deliver
from data_access.raw.schema import DEED
from data_access.raw.store import reading_raw, to_raw_address
from data_access.schema import (
    AREA_ASSESSMENT,
    AUDIT,
    COUNCIL,
    COUNCIL_AREA,
    COUNCIL_EVENT,
    DELIVERED,
)
from indicators.periods import Quarter
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.processes import start
from tests.data_access.reports import (
    ASSESSED,
    EVENT,
    EVENTS,
    FULL,
    JUDGED,
    MEASURES,
    NATIONAL,
    OWN,
    Q3,
    newest,
    sent,
)
from tests.viewers import READER

DAY = date(2026, 11, 1)
LATER = Row({"stadium": "etablerat", "dag": date(2026, 9, 15), "anteckning": "Åter i gång"})
NOT_NEEDED = Row({"stadium": "ej-aktuellt", "dag": date(2026, 9, 20)})  # without its reason


@pytest.fixture
def away(monkeypatch):
    """away(): from now on nothing is carried over by itself; with False it is again."""

    def switch(is_away=True):
        if is_away:
            monkeypatch.setattr("data_access.raw.delivery.deliver", _fail)
        else:
            monkeypatch.setattr("data_access.raw.delivery.deliver", deliver)

    return switch


def _fail(*_, **__):
    raise RuntimeError("borta")


def approved(units):
    """Send and approve; the submissions' ids. What was approved is unlocked first."""
    for unit in units:
        if newest(unit) and newest(unit).state == "godkand":
            unlock([newest(unit).id], "en rättelse", viewer=NATIONAL)
    sent(units, NATIONAL)
    ids = [newest(unit).id for unit in units]
    approve(ids, viewer=NATIONAL)
    return ids


def reported(table=COUNCIL_EVENT):
    with reading() as connection:
        rows = select(table).where(table.c.reported_as.is_not(None)).order_by(table.c.id)
        return connection.execute(rows).all()


def stage(area=OWN):
    return fetch_stages("lpo", DAY, viewer=READER).set_index("code").loc[area, "stage"]


def audited():
    with reading() as connection:
        return connection.execute(select(AUDIT).order_by(AUDIT.c.id)).all()


def is_whole(main):
    with reading(main) as connection:
        assert audit.verify(connection).ok
        last = connection.scalar(select(DELIVERED.c.last))
    with reading_raw() as connection:
        return last == (connection.scalar(select(func.max(DEED.c.id))) or 0)


def test_an_approved_event_is_the_councils_and_an_unapproved_is_not(engine):
    before = stage()
    sent({EVENTS: (EVENT,)}, NATIONAL)
    assert reported() == []
    assert stage() == before != "vilande"
    approve([newest(EVENTS).id], viewer=NATIONAL)
    assert stage() == "vilande"
    (row,) = reported()
    assert (row.stage, row.effective_on, row.supersedes) == ("vilande", date(2026, 8, 1), None)
    assert (row.recorded_by, row.is_example) == ("nat", True)
    assert row.source == f"Inlämning {newest(EVENTS).id}"
    assert row.recorded_at == newest(EVENTS).state_at
    assert row.reported_as == f"{OWN}/handelser/2026K3/vilande/2026-08-01"
    with reading() as connection:
        code = connection.scalar(select(COUNCIL.c.code).where(COUNCIL.c.id == row.council_id))
    assert code == "lokalt-rad-lulea-boden"


def test_what_a_later_revision_changes_adds_and_drops_is_followed(engine):
    approved({EVENTS: (EVENT, LATER)})
    changed = Row(EVENT.values | {"skal": "Vakans"})
    approved({EVENTS: (changed,)})
    first, second, *more = reported()
    by_old = {row.supersedes: row for row in more}
    assert set(by_old) == {first.id, second.id}
    of_changed = first if first.stage == "vilande" else second
    of_gone = second if of_changed is first else first
    assert by_old[of_changed.id].reason == "Vakans"
    assert by_old[of_gone.id].stage is None
    assert stage() == "vilande"
    approved({EVENTS: (changed, LATER)})
    assert stage() == "etablerat"
    assert len(reported()) == 5


def test_what_is_approved_again_as_it_was_adds_nothing(engine):
    approved({EVENTS: (EVENT,), ASSESSED: (JUDGED,)})
    before = (reported(), reported(AREA_ASSESSMENT))
    approved({EVENTS: (EVENT,), ASSESSED: (JUDGED,)})
    assert (reported(), reported(AREA_ASSESSMENT)) == before
    approved({EVENTS: (), ASSESSED: ()})
    withdrawn = [row for row in reported() if row.stage is None]
    approved({EVENTS: (), ASSESSED: ()})
    assert [row for row in reported() if row.stage is None] == withdrawn
    assert len(withdrawn) == 1


def test_other_periods_of_the_area_are_left_as_they_are(engine):
    second = EVENTS._replace(period=Quarter(2026, 2))
    approved({second: (Row({"stadium": "uppstartat", "dag": date(2026, 5, 1)}),)})
    approved({EVENTS: (EVENT,)})
    approved({EVENTS: ()})
    assert stage() == "uppstartat"


def test_an_assessment_is_carried_changed_and_withdrawn(engine):
    def assessed():
        found = fetch_assessments("lpo", DAY, viewer=READER).set_index("code").loc[OWN]
        return found["prioritised"], found["reason"], found["since"]

    before = assessed()
    approved({ASSESSED: (JUDGED,)})
    assert assessed()[:2] == (True, "Rekrytering av unga")
    approved({ASSESSED: (Row(JUDGED.values | {"prioriterat": "nej", "skal": "Lugnt nu"}),)})
    assert assessed() == (False, "Lugnt nu", date(2026, 8, 1))
    approved({ASSESSED: ()})
    assert assessed() == before


def test_what_somebody_has_corrected_by_hand_is_superseded_where_it_stands(engine):
    before = stage()
    approved({EVENTS: (EVENT,)})
    (row,) = reported()
    council = "lokalt-rad-lulea-boden"
    by_hand = {"viewer": NATIONAL, "source": "telefon", "supersedes": row.id}
    hand = add_event(council, "ej-paborjat", date(2026, 8, 2), **by_hand)
    approved({EVENTS: (EVENT,)})
    assert stage() == "ej-paborjat"
    approved({EVENTS: ()})
    assert reported()[-1].supersedes == hand
    assert stage() == before != "ej-paborjat"


def test_an_area_without_a_council_gets_one(engine):
    with reading() as connection:
        covered = select(COUNCIL_AREA.c.area_code).where(COUNCIL_AREA.c.covers)
        held = set(connection.scalars(covered))
        names = dict(connection.execute(text("SELECT code, name FROM area")).all())
    stages = fetch_stages("lpo", DAY, viewer=READER)
    free = next(
        row.code for row in stages.itertuples() if row.code not in held and row.stage is None
    )
    early, late = EVENT, Row({"stadium": "etablerat", "dag": date(2026, 9, 1)})
    approved({EVENTS._replace(area=free): (late, early)})
    assert stage(free) == "etablerat"
    with reading() as connection:
        code = f"lokalt-rad-{free.removeprefix('lpo-')}"
        council = connection.execute(select(COUNCIL).where(COUNCIL.c.code == code)).one()
        of_council = COUNCIL_AREA.c.council_id == council.id
        covers = connection.execute(select(COUNCIL_AREA).where(of_council)).all()
    assert (council.name, council.level) == (f"Lokalt råd {names[free]}", "lokal")
    assert council.is_example
    assert {row.area_code for row in covers} == {free}
    assert min(row.effective_on for row in covers) == date(2026, 8, 1)
    assert len(reported()) == 2


def test_a_council_that_has_left_the_area_is_not_told_of(engine):
    left = {"covers": False, "viewer": NATIONAL, "source": "test"}
    cover_area("lokalt-rad-umea", "lpo-umea", date(2026, 1, 1), **left)
    cover_area("lokalt-rad-lulea-boden", "lpo-umea", date(2026, 1, 1), viewer=NATIONAL, source="x")
    approved({EVENTS._replace(area="lpo-umea"): (EVENT,)})
    with reading() as connection:
        code = select(COUNCIL.c.code).where(COUNCIL.c.id == reported()[0].council_id)
        assert connection.scalar(code) == "lokalt-rad-lulea-boden"


def test_a_council_named_after_the_area_tells_of_it_and_covers_no_more_than_before(engine):
    approved({EVENTS._replace(area="lpo-ostra-norrbotten"): (EVENT,)})
    with reading() as connection:
        code = select(COUNCIL.c.code).where(COUNCIL.c.id == reported()[0].council_id)
        assert connection.scalar(code) == "lokalt-rad-ostra-norrbotten"
        of_lpo = select(COUNCIL_AREA.c.id).where(COUNCIL_AREA.c.area_code == "lpo-ostra-norrbotten")
        assert connection.scalar(of_lpo) is None


def test_a_council_over_all_of_its_kommuner_is_the_areas(engine):
    rows = {"viewer": NATIONAL, "source": "test"}
    for kommun in ("2513", "2514", "2518", "2521", "2583"):
        cover_area("lokalt-rad-umea", kommun, date(2026, 1, 1), **rows)
    approved({EVENTS._replace(area="lpo-ostra-norrbotten"): (EVENT,)})
    with reading() as connection:
        code = select(COUNCIL.c.code).where(COUNCIL.c.id == reported()[0].council_id)
        assert connection.scalar(code) == "lokalt-rad-umea"


def test_what_can_not_be_carried_is_told_and_stops_nothing(engine):
    before_it_was = Row({"stadium": "planerat", "dag": date(2024, 1, 1)})
    unknown = Row({"stadium": "planerat", "dag": Gap.MISSING})
    area = "lpo-norra-innerstaden"  # since 2025
    units = {
        EVENTS._replace(area=area): (before_it_was, unknown, NOT_NEEDED, EVENT),
        EVENTS: (EVENT,),
    }
    approved(units)
    assert {row.reported_as.split("/")[0] for row in reported()} == {area, OWN}
    assert len(reported()) == 2
    told = [json.loads(row.after)["reason"] for row in audited() if "inte föras över" in row.what]
    assert len(told) == 3
    assert any(area in reason for reason in told)
    assert is_whole(engine)


def test_other_kinds_reach_the_audit_and_nothing_else(engine):
    approved({MEASURES: (FULL,)})
    assert reported() == reported(AREA_ASSESSMENT) == []
    whats = [row.what for row in audited()]
    assert whats == ["inlämning 1: 1 enhet", "godkända: 1 enhet"]


def test_nothing_is_recorded_before_what_it_supersedes(engine):
    ahead = datetime.now(UTC) + timedelta(days=1)
    approved({EVENTS: (EVENT,)})
    (row,) = reported()
    by_hand = {"viewer": NATIONAL, "source": "telefon", "supersedes": row.id}
    add_event("lokalt-rad-lulea-boden", "planerat", DAY, recorded_at=ahead, **by_hand)
    approved({EVENTS: ()})
    assert reported()[-1].recorded_at == ahead


def waiting(away):
    """Two approved units, of which the main database knows nothing yet."""
    away()
    approved({EVENTS: (EVENT, LATER), ASSESSED: (JUDGED,), MEASURES: (FULL,)})
    away(False)


def test_what_waits_is_carried_at_the_next_start_and_once(engine, away):
    waiting(away)
    assert audited() == []
    prepare(engine)
    assert len(reported()) == 2 and len(reported(AREA_ASSESSMENT)) == 1
    once = len(audited())
    prepare(engine)
    assert deliver() == 0
    assert len(audited()) == once
    whats = [row.what for row in audited()]
    assert len(whats) == len(set(whats))


def test_the_next_write_carries_what_waited(engine, away):
    waiting(away)
    sent({Unit(OWN, "exempel", Q3): ()}, NATIONAL)
    assert is_whole(engine)
    assert len(reported()) == 2


class Broken(Exception):
    """Raised in the middle."""


def break_at(engine, number):
    """Raise at that statement of a writing transaction, or at its commit; a way to stop that."""
    seen = [0]

    def count(*_):
        seen[0] += 1
        if seen[0] == number:
            raise Broken

    names = ("before_cursor_execute", "commit")
    for name in names:
        event.listen(engine, name, count)
    return seen, lambda: [event.remove(engine, name, count) for name in names]


def test_broken_at_any_statement_all_is_carried_exactly_once(engine, away):
    waiting(away)
    for number in range(1, 500):
        seen, stop = break_at(engine, number)
        try:
            deliver()
        except Broken:
            pass
        finally:
            stop()
        if seen[0] < number:
            break
        assert audited() == [] or is_whole(engine)
    assert number > 30
    assert is_whole(engine)
    assert len(reported()) == 2 and len(reported(AREA_ASSESSMENT)) == 1
    whats = [row.what for row in audited()]
    assert len(whats) == len(set(whats))
    assert not [what for what in whats if "inte föras över" in what]


def _deliver_and_die(number):
    """In a process of its own: carry over, and be gone at a statement or just after the commit."""
    on = connect.engine()
    seen = [0]

    def count(*_):
        seen[0] += 1
        if seen[0] == number:
            os._exit(9)

    event.listen(on, "before_cursor_execute", count)
    event.listen(on, "commit", count)
    deliver()


@pytest.mark.parametrize("number", [3, 14, 26])
def test_killed_on_the_way_all_is_carried_exactly_once(engine, away, number):
    waiting(away)
    process = start(_deliver_and_die, number)
    process.join(60)
    assert process.exitcode == 9
    deliver()
    assert is_whole(engine)
    assert len(reported()) == 2 and len(reported(AREA_ASSESSMENT)) == 1
    whats = [row.what for row in audited()]
    assert len(whats) == len(set(whats))


def test_several_that_carry_at_once_carry_once(engine, away):
    waiting(away)
    with ThreadPoolExecutor(6) as pool:
        carried = list(pool.map(lambda _: deliver(), range(6)))
    with reading_raw() as connection:
        assert sum(carried) == connection.scalar(select(func.count()).select_from(DEED))
    assert len(reported()) == 2
    assert is_whole(engine)


def test_a_store_that_is_lost_stops_all_until_somebody_goes_on_without_it(sqlite_engine, capsys):
    approved({EVENTS: (EVENT,)})
    address = to_raw_address()
    connect.dispose(address)
    for file in Path(address.removeprefix("sqlite:///")).parent.glob("*-inlamnat.db*"):
        if file.name.startswith(Path(address).name):
            file.unlink()
    told = len(audited())
    for _start in range(2):
        with pytest.raises(ReportsLost, match=r"BOB_DATABASE_URL stämmer.*without-reports"):
            prepare(sqlite_engine)
    assert not Path(address.removeprefix("sqlite:///")).exists()  # nobody else may write in it
    assert main(["health"]) == 1
    assert json.loads(capsys.readouterr().out)["status"] == "fel"
    assert len(audited()) == told
    assert main(["without-reports"]) == 0
    assert "inlämningarnas databas är en annan" in audited()[-1].what
    prepare(sqlite_engine)
    assert main(["without-reports"]) == 1
    assert len(audited()) == told + 1
    sent({MEASURES: (FULL,)}, NATIONAL)
    assert audited()[-1].what == "inlämning 1: 1 enhet"
    assert is_whole(sqlite_engine)


def test_a_main_database_without_its_row_begins_at_the_beginning(engine, away):
    waiting(away)
    with writing() as connection:
        connection.execute(delete(DELIVERED))
    deliver()
    assert is_whole(engine)


def back_up(address: str) -> Callable[[], None]:
    """Back up an embedded database; what puts it back as it was."""
    file = Path(address.removeprefix("sqlite:///"))
    kept = file.with_suffix(".kept")
    with closing(sqlite3.connect(file)) as now, closing(sqlite3.connect(kept)) as then:
        now.backup(then)

    def restore():
        connect.dispose(address)
        for beside in ("-wal", "-shm"):
            Path(f"{file}{beside}").unlink(missing_ok=True)
        kept.replace(file)

    return restore


def test_a_main_database_put_back_catches_up_with_a_newer_store_once(sqlite_engine):
    approved({EVENTS: (EVENT,)})
    restore = back_up(connect.current_address())
    approved({EVENTS: (EVENT, LATER)})
    told, happened = [row.what for row in audited()], len(reported())
    restore()
    prepare(connect.engine())
    assert [row.what for row in audited()] == told
    assert len(reported()) == happened > 1
    assert is_whole(connect.engine())


def test_a_store_put_back_is_taken_for_another_and_events_it_knows_nothing_of_stay(sqlite_engine):
    sent({MEASURES: (FULL,)}, NATIONAL)
    restore = back_up(to_raw_address())
    approved({EVENTS: (EVENT,)})
    restore()
    prepare(sqlite_engine)
    whats = [row.what for row in audited()]
    assert whats.count("inlämning 1: 1 enhet") == 2
    assert "inlämningarnas databas är en annan än den som senast fördes över" in whats
    assert newest(EVENTS) is None
    assert len(reported()) == 1
    assert is_whole(sqlite_engine)


def test_events_go_back_to_what_a_store_put_back_has_approved(sqlite_engine):
    approved({EVENTS: (EVENT,)})
    restore = back_up(to_raw_address())
    approved({EVENTS: (EVENT, LATER)})
    assert stage() == "etablerat"
    restore()
    prepare(sqlite_engine)
    assert stage() == "vilande"
