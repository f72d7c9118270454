"""The pages as Streamlit runs them, on example data in a folder of the session's own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import settings
from data_access import cache, connect
from data_access.version import fetch_version
from data_access.viewer import DEMONSTRATION
from pages import answer, first_map
from tests.components import packages_searched_once
from tests.statements import asked
from tests.web.data_folder import Fill, copy_to, example_data, filled, named, template_folder

__all__ = ["asked", "example_data", "filled", "packages_searched_once"]

MAIN = Path(__file__).parent.parent.parent / "pages" / "main.py"
OTHERS = (
    "karta", "omrade", "etablering", "tackning", "deltagande", "insatser", "exempel",
    "lagesbilder", "rapporter", "om",
)  # fmt: skip
START = "oversikt"
ANSWERS = 16_384  # room for those of every database that a process tests on


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no browser here that could draw a map first, or paint an answer."""
    monkeypatch.setattr(first_map, "LONGEST_WAIT", 0.0)
    monkeypatch.setattr(answer, "time", SimpleNamespace(sleep=lambda _seconds: None))


@pytest.fixture(autouse=True)
def kept_for_the_next(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is kept of one database neither crowds out what is kept of another, nor goes with it
    when a test has all forgotten."""
    monkeypatch.setattr(cache, "SIZE", ANSWERS)
    with cache._lock:  # a part of an earlier test may still be asking
        before, forgotten = dict(cache._answers), cache.count_forgotten()
    yield
    if cache.count_forgotten() != forgotten:
        cache._answers.update(before)


@contextmanager
def answers_of(source: Path, folder: Path) -> Iterator[None]:
    """What is kept of a database holds for a copy of it too, as long as that is of its version,
    and what is asked of the copy then holds for the next."""
    own = connect.current_address()
    of_source = own.replace(str(folder), str(source))
    version, chosen = fetch_version(viewer=DEMONSTRATION), settings.load()
    _hand_over(of_source, own, version)
    yield
    if settings.load() == chosen:
        _hand_over(own, of_source, version)
    for key in _answers_at(own):
        cache._answers.pop(key, None)


def _hand_over(one: str, other: str, version: str) -> None:
    for key, answer_of in _answers_at(one).items():
        if key[1].startswith(f"{version} "):
            cache._answers[other, *key[1:]] = answer_of


def _answers_at(address: str) -> dict[Any, Any]:
    with cache._lock:
        return {key: one for key, one in cache._answers.items() if key[0] == address}


@pytest.fixture
def example_data_of_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the example data, for those who write in it (a refusal is written too)."""
    with named(copy_to(tmp_path), monkeypatch), answers_of(template_folder(), tmp_path):
        yield tmp_path


@pytest.fixture(scope="module")
def example_data_of_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy for a whole file, where no test reads what another writes."""
    folder = copy_to(tmp_path_factory.mktemp("file"))
    with (
        pytest.MonkeyPatch.context() as patch,
        named(folder, patch),
        answers_of(template_folder(), folder),
    ):
        yield folder


@pytest.fixture
def filled_of_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Fill], Path]]:
    """filled_of_own(add_years): a copy of what `filled` gives, for those who write in it."""
    with ExitStack() as stack:

        def use(fill: Fill) -> Path:
            stack.enter_context(named(copy_to(tmp_path, fill), monkeypatch))
            stack.enter_context(answers_of(template_folder(fill), tmp_path))
            return tmp_path

        yield use


@pytest.fixture
def open_page(example_data: Path) -> Callable[..., AppTest]:
    """open_page("karta", dag="2024-12-31"): the page at that address, run once."""
    return show


def show(page: str, **parameters: str) -> AppTest:
    """The page at that address, run once, as the first that a visitor opens."""
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    if page != START:
        app.switch_page(f"{page}.py")  # found by its file's name, which is its address too
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def show_each(**parameters: str) -> Iterator[tuple[str, AppTest]]:
    """(name, page) of every page at that address, in one visit: a start is the dear part."""
    app = show(START, **parameters)
    yield START, app
    for page in OTHERS:
        app.switch_page(f"{page}.py")
        app.query_params.clear()
        for name, value in parameters.items():
            app.query_params[name] = value
        yield page, app.run()
