"""Data that is made once, and what copies go to."""

from collections.abc import Callable, Iterator

import pytest

import settings
from data_access.stores import open_stores
from tests.web.data_folder import filled

__all__ = ["filled"]


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """training(): people sign in from now on, and all is example data."""

    def use() -> None:
        monkeypatch.setenv("BOB_OIDC_METADATA_URL", "http://127.0.0.1:1/none")
        monkeypatch.setenv("BOB_EXAMPLE_DATA", "true")
        settings.load.cache_clear()

    return use


@pytest.fixture
def place(make_database: Callable[..., str]) -> Iterator[Callable[[str], str]]:
    """place(kind): address of an empty database."""
    made: list[str] = []

    def make(kind: str) -> str:
        made.append(make_database(kind, prepared=False))
        return made[-1]

    yield make
    for address in made:
        open_stores(address).dispose()
