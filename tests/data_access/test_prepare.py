import pytest
from sqlalchemy import event, text

from data_access import connect, fill, migrate
from data_access import prepare as preparing
from data_access.connect import reading, writing
from data_access.councils import add_council
from data_access.engine import ensure_prepared, prepare
from data_access.health import health
from data_access.schema import METADATA
from tests.data_access import reports
from tests.data_access.processes import fork, start
from tests.viewers import PLAYER


def counts(engine):
    with reading(engine) as connection:
        return {
            table: connection.execute(text(f"SELECT COUNT(*) FROM {table}")).scalar()
            for table in METADATA.tables
        }


def test_an_empty_database_becomes_ready(empty_engine):
    prepare(empty_engine)
    found = counts(empty_engine)
    assert found["area"] == 442
    assert found["area_membership"] == 303
    assert found["population"] == 2030
    assert found["milestone"] == 9
    people = {"person", "user_access", "user_session", "audit", "audit_head"}
    people |= {"access_token", "access_token_end", "api_token", "api_token_end"}
    releases = {"release", "released_count", "released_sum", "released_report", "lease"}
    read = {"population_edition", "population_count"}
    pictures = {"picture", "picture_version", "picture_step", "picture_frozen"}
    pictures |= {"picture_withdrawal"}
    empty = {table for table, rows in found.items() if not rows}
    assert empty == people | releases | read | pictures
    assert health()["status"] == "ok"


def test_preparing_again_changes_nothing_and_is_cheap(engine):
    before = counts(engine)
    prepare(engine)
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    prepare(engine)
    assert counts(engine) == before
    asked = asked[: -len(before)]  # the rest counted
    assert len(asked) < 23
    writes = ("INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP")
    assert not [one for one in asked if one.lstrip().upper().startswith(writes)]


def _prepare_in_process(barrier, failures):
    try:
        engine = connect.engine()
        barrier.wait(30)
        prepare(engine)
    except BaseException as error:
        failures.put(repr(error))


def test_processes_that_prepare_at_once_double_nothing(empty_engine, engine_counts):
    barrier, failures = fork.Barrier(2), fork.Queue()
    processes = [start(_prepare_in_process, barrier, failures) for _ in range(2)]
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    assert failures.empty(), failures.get()
    assert counts(empty_engine) == engine_counts
    assert set(reports.counts().values()) == {0}  # one store of reports too


@pytest.fixture
def engine_counts(kind, make_database):
    """What one process alone makes."""
    from data_access.connect import build_engine

    address = make_database(kind)
    built = build_engine(address)
    found = counts(built)
    built.dispose()
    return found


def test_success_is_remembered_and_failure_is_not(engine, monkeypatch):
    calls = []

    def count_calls(on):
        calls.append(on)
        if len(calls) == 1:
            raise preparing.DatabaseUnavailable("nere")

    monkeypatch.setattr(preparing, "prepare", count_calls)
    with pytest.raises(preparing.DatabaseUnavailable):
        ensure_prepared()
    ensure_prepared()
    ensure_prepared()
    assert len(calls) == 2


def test_a_new_edition_of_the_facts_is_taken_in(engine):
    before = counts(engine)
    with writing(engine) as connection:
        connection.execute(text("UPDATE fact_set SET digest = 'gammal'"))
        connection.execute(text("UPDATE area SET name = 'Gammalt' WHERE code = 'lpo-umea'"))
        connection.execute(text("DELETE FROM milestone"))
    prepare(engine)
    with reading(engine) as connection:
        name = connection.execute(text("SELECT name FROM area WHERE code = 'lpo-umea'")).scalar()
    assert name == "Umeå"
    assert counts(engine) == before


def test_example_data_is_not_filled_in_beside_real_councils(engine):
    with writing(engine) as connection:
        migrate.downgrade(connection, "0001")
        migrate.upgrade(connection)
    add_council("ett", "Ett", "lokal", viewer=PLAYER, source="test")
    prepare(engine)
    found = counts(engine)
    assert (found["council"], found["council_event"]) == (1, 0)


def test_shares_of_a_split_kommun_sum_to_one():
    rows = fill.to_membership_rows()
    for day in {row["valid_from"] for row in rows}:
        held = [
            r
            for r in rows
            if r["valid_from"] <= day and not (r["valid_to"] and r["valid_to"] < day)
        ]
        for kommun in {row["kommun"] for row in held}:
            assert sum(r["share"] for r in held if r["kommun"] == kommun) == pytest.approx(
                1, abs=0.01
            )
