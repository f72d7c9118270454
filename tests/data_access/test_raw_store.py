"""The store of what is reported: where it is, who may open it, and that nothing in it changes."""

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError

import settings
from data_access import connect, migrate
from data_access.connect import BadDatabaseUrl, build_engine, reading, writing
from data_access.engine import DatabaseUnavailable, NotPrepared, WrongSchema, prepare
from data_access.kind import WrongKind, check_kind
from data_access.raw.migrations import RAW_CHAIN
from data_access.raw.released import note_released
from data_access.raw.schema import APPEND_ONLY, RAW, REPORTED_VALUE, SUBMISSION_STATE
from data_access.raw.store import (
    prepare_raw,
    raw_engine,
    reading_raw,
    to_raw_address,
    writing_raw,
)
from data_access.submissions import read_submissions
from tests.data_access import reports
from tests.data_access.reports import FULL, MEASURES, REPORTER, newest, sent
from tests.viewers import WRITER

ROOT = Path(settings.__file__).parent
# Who may open the store; those after them take but a word from it
INSIDE = {
    "submissions.py", "approval.py", "drafts.py", "owed.py", "report_context.py", "releasing.py",
    "operations.py", "tidy.py",
    "release_hiding.py", "release_memory.py", "release_news.py", "release_plan.py",
    "release_preview.py", "release_reports.py", "stores.py",
}  # fmt: skip
TAKES = {
    "prepare.py": {"check_not_lost", "deliver_now", "prepare_raw", "to_raw_address"},
    "__main__.py": {"check_not_lost", "go_on_without"},
    "copying.py": {"check_carried"},
    "kind.py": {"held_kinds", "read_held_kinds"},
    "reader_role.py": {"SCHEMA"},
    "unfinished.py": {"make_schema"},
    "store_state.py": {"NAME", "RAW_CHAIN", "raw_engine"},
}


@pytest.fixture
def raw_url(monkeypatch):
    """raw_url(address): that is the store's address in the settings."""

    def use(address):
        monkeypatch.setenv("BOB_RAW_DATABASE_URL", address)
        settings.load.cache_clear()

    yield use
    monkeypatch.undo()
    settings.load.cache_clear()


def to_raw_imports(file):
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("data_access.raw"):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module == "data_access":
            found |= {alias.name for alias in node.names if alias.name == "raw"}
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.startswith("data_access.raw")}
    return found


def test_nobody_else_opens_the_store():
    folders = ("pages", "ui", "web", "indicators", "geodata", "reporting", "data_access")
    files = [file for name in folders for file in (ROOT / name).rglob("*.py")]
    files += [*ROOT.glob("*.py")]
    opened = {file: to_raw_imports(file) for file in files}
    own = ROOT / "data_access"
    for file, names in opened.items():
        inside = file.parent == own and file.name in INSIDE
        if names and not inside and own / "raw" not in file.parents:
            assert names <= TAKES.get(file.name, set()), file


def test_it_lies_beside_the_database_unless_told_otherwise(raw_url):
    assert to_raw_address("sqlite:////var/bob.db") == "sqlite:////var/bob-inlamnat.db"
    beside = to_raw_address("postgresql://u:p@host/bob")
    assert beside == "postgresql+psycopg://u:p@host/bob?options=-csearch_path%3Dinlamnat"
    assert to_raw_address(beside) == beside
    mine = to_raw_address("postgresql://host/bob?options=-cstatement_timeout%3D9")
    assert "statement_timeout%3D9+-csearch_path%3Dinlamnat" in mine
    raw_url("sqlite:////other/raw.db")
    assert to_raw_address("sqlite:////var/bob.db") == "sqlite:////other/raw.db"
    assert to_raw_address("postgresql://host/bob") == "sqlite:////other/raw.db"


def test_it_is_never_the_database_itself(raw_url, tmp_path):
    raw_url(f"sqlite:///{tmp_path}/../{tmp_path.name}/bob.db")
    with pytest.raises(BadDatabaseUrl, match="a file of its own"):
        to_raw_address(f"sqlite:///{tmp_path}/bob.db")


@pytest.mark.parametrize("address", ["inget", "mysql://host/x"])
def test_an_address_that_is_not_understood_is_said_so(raw_url, sqlite_engine, address):
    raw_url(address)
    with pytest.raises(BadDatabaseUrl, match="check BOB_RAW_DATABASE_URL"):
        prepare(sqlite_engine)


