"""Real servers, each started once a session when it is first asked for: both ways to serve, and two
without their database."""

import http.client
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from tests.served import Served, free_port
from tests.web.data_folder import copy_to

COMMANDS = ("streamlit", "uvicorn")
AWAY = ("not-a-database", "dead-postgresql")


@dataclass(frozen=True)
class Answer:
    """What came back, headers and body as they were sent."""

    status: int
    headers: Message
    body: bytes


def ask(served: Served, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request with exactly these headers; underscores in their names become hyphens."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def _start(folder: Path, command: str, database: str) -> Served:
    environment = {}
    if database == "not-a-database":
        (folder / "bob.db").write_bytes(b"this is a letter, not a database\n" * 200)
    if database == "dead-postgresql":
        url = f"postgresql://bob:hemligt@127.0.0.1:{free_port()}/bob"
        environment = {"BOB_DATABASE_URL": url}
    return Served(folder, environment=environment, command=command).start()


@pytest.fixture(scope="session")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Served]]:
    """fleet("uvicorn"): that server, which runs on until the session is over."""
    plans = {name: (name, "") for name in COMMANDS} | {name: ("uvicorn", name) for name in AWAY}
    running: dict[str, Served] = {}

    def get(name: str) -> Served:
        if name not in running:
            running[name] = _start(copy_to(tmp_path_factory.mktemp(name)), *plans[name])
        return running[name]

    yield get
    for one in running.values():
        one.stop()


@pytest.fixture(scope="session", params=COMMANDS)
def served(request: pytest.FixtureRequest, fleet: Callable[[str], Served]) -> Served:
    """The app with example data, served in each supported way."""
    return fleet(request.param)


@pytest.fixture(scope="session", params=AWAY)
def served_without_database(
    request: pytest.FixtureRequest, fleet: Callable[[str], Served]
) -> Served:
    """The app where the database cannot be reached."""
    return fleet(request.param)


@pytest.fixture
def send(served: Served) -> Callable[..., Answer]:
    """send(path, method="GET", **headers): what the server answers."""
    return lambda path, method="GET", **headers: ask(served, path, method, **headers)
