"""All rows of both stores come along to the other engine and back, and half a copy is no copy."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

import settings
from data_access import connect, digests, unfinished
from data_access.__main__ import main
from data_access.copy_errors import Different, NotCurrent, NotEmpty, Refused, Unreadable
from data_access.copying import compare, copy_stores
from data_access.digests import Digest, read_rows
from data_access.errors import NotWritable, Unfinished
from data_access.health import health
from data_access.prepare import prepare
from data_access.raw.schema import RAW, SUBMISSION
from data_access.raw.store import writing_raw
from data_access.schema import AREA, AUDIT, METADATA
from data_access.stores import PARTS, REVISION, Stores, check_empty, open_stores
from tests.conftest import KINDS
from tests.data_access import copy_child
from tests.data_access.processes import fork, start
from tests.data_access.stored import AT, TEXT, Silent, address_of, fill_all, to_counts

WAYS = (KINDS, KINDS[::-1])  # within one engine it is copied in the tests of killed copies


@pytest.fixture
def source(kind, make_database, use_database, training):
    """Stores of each engine with something in every table, in the settings."""
    address = make_database(kind, fill=fill_all)
    use_database(address)
    training()
    yield (stores := open_stores(address))
    stores.dispose()


def copied(source, to):
    """The whole of `copy`, without its words."""
    found = copy_stores(source, to, Silent())
    to.dispose()
    chain = compare(to, found, Silent())
    unfinished.finish(to)
    assert chain.ok
    return found


def test_there_is_something_in_every_table(source):
    counts = to_counts(source)
    assert set(counts) == {*METADATA.tables, *RAW.tables}
    assert [name for name, rows in counts.items() if not rows] == []


def test_every_table_that_is_there_is_copied(source, place):
    """By what the databases hold, not by what the code believes."""
    told = Silent()
    copy_stores(source, open_stores(place("sqlite")), told)
    for part, engine in zip(PARTS, source, strict=True):
        there = set(inspect(engine).get_table_names()) - {REVISION}
        assert {table for store, table in told.rows if store == part.name} == there
        for name in there:
            columns = {column["name"] for column in inspect(engine).get_columns(name)}
            assert set(part.metadata.tables[name].columns.keys()) == columns


@pytest.mark.parametrize(("kind", "other"), WAYS)
def test_there_and_back_again_all_rows_are_the_same(source, place, other):
    there, back = open_stores(place(other)), open_stores(place(source.main.dialect.name))
    first = copied(source, there)
    second = copied(there, back)
    assert first.sums == second.sums
    assert to_counts(source) == to_counts(there) == to_counts(back)
    assert sum(one.rows for sums in first.sums.values() for one in sums.values()) > 3_000
    assert first.kinds == second.kinds == ("exempel",)


@pytest.mark.parametrize(("kind", "other"), WAYS)
def test_a_copy_goes_on_where_the_original_was(source, place, use_database, other):
    address = place(other)
    copied(source, open_stores(address))
    use_database(address)
    prepare(connect.engine())
    assert health()["status"] == "ok"
    fill_rows = "INSERT INTO deed (at, subject, role, action, what) SELECT at, subject, role,"
    with writing_raw(open_stores(address).raw) as connection:
        before = connection.scalar(text("SELECT max(id) FROM deed"))
        connection.execute(text(f"{fill_rows} action, what FROM deed WHERE id = 1"))
        assert connection.scalar(text("SELECT max(id) FROM deed")) == before + 1
    columns = "council_id, area_code, covers, effective_on, recorded_at, recorded_by, source,"
    columns += " is_example"
    with connect.writing() as connection:
        before = connection.scalar(text("SELECT max(id) FROM council_area"))
        one = f"INSERT INTO council_area ({columns}) SELECT {columns} FROM council_area LIMIT 1"
        connection.execute(text(one))
        assert connection.scalar(text("SELECT max(id) FROM council_area")) == before + 1
    with pytest.raises(DBAPIError, match="append-only"), connect.writing() as connection:
        connection.execute(text("DELETE FROM council_area"))


@pytest.mark.parametrize("kind", ["sqlite"])
def test_the_command_tells_how_far_it_has_come_and_that_all_is_the_same(source, place, capsys):
    to = place("sqlite")
    assert main(["copy", address_of(source), to]) == 0
    told = capsys.readouterr()
    assert "Kopierar bob/area: 442 av 442 rader" in told.err
    assert "Jämför bob-inlamnat/submission_state" in told.err
    assert "100 % av allt" in told.err
    assert "i 39 tabeller, alla jämförda och lika" in told.out
    assert "kedja är hel" in told.out


@pytest.mark.parametrize("other", KINDS)
def test_what_is_not_empty_is_refused_and_left(source, make_database, other, capsys):
    address = make_database(other)
    there = open_stores(address)
    before = to_counts(there)
    assert main(["copy", address_of(source), address]) == 1
    assert main(["copy", address_of(source), address, "--anew"]) == 1
    assert "flytta undan" in capsys.readouterr().err
    assert to_counts(there) == before
    there.dispose()


def test_a_store_of_reports_that_is_not_empty_is_refused_too(source, place, make_database):
    other = make_database("sqlite")
    to = open_stores(place("sqlite"), raw=address_of(Stores(open_stores(other).raw, None)))
    with pytest.raises(NotEmpty, match="inlamnat"):
        copy_stores(source, to, Silent())
    assert inspect(to.main).get_table_names() == []


def test_a_database_that_is_not_at_the_codes_schema_is_refused(source, place):
    with writing_raw(source.raw) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(NotCurrent, match="prepare"):
        copy_stores(source, open_stores(place("sqlite")), Silent())


def test_one_that_was_never_prepared_is_refused(kind, place, make_database):
    source = open_stores(place(kind))
    connect.make_file(source.main)
    with pytest.raises(NotCurrent, match="prepare"):
        copy_stores(source, open_stores(place("sqlite")), Silent())


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_changed_row_is_found_and_named(source, place):
    to = open_stores(place("sqlite"))
    found = copy_stores(source, to, Silent())
    with connect.writing(to.raw, chain=None) as connection:
        connection.execute(text("DROP TRIGGER reported_value_no_update"))
        connection.execute(text("UPDATE reported_value SET number = 0.2 WHERE number = 0.1"))
    with pytest.raises(Different) as caught:
        compare(to, found, Silent())
    assert caught.value.tables == ["reported_value"]
    with pytest.raises(Unfinished):
        prepare(to.main)


def test_a_row_that_the_other_engine_refuses_is_told_without_its_values(
    make_database, place, use_database
):
    use_database(make_database("sqlite", fill=fill_all))
    source, to = open_stores(connect.current_address()), open_stores(place("postgresql"))
    with writing_raw(source.raw) as connection:
        long = {"text": "hemligt" * 20}
        connection.execute(text("UPDATE draft SET saved_by = :text"), long)
    with pytest.raises(Refused, match=r"draft .*StringDataRightTruncation") as caught:
        copy_stores(source, to, Silent())
    assert "hemligt" not in str(caught.value)


def test_a_row_that_can_not_be_read_is_told_without_its_values(make_database, place, use_database):
    use_database(make_database("sqlite", fill=fill_all))
    source = open_stores(connect.current_address())
    with connect.writing(source.main) as connection:
        connection.execute(text("UPDATE lease SET until = 'hemligt'"))
    with pytest.raises(Unreadable, match="lease") as caught:
        copy_stores(source, open_stores(place("sqlite")), Silent())
    assert "hemligt" not in str(caught.value)


def test_a_broken_chain_is_copied_as_it_is_and_told(make_database, place, use_database, capsys):
    """Else nobody could save what shows that somebody has been there."""
    use_database(make_database("sqlite", fill=fill_all))
    source = open_stores(connect.current_address())
    with connect.writing(source.main) as connection:
        for name in inspect(connection).get_table_names():
            if name == AUDIT.name:
                connection.execute(text("DROP TRIGGER IF EXISTS audit_no_update"))
        connection.execute(text("UPDATE audit SET what = 'annat' WHERE id = 1"))
    to = place("sqlite")
    assert main(["copy", address_of(source), to]) == 1
    told = capsys.readouterr()
    assert "är kopierad" in told.out and "bruten" in told.err
    assert to_counts(open_stores(to)) == to_counts(source)


def test_the_setting_of_the_other_store_is_of_the_settings_database_alone(
    sqlite_engine, monkeypatch, tmp_path
):
    monkeypatch.setenv("BOB_RAW_DATABASE_URL", f"sqlite:///{tmp_path}/raw.db")
    settings.load.cache_clear()
    own = open_stores(connect.current_address())
    assert own.raw.url.database == f"{tmp_path}/raw.db"
    other = open_stores(f"sqlite:///{tmp_path}/annan.db")
    assert other.raw.url.database == f"{tmp_path}/annan-inlamnat.db"
    given = open_stores(f"sqlite:///{tmp_path}/annan.db", raw=f"sqlite:///{tmp_path}/c.db")
    assert given.raw.url.database == f"{tmp_path}/c.db"


def rows_of(connection, table, size):
    digest = Digest(table)
    for rows in read_rows(connection, table, size):
        digest.take(rows)
    return digest.sum()


def test_a_digest_is_the_same_however_many_rows_are_in_memory_and_tells_every_value(source):
    with source.main.connect() as connection:
        whole = rows_of(connection, AREA, 10_000)
        assert whole.rows == 442
        assert rows_of(connection, AREA, 7) == whole
    with source.raw.connect() as connection:
        asked = SUBMISSION.select().order_by(SUBMISSION.c.id)
        rows = [tuple(row) for row in connection.execute(asked)]
    sums = {_sum(SUBMISSION, rows)}
    for place in range(len(SUBMISSION.columns)):
        changed = list(rows[0])
        changed[place] = None
        sums.add(_sum(SUBMISSION, [tuple(changed), *rows[1:]]))
    assert len(sums) == len(SUBMISSION.columns) + 1


def _sum(table, rows):
    digest = Digest(table)
    digest.take(rows)
    return digest.sum().digest


def test_long_texts_are_few_in_memory_at_once(source, monkeypatch):
    monkeypatch.setattr(digests, "MOST_SIGNS", 3 * len(TEXT))
    with source.raw.connect() as connection:
        rows, size = digests.count_rows(connection, RAW.tables["reported_value"])
    assert size <= 3 < rows


def test_moments_keep_their_microseconds(source, place):
    to = open_stores(place("sqlite"))
    copied(source, to)
    with to.main.connect() as connection:
        until = connection.execute(METADATA.tables["lease"].select()).one().until
    assert until == AT and AT.microsecond == 120 and until.utcoffset() == timedelta(0)


STAGES = ("begun", "copying", "raw", "comparing", "finishing")
# In PostgreSQL both stores are of one database, so there it is about what is marked in it
KILLED = [("sqlite", stage) for stage in STAGES]
KILLED += [("postgresql", stage) for stage in ("begun", "raw", "finishing")]


@pytest.mark.parametrize(("kind", "stage"), KILLED)
def test_a_copy_that_is_killed_is_refused_by_the_app_and_made_anew(
    source, place, kind, stage, use_database, capsys
):
    address = place(kind)
    ours, theirs = fork.Pipe()
    child = start(copy_child.run, address_of(source), address, stage, theirs)
    theirs.close()
    assert ours.poll(60), "the stage was not reached"
    assert ours.recv() == stage
    child.kill()
    child.join()
    wait_until_gone(address)
    use_database(address)
    with pytest.raises(Unfinished, match="aldrig blev hel"):
        prepare(connect.engine())
    with pytest.raises(NotWritable), connect.writing():
        pass
    assert "aldrig blev hel" in health()["reason"]
    with pytest.raises(Unfinished):
        copied(open_stores(address), open_stores(place("sqlite")))
    assert main(["copy", address_of(source), address]) == 1
    assert "--anew" in capsys.readouterr().err
    if stage == "finishing":  # the store of reports is whole already, so it is not thrown away
        assert main(["copy", address_of(source), address, "--anew"]) == 1
        assert "flytta undan" in capsys.readouterr().err
        return
    assert main(["copy", address_of(source), address, "--anew"]) == 0
    assert to_counts(open_stores(address)) == to_counts(source)
    prepare(connect.engine())


def wait_until_gone(address):
    """Until the server has noticed that the killed one is gone."""
    main_engine = open_stores(address).main
    if main_engine.dialect.name != "postgresql":
        return
    busy = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    busy += " AND pid <> pg_backend_pid() AND state <> 'idle'"
    for _try in range(500):
        with main_engine.connect() as connection:
            if not connection.scalar(text(busy)):
                return
        time.sleep(0.02)
    raise AssertionError("a killed client's work is not over")


def test_a_store_that_is_not_marked_is_never_thrown_away(source, place):
    """Also where the main database is an unfinished copy."""
    to = open_stores(place(source.main.dialect.name))
    check_empty(to)
    to = unfinished.begin(to)
    before = to_counts(source)
    unfinished.throw_away(Stores(to.main, source.raw))
    assert to_counts(source) == before
    unfinished.throw_away(to)
    check_empty(to)