@pytest.fixture
def away(kind, tmp_path):
    """Address of a database that can't be reached, of the engine of the run."""
    if kind == "postgresql":
        return "postgresql://u@127.0.0.1:1/bob"
    for name in ("away.db", "away-inlamnat.db"):
        (tmp_path / name).write_text("detta är ingen databas, men ganska lång text " * 50)
    return f"sqlite:///{tmp_path}/away.db"


@pytest.mark.parametrize("door", [reading_raw, writing_raw])
def test_a_store_that_is_away_is_named_by_its_own_setting(raw_url, engine, away, door):
    raw_url(away)
    with (
        pytest.raises(DatabaseUnavailable, match="check BOB_RAW_DATABASE_URL"),
        door() as connection,
    ):
        connection.execute(text("SELECT 1 FROM deed"))
    with connect.reading(engine) as connection:
        assert connection.scalar(text("SELECT 1")) == 1


def test_a_store_without_a_setting_is_named_by_that_of_the_database(use_database, away):
    use_database(away)
    with (
        pytest.raises(DatabaseUnavailable, match="check BOB_DATABASE_URL"),
        reading_raw() as connection,
    ):
        connection.execute(text("SELECT 1 FROM deed"))


def test_a_database_that_is_away_is_named_by_its_setting_beside_a_store_of_its_own(
    raw_url, use_database, away, tmp_path
):
    use_database(away)
    raw_url(f"sqlite:///{tmp_path}/raw.db")
    with (
        pytest.raises(DatabaseUnavailable, match="check BOB_DATABASE_URL"),
        connect.reading() as connection,
    ):
        connection.execute(text("SELECT 1 FROM area"))


def test_a_store_at_an_address_of_its_own(raw_url, engine, make_database, kind):
    raw_url(make_database(kind, prepared=False))
    prepare(engine)
    sent({MEASURES: (FULL,)})
    assert newest().rows == (FULL,)
    connect.dispose(to_raw_address())
    settings.load.cache_clear()


def test_an_empty_place_becomes_ready_and_preparing_again_changes_nothing(empty_engine):
    prepare(empty_engine)
    assert set(reports.counts()) == set(RAW.tables)
    sent({MEASURES: (FULL,)})
    before = reports.counts()
    prepare(empty_engine)
    assert reports.counts() == before


def test_the_migrations_make_the_schema_of_the_code(engine):
    with raw_engine().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, RAW) == []


def test_down_and_up_again(engine):
    with writing_raw() as connection:
        migrate.downgrade(connection, "base", RAW_CHAIN)
    assert set(inspect(raw_engine()).get_table_names()) == {"alembic_version"}
    prepare_raw()
    sent({MEASURES: (FULL,)})
    assert newest().rows == (FULL,)


def test_a_store_newer_than_the_code_is_refused(engine):
    with writing_raw() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(WrongSchema, match="9999, newer than this code"):
        prepare(engine)


def test_the_main_database_has_none_of_its_tables(engine):
    sent({MEASURES: (FULL,)})
    assert not set(inspect(engine).get_table_names()) & set(RAW.tables)
    with pytest.raises(NotPrepared), reading() as connection:
        connection.execute(text("SELECT * FROM submission"))
    with pytest.raises(NotPrepared), reading_raw() as connection:
        connection.execute(text("SELECT * FROM council"))


def test_a_store_that_is_not_made_yet_is_said_so(empty_engine):
    with pytest.raises((DatabaseUnavailable, NotPrepared)), reading_raw() as connection:
        connection.execute(text("SELECT * FROM submission"))


def test_a_store_that_is_away_is_said_to_be_so(raw_url, engine, tmp_path):
    raw_url(f"sqlite:///{tmp_path}/borta/raw.db")
    before = reports_of_main(engine)
    for ask in (
        lambda: read_submissions([MEASURES], viewer=REPORTER),
        lambda: sent({MEASURES: (FULL,)}),
        lambda: check_kind_of(engine),
    ):
        with pytest.raises(DatabaseUnavailable):
            ask()
    assert reports_of_main(engine) == before


def reports_of_main(engine):
    with reading(engine) as connection:
        return connection.execute(text("SELECT COUNT(*) FROM audit")).scalar()


def check_kind_of(engine):
    with reading(engine) as connection:
        check_kind(connection)


def test_a_real_report_among_example_data_is_found(engine):
    check_kind_of(engine)
    sent({MEASURES: (FULL,)}, WRITER)
    with pytest.raises(WrongKind, match="real reports"):
        check_kind_of(engine)
    with pytest.raises(WrongKind, match="real reports"):
        prepare(engine)


