from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from data_access.connect import writing
from data_access.picture_steps import withdraw
from data_access.schema import (
    ACCESS_TOKEN,
    API_TOKEN,
    APPEND_ONLY,
    PERSON,
    POPULATION_EDITION,
    USER_ACCESS,
)
from tests.data_access.pictures import published
from tests.data_access.released import CONTENTS, add_release, add_sum
from tests.data_access.reports import NATIONAL

# A column that every row has, and no other row rests on
CHANGES = dict.fromkeys(APPEND_ONLY, "source") | {"user_access": "label", "release": "note"}
CHANGES |= {"access_token": "label", "api_token": "label"}
CHANGES |= {"picture": "role", "picture_version": "text", "picture_step": "comment"}
CHANGES |= {"picture_frozen": "content", "picture_withdrawal": "reason"}


@pytest.fixture(autouse=True)
def access(request):
    """What each database lacks at first: a person's access, a release, a population read, and a
    lägesbild."""
    engine = request.getfixturevalue(
        "engine" if "engine" in request.fixturenames else "sqlite_engine"
    )
    row = {"person": "abc", "role": "lasare", "areas": "se", "reports": "", "label": "Test"}
    recorded = {"blocked": False, "recorded_at": datetime.now(UTC), "recorded_by": "test"}
    with writing(engine) as connection:
        connection.execute(insert(PERSON).values(id="abc", issuer="test", subject="test"))
        connection.execute(insert(USER_ACCESS).values(row | recorded))
        token = {"person": "abc", "label": "Test", "digest": "d", "areas": "se"}
        token |= {"valid_to": date(2030, 1, 1), "recorded_at": datetime.now(UTC)}
        connection.execute(insert(ACCESS_TOKEN).values(token | {"recorded_by": "test"}))
        of_others = {name: token[name] for name in token if name != "person"}
        of_others |= {"entries": "*@*", "recorded_by": "test"}
        connection.execute(insert(API_TOKEN).values(of_others))
        told = {"as_of": date(2024, 12, 31), "has_total": True, "source": "test"}
        told |= {"recorded_at": datetime.now(UTC), "recorded_by": "test"}
        connection.execute(insert(POPULATION_EDITION).values(told))
    add_release()
    withdraw(published(), "Fel", expected=1, viewer=NATIONAL)


def refuse(engine, sql):
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(text(sql))


def rows(engine, table):
    with engine.connect() as connection:
        return connection.execute(text(f"SELECT * FROM {table} ORDER BY id")).all()


def test_a_written_row_can_not_be_updated(engine):
    for table in APPEND_ONLY:
        before = rows(engine, table)
        refuse(engine, f"UPDATE {table} SET {CHANGES[table]} = 'annat'")
        refuse(engine, f"UPDATE {table} SET id = id + 100000")
        assert rows(engine, table) == before


def test_a_written_row_can_not_be_deleted(engine):
    for table in APPEND_ONLY:
        before = rows(engine, table)
        refuse(engine, f"DELETE FROM {table}")
        refuse(engine, f"DELETE FROM {table} WHERE id = (SELECT MAX(id) FROM {table})")
        assert rows(engine, table) == before


def test_a_table_can_not_be_emptied(engine):
    for table in APPEND_ONLY:
        if engine.dialect.name == "postgresql":
            refuse(engine, f"TRUNCATE {table} CASCADE")
            refuse(engine, f"SET session_replication_role = replica; DELETE FROM {table}")
        assert rows(engine, table)


def test_a_row_can_not_be_replaced_by_inserting_it_again(engine):
    for table in APPEND_ONLY:
        before = rows(engine, table)
        if engine.dialect.name == "sqlite":
            refuse(engine, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
            with engine.connect() as connection:  # nor by a program that sets no pragmas
                connection.exec_driver_sql("ROLLBACK")
                connection.exec_driver_sql("PRAGMA recursive_triggers = OFF")
                with pytest.raises(DBAPIError, match="append-only"):
                    connection.exec_driver_sql(f"REPLACE INTO {table} SELECT * FROM {table}")
                connection.exec_driver_sql("PRAGMA recursive_triggers = ON")
                connection.exec_driver_sql("BEGIN")
        else:
            refuse(
                engine,
                f"INSERT INTO {table} SELECT * FROM {table} WHERE true"
                f" ON CONFLICT (id) DO UPDATE SET {CHANGES[table]} = 'annat'",
            )
        assert rows(engine, table) == before


def test_a_council_can_not_be_replaced_by_its_code(sqlite_engine):
    # PostgreSQL has no INSERT OR REPLACE.
    engine = sqlite_engine
    columns = "code, name, level, recorded_at, recorded_by, source, is_example"
    replace = (
        f"INSERT OR REPLACE INTO council ({columns}) SELECT code, 'annat', level, recorded_at,"
        " recorded_by, source, is_example FROM council"
    )
    refuse(engine, replace)
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA recursive_triggers = OFF")
        with pytest.raises(DBAPIError, match="append-only"):
            connection.exec_driver_sql(replace)
        connection.exec_driver_sql("PRAGMA recursive_triggers = ON")
        connection.exec_driver_sql("BEGIN")


@pytest.mark.parametrize("table", ["released_count", "released_sum"])
def test_the_counts_of_a_release_can_not_be_changed_removed_or_replaced(engine, table):
    add_sum()
    refuse(engine, f"UPDATE {table} SET count = 3")
    refuse(engine, f"DELETE FROM {table}")
    if engine.dialect.name == "sqlite":
        refuse(engine, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        refuse(engine, f"TRUNCATE {table}")
    with engine.connect() as connection:
        assert connection.scalar(text(f"SELECT count FROM {table}")) == 5


def test_the_reports_of_a_release_can_not_be_changed_removed_or_replaced(engine):
    refuse(engine, "UPDATE released_report SET content = NULL")
    refuse(engine, "DELETE FROM released_report")
    if engine.dialect.name == "sqlite":
        refuse(engine, "INSERT OR REPLACE INTO released_report SELECT * FROM released_report")
    else:
        refuse(engine, "TRUNCATE released_report")
    with engine.connect() as connection:
        kept = connection.scalars(text("SELECT content FROM released_report")).all()
        assert set(kept) == set(CONTENTS.values())


def test_every_table_with_two_clocks_is_protected(engine):
    from data_access.schema import METADATA

    recorded = {t.name for t in METADATA.tables.values() if "recorded_at" in t.columns}
    assert recorded == set(APPEND_ONLY)
