"""The API asked as a program asks it, on data that tests share or have of their own."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.testclient import TestClient

import clock
import settings
from data_access import api_admission, cache
from data_access.api_tokens import create_api_token
from tests.data_access.released_years import add_years
from tests.viewers import ADMIN
from tests.web.data_folder import Fill, copy_to, filled, named
from tests.web.guarded import SIGN_IN
from web.api import asking
from web.api.kept import forget_kept
from web.readiness import Readiness
from web.routes import to_routes

__all__ = ["filled"]

Ask = Callable[..., Response]


def make_client(folder: Path) -> TestClient:
    """The app's own routes alone, without the guard."""
    return TestClient(
        Starlette(routes=to_routes(folder, Readiness(lambda: None))), base_url="http://localhost"
    )


def forget() -> None:
    """What is remembered of keys, counts and answers, and of the database."""
    _forget_asked()
    cache.forget_answers()


def _forget_asked() -> None:
    asking.forget()
    api_admission.forget_remembered()
    forget_kept()


@pytest.fixture
def data(filled: Callable[[Fill], Path]) -> Iterator[Path]:
    """The settings name three years of released counts, as a demonstration, for those who only
    read."""
    folder = filled(add_years)
    _forget_asked()
    yield folder
    _forget_asked()


@pytest.fixture
def data_of_own(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it, for those who write in it."""
    with named(copy_to(tmp_path, add_years), monkeypatch):
        forget()
        yield tmp_path
    forget()


@pytest.fixture
def ask(data: Path) -> Ask:
    """ask(path, **headers): the answer of an address below /api/v1; underscores in the names of
    headers become hyphens."""
    client = make_client(data)

    def send(path: str, method: str = "GET", **headers: str) -> Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.request(method, f"/api/v1{path}", headers=named, follow_redirects=False)

    return send


@pytest.fixture
def open_data(data_of_own: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """open_data("rad@lpo"): sign-in is set up, and that is open for all."""

    def use(text: str) -> None:
        for name, value in SIGN_IN.items():
            monkeypatch.setenv(f"BOB_{name.upper()}", value)
        monkeypatch.setenv("BOB_EXAMPLE_DATA", "true")
        monkeypatch.setenv("BOB_OPEN_DATA", text)
        settings.load.cache_clear()
        forget()

    return use


@pytest.fixture
def key_to(open_data: Callable[[str], None]) -> Callable[..., str]:
    """key_to("pr-nord", entries=("*@*",)): the Authorization header of a key, with sign-in set up
    and nothing open."""
    open_data("")

    def make(*areas: str, entries: tuple[str, ...] = ("*@*",), days: int = 30) -> str:
        last = clock.today() + timedelta(days=days)
        return f"Bearer {create_api_token('Prov', areas, entries, last, viewer=ADMIN)}"

    return make


def to_problem(answer: Response) -> tuple[int, str]:
    """(status, name) of a problem, which must be one as the standard has it."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    told = answer.json()
    assert told["status"] == answer.status_code and told["title"]
    assert set(told) <= {"type", "title", "status", "detail"}
    start, name = told["type"].split("#")
    assert start == "/api/v1/"
    return answer.status_code, name
