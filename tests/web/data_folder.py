"""Data folders with outlines and a filled database, made once a run and copied to their users."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest

import settings
from data_access import connect, prepare
from data_access.raw.store import to_raw_address
from geodata.store import ensure_outlines
from tests.once import folder_of_own, made_once

Fill = Callable[[], object]


def copy_to(folder: Path, fill: Fill | None = None) -> Path:
    """Fill the folder with outlines and database, as after a first start, and with what `fill`
    (a function of a module) writes in them."""
    shutil.copytree(_made(fill) if fill else _example(), folder, dirs_exist_ok=True)
    return folder


def _example() -> Path:
    return made_once("example", _make_example)


def _make_example(folder: Path) -> None:
    ensure_outlines(folder / "areas")
    engine = connect.build_engine(f"sqlite:///{folder / 'bob.db'}")
    prepare.prepare(engine)
    engine.dispose()  # closes the last connection, which brings the WAL into the file
    connect.dispose(to_raw_address(f"sqlite:///{folder / 'bob.db'}"))


def _made(fill: Fill) -> Path:
    def make(folder: Path) -> None:
        copy_to(folder)
        with pytest.MonkeyPatch.context() as patch, named(folder, patch):
            prepare.ensure_prepared()
            fill()

    name = f"{fill.__module__}.{fill.__qualname__}"
    assert "<" not in name, "a function within another has no name of its own"
    return made_once(name, make)


@contextmanager
def named(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """The settings name the folder within; after it its database is closed, and `patch` undone."""
    patch.setenv("BOB_DATA_DIR", str(folder))
    patch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    address = connect.current_address()
    try:
        yield
    finally:
        connect.dispose(address)
        connect.dispose(to_raw_address(address))
        patch.undo()
        settings.load.cache_clear()


@contextmanager
def read_only(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """The settings name the folder within. It stays open and what is kept of it stays kept, so
    nobody may write in it: who does uses a folder of the test's own."""
    before = _to_marks(folder)
    patch.setenv("BOB_DATA_DIR", str(folder))
    patch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    yield
    patch.undo()
    settings.load.cache_clear()
    assert _to_marks(folder) == before, "written in what others read too"


def _to_marks(folder: Path) -> dict[str, int]:
    """Others after each write. A log without a row comes by reading, and tells nothing."""
    files = [file for file in folder.glob("*.db*") if not file.name.endswith("-shm")]
    return {file.name: crc32(file.read_bytes()) for file in files if file.stat().st_size}


@cache
def _to_read(fill: Fill | None) -> Path:
    """The process's own copy for those who only read, so that what is kept of it stays kept."""
    return copy_to(folder_of_own(), fill)


def template_folder(fill: Fill | None = None) -> Path:
    """Example data for those who only read, with what `fill` writes in it."""
    return _to_read(fill)


@pytest.fixture
def example_data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The settings name example data that nobody may write in, until the test is over."""
    with read_only(template_folder(), monkeypatch):
        yield template_folder()


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Fill], Path]]:
    """filled(add_years): as `example_data`, with what that function writes, called once a run."""
    with ExitStack() as stack:

        def use(fill: Fill) -> Path:
            folder = _to_read(fill)
            stack.enter_context(read_only(folder, monkeypatch))
            return folder

        yield use
