"""Readers' own role on PostgreSQL: it reads what readers are shown, and is refused all else."""

import ast
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import data_access
import settings
from data_access import audit, cache, connect, sessions
from data_access.__main__ import main as command
from data_access.approval import approve
from data_access.connect import BadDatabaseUrl, reading, writing
from data_access.engine import DatabaseUnavailable, ensure_prepared, prepare
from data_access.health import health
from data_access.people import ensure_person, list_people
from data_access.raw.store import prepare_raw, reading_raw, to_raw_address
from data_access.reader_role import WrongRole
from data_access.released_rates import fetch_rates
from data_access.releasing import make_release
from data_access.schema import FOR_READERS, METADATA
from tests.data_access.pictures import published
from tests.data_access.reader_roles import add_role, as_role
from tests.data_access.reports import FULL, MEASURES, NATIONAL, READER, newest, sent
from tests.data_access.test_scope import QUESTIONS
from tests.viewers import ADMIN

# Of people, of the audit, and of the house's own work: no reader asks for them
NOT_FOR_READERS = {
    "access_token", "access_token_end", "api_token", "api_token_end", "audit", "audit_head",
    "delivered", "lease", "person", "picture", "picture_step", "picture_version", "user_access",
    "user_session",
}  # fmt: skip


@pytest.fixture
def set_reader(monkeypatch):
    """set_reader(address): what readers ask is asked there."""
    used = []

    def use(address):
        monkeypatch.setenv("BOB_READER_DATABASE_URL", address)
        settings.load.cache_clear()
        used.append(address)

    yield use
    for address in used:
        connect.dispose(address)
    monkeypatch.undo()
    settings.load.cache_clear()


@pytest.fixture
def main(make_database, use_database):
    """The address of a PostgreSQL database of the test's own, in the settings."""
    address = make_database("postgresql")
    use_database(address)
    return address


@pytest.fixture
def role(postgresql, main, set_reader):
    """The name of a role of readers', made ready."""
    name = add_role(postgresql)
    set_reader(as_role(main, name))
    ensure_prepared()
    return name


def execute(sql):
    with writing(chain=None) as connection:
        connection.execute(text(sql))


def refused(sql):
    with pytest.raises(DBAPIError, match="permission denied") as error, reading() as connection:
        connection.execute(text(sql))
    return str(error.value.orig)


def test_every_table_is_for_readers_or_is_not():
    assert set(FOR_READERS) | NOT_FOR_READERS == set(METADATA.tables)
    assert not set(FOR_READERS) & NOT_FOR_READERS


def test_readers_reach_nothing_of_what_is_reported(role):
    sent({MEASURES: (FULL,)})
    with reading() as connection:
        assert connection.scalar(text("SELECT current_user")) == role
    for table in ("reported_value", "submission", "released", "draft"):
        assert "schema inlamnat" in refused(f"SELECT * FROM inlamnat.{table}")
    assert "to set role" in refused("SET ROLE postgres")
    with reading_raw() as connection:  # what was refused is there, for those it is for
        assert connection.scalar(text("SELECT count(*) FROM reported_value"))


@pytest.mark.parametrize("table", sorted(NOT_FOR_READERS))
def test_readers_do_not_reach_people_and_audit(role, table):
    assert table in refused(f"SELECT * FROM {table}")


@pytest.mark.parametrize("table", FOR_READERS)
def test_readers_write_nothing(role, table):
    assert table in refused(f"INSERT INTO {table} SELECT * FROM {table}")
    assert table in refused(f"DELETE FROM {table}")


def test_every_question_of_readers_is_answered(role):
    sent({MEASURES: (FULL,)})
    approve([newest().id], viewer=NATIONAL)
    number = make_release(viewer=NATIONAL)
    published()
    cache.forget_answers()
    for ask in QUESTIONS.values():
        ask(READER)
    found = fetch_rates("atgard", "samtal", "riket", (), release=number, viewer=READER)
    assert len(found) == 1


def test_people_sign_in_and_the_audit_is_read_beside_it(role):
    person = ensure_person("https://idp", "ett")
    audit.note(ADMIN, audit.Action.EXPORT, "prov")
    assert person in list_people(viewer=ADMIN)["person"].to_list()
    assert not sessions.is_open({"iss": "https://idp", "sub": "ett", "iat": 1})
    assert audit.check_chain(viewer=ADMIN).ok
    assert audit.search_audit(viewer=ADMIN)["what"].to_list() == ["prov"]


def test_health_tells_when_readers_can_not_ask(role, postgresql, main):
    assert health()["status"] == "ok"
    connect.dispose(as_role(main, role))
    postgresql.tell(f"ALTER ROLE {role} NOLOGIN")
    told = health()
    assert told["status"] == "fel"
    assert "BOB_READER_DATABASE_URL" in told["reason"]


