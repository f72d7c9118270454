"""The pages as Streamlit runs them, on example data in a folder of the session's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import settings
from data_access import connect
from pages import first_map
from tests.web.data_folder import copy_to, example_data

__all__ = ["example_data"]

MAIN = Path(__file__).parent.parent.parent / "pages" / "main.py"
OTHERS = (
    "karta", "omrade", "etablering", "tackning", "deltagande", "insatser", "lagesbilder", "om",
)  # fmt: skip
START = "oversikt"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no browser here that could draw a map first."""
    monkeypatch.setattr(first_map, "LONGEST_WAIT", 0.0)


@pytest.fixture
def example_data_of_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the example data, for those who write in it (a refusal is written too)."""
    monkeypatch.setenv("BOB_DATA_DIR", str(copy_to(tmp_path)))
    monkeypatch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    yield tmp_path
    connect.dispose(connect.current_address())
    monkeypatch.undo()
    settings.load.cache_clear()


@pytest.fixture
def open_page(example_data: Path) -> Callable[..., AppTest]:
    """open_page("karta", dag="2024-12-31"): the page at that address, run once."""
    return show


def show(page: str, **parameters: str) -> AppTest:
    """The page at that address, run once."""
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    if "roll" in parameters:
        app.query_params["roll"] = parameters["roll"]
    if page != START:
        app.run()  # the menu is known after the first run
        app.switch_page(f"{page}.py")
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
