"""Databases to test on: SQLite, and a real PostgreSQL that the tests start themselves."""

import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import hypothesis
import psutil
import pytest
from sqlalchemy import Engine, make_url

import settings
from data_access import cache, connect, prepare
from data_access.raw.store import to_raw_address
from tests import once, postgres
from tests.postgres import Postgres
from tests.served import Served
from web import collector

KINDS = ("sqlite", "postgresql")
# Tests are never timed: a machine that is busy elsewhere is no fault. They draw the same cases at
# each run, so that what fails has changed; `--hypothesis-profile=long` looks for new ones
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile(
    "long",
    max_examples=4_000,
    deadline=None,
    derandomize=False,
    suppress_health_check=list(hypothesis.HealthCheck),
)
hypothesis.settings.load_profile("same")
WORKER = 1_500_000_000  # bytes of a process that runs tests, with its server and its browser
Fill = Callable[[], object]
_numbers = count(1)
_MAIN = sys.modules["__main__"]


def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores, since one waits while another works, as far as there is memory
    for them."""
    room = psutil.virtual_memory().available // WORKER
    return int(max(1, min(len(os.sched_getaffinity(0)) + 1, room)))


@pytest.fixture(autouse=True)
def own_main() -> None:
    """Streamlit leaves the page it ran as `__main__`, and a process that a later test starts would
    run it again. Set for good: a test that undoes its own patches must not bring the page back."""
    sys.modules["__main__"] = _MAIN


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgres]:
    """A PostgreSQL server of the session's own, gone when the tests are."""
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session")
def make_database(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Callable[..., str]:
    """make_database(kind, prepared=True, fill=None) → address of a database of its own, which
    holds what `fill`, a function of a module, writes in the one that the settings name."""
    folder = tmp_path_factory.mktemp("databases")
    templates: dict[tuple[str, Fill | None], str] = {}

    def template(kind: str, fill: Fill | None) -> str:
        """Made once, and copied."""
        if (kind, fill) not in templates:
            if fill:
                address = copied(kind, template(kind, None))
                with filling(address):
                    fill()
            else:
                address = _empty(kind, new_name(), folder, request)
                built = connect.build_engine(address)
                prepare.prepare(built)
                built.dispose()  # closes the last connection, which brings the WAL into the file
            connect.dispose(to_raw_address(address))
            templates[kind, fill] = address
        return templates[kind, fill]

    def copied(kind: str, source: str) -> str:
        name = new_name()
        if kind == "sqlite":
            address = f"sqlite:///{folder / name}.db"
            for one in (str, to_raw_address):  # the store of what is reported lies beside it
                old, new = one(source), one(address)
                shutil.copy(old.removeprefix("sqlite:///"), new.removeprefix("sqlite:///"))
            return address
        server: Postgres = request.getfixturevalue("postgresql")
        server.tell(
            f"CREATE DATABASE {name} TEMPLATE {make_url(source).database} STRATEGY FILE_COPY"
        )
        return server.get_uri(name)

    def make(kind: str, *, prepared: bool = True, fill: Fill | None = None) -> str:
        if not prepared:
            return _empty(kind, new_name(), folder, request)
        return copied(kind, template(kind, fill))

    return make


def new_name() -> str:
    return f"db{next(_numbers)}"


@contextmanager
def filling(address: str) -> Iterator[None]:
    """The settings name the database within; after it nothing of ours is connected to it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOB_DATABASE_URL", address)
        settings.load.cache_clear()
        yield
        connect.dispose(address)
    settings.load.cache_clear()
    cache.forget_answers()


def _empty(kind: str, name: str, folder: Path, request: pytest.FixtureRequest) -> str:
    if kind == "sqlite":
        return f"sqlite:///{folder / name}.db"
    server: Postgres = request.getfixturevalue("postgresql")
    server.tell(f"CREATE DATABASE {name}")
    return server.get_uri(name)


@pytest.fixture
def use_database(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Callable[..., None]]:
    """use_database(address): that is the one in the settings, until the test is over; then it is
    gone if `is_own`, from memory that the tests have little of."""
    used: list[str] = []
    own: dict[str, Postgres] = {}

    def use(address: str, *, is_own: bool = False) -> None:
        monkeypatch.setenv("BOB_DATABASE_URL", address)
        settings.load.cache_clear()
        used.append(address)
        if is_own and not address.startswith("sqlite"):
            own[str(make_url(address).database)] = request.getfixturevalue("postgresql")

    yield use
    for address in used:
        connect.dispose(address)
        with suppress(connect.BadDatabaseUrl):
            connect.dispose(to_raw_address(address))
    for name, server in own.items():
        server.discard(name)
    monkeypatch.undo()
    settings.load.cache_clear()
    cache.forget_answers()
    prepare.forget_prepared()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each engine that is supported."""
    return str(request.param)


@pytest.fixture
def empty_engine(
    kind: str, make_database: Callable[..., str], use_database: Callable[..., None]
) -> Engine:
    """A database with nothing in it, in the settings, on each engine."""
    use_database(make_database(kind, prepared=False), is_own=True)
    return connect.engine()


@pytest.fixture
def engine(
    kind: str, make_database: Callable[..., str], use_database: Callable[..., None]
) -> Engine:
    """A database of the test's own with facts and example data, in the settings, on each engine."""
    use_database(make_database(kind), is_own=True)
    return connect.engine()


@pytest.fixture
def filled_engine(
    kind: str, make_database: Callable[..., str], use_database: Callable[..., None]
) -> Callable[[Fill], Engine]:
    """filled_engine(publish): as `engine`, with what that function writes, called once."""

    def use(fill: Fill) -> Engine:
        use_database(make_database(kind, fill=fill), is_own=True)
        return connect.engine()

    return use


@pytest.fixture
def filled_sqlite(
    make_database: Callable[..., str], use_database: Callable[..., None]
) -> Callable[[Fill], Engine]:
    """As `filled_engine`, on SQLite alone: for what can't differ between engines."""

    def use(fill: Fill) -> Engine:
        use_database(make_database("sqlite", fill=fill), is_own=True)
        return connect.engine()

    return use


@pytest.fixture
def sqlite_engine(make_database: Callable[..., str], use_database: Callable[..., None]) -> Engine:
    """As `engine`, on SQLite alone: for what can't differ between engines."""
    use_database(make_database("sqlite"), is_own=True)
    return connect.engine()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails on a page shows why: the servers that it used log it, and nobody else."""
    report = yield
    if report.failed:
        servers = [one for one in item.funcargs.values() if isinstance(one, Served)]
        report.sections += [("the server's log", one.troubles()[-8000:]) for one in servers]
    return report


def pytest_configure(config: pytest.Config) -> None:
    once.open_run(config)


def pytest_collection_finish() -> None:
    """As when the server starts: a whole look takes a fourth of a second, at what all stays."""
    collector.settle()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A test skipped for want of a part is a failure: everything is to run everywhere."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped") and exitstatus == pytest.ExitCode.OK:
        reporter.write_line("skipped tests count as failed", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