def test_a_table_that_the_role_lacks_is_given_at_the_next_start(role):
    execute(f"REVOKE SELECT ON council, released_count FROM {role}")
    assert "council" in refused("SELECT * FROM council")
    prepare(connect.engine())
    with reading() as connection:
        connection.execute(text("SELECT * FROM council, released_count"))


TOO_MUCH = {
    "USAGE ON SCHEMA inlamnat": "reaches what is reported, in the schema inlamnat",
    "SELECT ON person": "may read person",
    "SELECT (subject) ON audit": "may read audit",
    "INSERT ON council_event": "may write council_event",
    "UPDATE (name) ON area": "may write area",
    "postgres": "reaches what is reported",
}


@pytest.mark.parametrize(("more", "told"), TOO_MUCH.items())
def test_a_role_that_is_let_too_much_is_not_served(role, more, told):
    execute(f"GRANT {more} TO {role}")
    with pytest.raises(WrongRole, match=told):
        prepare(connect.engine())


def test_the_owner_itself_is_no_readers_role(main, set_reader):
    set_reader(main)
    with pytest.raises(WrongRole, match="reaches what is reported"):
        prepare(connect.engine())


def test_tables_that_somebody_else_owns_must_be_given_by_her(role, postgresql, main, use_database):
    execute(f"REVOKE SELECT ON area FROM {role}")
    other = add_role(postgresql)
    for schema in ("public", "inlamnat"):
        execute(f"GRANT USAGE, CREATE ON SCHEMA {schema} TO {other}")
        execute(f"GRANT ALL ON ALL TABLES IN SCHEMA {schema} TO {other}")
    use_database(as_role(main, other))
    with pytest.raises(WrongRole, match="may not read area"):
        prepare(connect.engine())


def test_it_must_be_the_same_database(role, set_reader, make_database):
    set_reader(as_role(make_database("postgresql"), role))
    with pytest.raises(BadDatabaseUrl, match=r"not the same database.*BOB_READER_DATABASE_URL"):
        prepare(connect.engine())


@pytest.mark.parametrize("address", ["sqlite:////tmp/annan.db", "inget", "mysql://host/x"])
def test_an_address_that_is_no_role_is_said_so(main, set_reader, address):
    set_reader(address)
    with pytest.raises(BadDatabaseUrl, match="check BOB_READER_DATABASE_URL"):
        prepare(connect.engine())


def test_an_embedded_database_has_no_roles(sqlite_engine, set_reader):
    set_reader("postgresql://lasare@127.0.0.1:1/bob")
    with pytest.raises(BadDatabaseUrl, match="on PostgreSQL alone"):
        prepare(sqlite_engine)


def test_readers_who_can_not_ask_are_told_of_by_their_own_setting(main, set_reader):
    set_reader("postgresql://lasare@127.0.0.1:1/bob")
    with pytest.raises(DatabaseUnavailable, match="check BOB_READER_DATABASE_URL"):
        prepare(connect.engine())
    with (
        pytest.raises(DatabaseUnavailable, match="check BOB_READER_DATABASE_URL"),
        reading() as connection,
    ):
        connection.execute(text("SELECT 1"))


def test_what_is_reported_can_have_a_role_that_may_not_make_schemas(
    postgresql, make_database, use_database, monkeypatch
):
    """Then not even the program's own role of the main database reaches it."""
    main = make_database("postgresql", prepared=False)
    use_database(main)
    store, program = add_role(postgresql), add_role(postgresql)
    execute(f"CREATE SCHEMA inlamnat AUTHORIZATION {store}")
    execute(f"GRANT CREATE ON SCHEMA public TO {program}")
    use_database(as_role(main, program))
    monkeypatch.setenv("BOB_RAW_DATABASE_URL", as_role(main, store))
    settings.load.cache_clear()
    ensure_prepared()
    prepare_raw()
    sent({MEASURES: (FULL,)})
    assert newest().rows == (FULL,)
    with (
        pytest.raises(DBAPIError, match="permission denied for schema inlamnat"),
        writing() as connection,
    ):
        connection.execute(text("SELECT * FROM inlamnat.submission"))
    connect.dispose(to_raw_address())


def test_who_asks_of_people_or_audit_says_that_it_is_not_a_readers_question():
    """`reading()` alone is asked as readers' role, which would be refused."""
    own = {name.upper() for name in NOT_FOR_READERS}
    for file in Path(data_access.__path__[0]).glob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        bare = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "reading"
            and not node.args
        ]
        assert not (names & own and bare), (file.name, bare)


def test_the_command_line_says_why_in_one_line(role, main, capsys):
    execute(f"GRANT INSERT ON area TO {role}")
    assert command(["prepare"]) == 1
    told = capsys.readouterr().err
    assert f"the role {role} of BOB_READER_DATABASE_URL may write area" in told
