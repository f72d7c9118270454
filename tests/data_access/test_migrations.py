import os

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from data_access import audit, fill, migrate
from data_access.connect import reading, writing
from data_access.engine import WrongSchema, prepare
from data_access.health import health
from data_access.migrations import HEAD, HERE, REVISIONS
from data_access.schema import METADATA
from tests.viewers import WRITER

OF_COUNCILS = {"council", "council_area", "council_event", "area_assessment"}
OF_PEOPLE = {"person", "user_access", "user_session", "audit", "audit_head"}
LATER = {"register_entry", "delivered", "release", "released_count", "lease"}
LATER |= {
    "population_edition",
    "population_count",
    "released_sum",
    "released_report",
    "access_token",
    "access_token_end",
    "api_token",
    "api_token_end",
}
LATER |= {"picture", "picture_version", "picture_step", "picture_frozen"}
LATER |= {"picture_withdrawal"}


def counts(engine):
    with reading(engine) as connection:
        return {
            table: connection.execute(text(f"SELECT COUNT(*) FROM {table}")).scalar()
            for table in METADATA.tables
        }


def tables(engine):
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_revisions_read_from_file_names_are_those_of_alembic():
    config = Config()
    config.set_main_option("script_location", str(HERE))
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(sorted(script.revision for script in scripts)) == REVISIONS
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_the_migrations_make_the_schema_of_the_code(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_up_down_and_up_again_with_data(engine):
    full = counts(engine)
    with writing(engine) as connection:
        migrate.downgrade(connection, "0001")
    assert tables(engine) == set(METADATA.tables) - OF_COUNCILS - OF_PEOPLE - LATER
    prepare(engine)
    assert counts(engine) == full
    with writing(engine) as connection:
        migrate.downgrade(connection, "base")
    assert tables(engine) == set()
    prepare(engine)
    assert counts(engine) == full


def test_a_migration_keeps_the_rows_of_the_tables_it_leaves(engine):
    before = counts(engine)
    with writing(engine) as connection:
        migrate.downgrade(connection, "0001")
        migrate.upgrade(connection)
    after = counts(engine)
    kept = set(METADATA.tables) - OF_COUNCILS - OF_PEOPLE - LATER
    assert {table: after[table] for table in kept} == {table: before[table] for table in kept}


def test_people_and_the_audit_come_and_go_without_touching_the_councils(engine):
    before = counts(engine)
    audit.note(WRITER, audit.Action.WRITE, "före")
    with writing(engine) as connection:
        migrate.downgrade(connection, "0002")
    assert tables(engine) == set(METADATA.tables) - OF_PEOPLE - LATER
    with writing(engine) as connection:
        migrate.upgrade(connection)
    assert counts(engine) == before | {"register_entry": 0}  # filled at the next start
    assert audit.note(WRITER, audit.Action.WRITE, "efter") == 1
    with reading(engine) as connection:
        assert audit.verify(connection).ok
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(text("DELETE FROM audit"))


def test_a_migration_that_fails_leaves_nothing_half_done(engine, monkeypatch):
    with writing(engine) as connection:
        migrate.downgrade(connection, "base")

    def fail(*_, **__):
        raise RuntimeError("mitt i")

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(fill, "insert_councils", fail)
        prepare(engine)
    assert tables(engine) == set()
    prepare(engine)
    assert counts(engine)["council"] > 0


def test_a_database_newer_than_the_code_is_refused(engine):
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(WrongSchema, match="9999, newer than this code"):
        prepare(engine)
    found = health()
    assert found["status"] == "fel"
    assert found["migration"] == {"database": "9999", "code": HEAD}
    assert found["database"] is True


def test_migrations_run_from_any_working_directory(empty_engine, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    prepare(empty_engine)
    assert os.listdir(tmp_path) == []
    assert tables(empty_engine) == set(METADATA.tables)