def test_example_reports_are_not_served_as_real(engine, monkeypatch):
    sent({MEASURES: (FULL,)})
    with writing(engine) as connection:
        migrate.downgrade(connection, "0001")
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "http://127.0.0.1:1/none")
    settings.load.cache_clear()
    with pytest.raises(WrongKind, match="example data"):
        prepare(engine)


# A column of each table that no other row rests on
CHANGED = {
    "sending": "source",
    "submission": "rows",
    "reported_value": "number",
    "submission_state": "role",
    "deed": "what",
    "released": "token",
}


def report_and_release():
    sent({MEASURES: (FULL,)})
    note_released("t" * 32, [newest().id])


@pytest.fixture
def filled(filled_engine):
    """The engine of a store with a report in it."""
    filled_engine(report_and_release)
    assert set(CHANGED) == set(APPEND_ONLY)
    return raw_engine()


def refuse(sql):
    with pytest.raises(DBAPIError, match="append-only"), writing_raw() as connection:
        connection.execute(text(sql))


def test_what_was_reported_can_not_be_changed_or_removed(filled):
    before = reports.counts()
    for table in APPEND_ONLY:
        refuse(f"UPDATE {table} SET {CHANGED[table]} = {CHANGED[table]}")
        refuse(f"DELETE FROM {table}")
        if filled.dialect.name == "postgresql":
            refuse(f"TRUNCATE {table} CASCADE")
            refuse(f"SET session_replication_role = replica; DELETE FROM {table}")
        assert reports.counts() == before, table


def test_what_was_reported_can_not_be_replaced(filled):
    for table in APPEND_ONLY:
        refuse_to_replace(filled, table)
        assert newest().rows == (FULL,), table


def refuse_to_replace(filled, table):
    if filled.dialect.name == "sqlite":
        refuse(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        with filled.connect() as connection:  # nor by a program that sets no pragmas
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA recursive_triggers = OFF")
            with pytest.raises(DBAPIError, match="append-only"):
                connection.exec_driver_sql(f"REPLACE INTO {table} SELECT * FROM {table}")
            connection.exec_driver_sql("PRAGMA recursive_triggers = ON")
            connection.exec_driver_sql("BEGIN")
    else:
        keys = {"reported_value": "submission, row, field", "released": "token, submission"}
        key = keys.get(table, "id")
        column = CHANGED[table]
        refuse(
            f"INSERT INTO {table} SELECT * FROM {table} WHERE true"
            f" ON CONFLICT ({key}) DO UPDATE SET {column} = {table}.{column}"
        )


def test_a_revision_can_not_be_replaced_by_its_unit(filled):
    columns = "sending, area, kind, period, revision, rows"
    verb = "INSERT OR REPLACE" if filled.dialect.name == "sqlite" else "INSERT"
    with pytest.raises(DBAPIError), writing_raw() as connection:
        connection.execute(
            text(f"{verb} INTO submission ({columns}) SELECT {columns} FROM submission")
        )
    assert newest().rows == (FULL,)


def test_a_value_is_a_number_a_text_or_a_gap_and_one_of_them(filled):
    place = {"submission": newest().id, "row": 9, "field": "x"}
    two = {"number": 1.0, "text": "a"}, {"text": "a", "gap": "saknas"}
    for value in ({}, *two, {"gap": "noll"}):
        with pytest.raises(IntegrityError), writing_raw() as connection:
            connection.execute(insert(REPORTED_VALUE).values(place | value))


def test_a_state_is_a_known_one_with_its_reason(filled):
    row = {"submission": newest().id, "recorded_by": "x", "role": "x"}
    row |= {"recorded_at": datetime.now(UTC)}
    for state in ("klar", "komplettering", "upplast", "angrad"):
        with pytest.raises(IntegrityError), writing_raw() as connection:
            connection.execute(insert(SUBMISSION_STATE).values(row | {"state": state}))


def test_a_write_waits_for_the_one_before_it(engine):
    """Else ids, and with them deeds, could be seen out of order."""
    slow = build_engine(to_raw_address())
    with writing_raw() as connection:
        connection.execute(text("SELECT 1"))
        with slow.connect() as other:
            if slow.dialect.name == "postgresql":
                free = other.scalar(text("SELECT pg_try_advisory_xact_lock(2310092)"))
                assert free is False
            else:
                other.exec_driver_sql("ROLLBACK")
                other.exec_driver_sql("PRAGMA busy_timeout = 50")
                with pytest.raises(DBAPIError, match="locked"):
                    other.exec_driver_sql("BEGIN IMMEDIATE")
                other.exec_driver_sql("BEGIN")
    slow.dispose()
