"""One data folder with outlines and a filled database, made once and copied to each user of it."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

import settings
from data_access import connect, prepare
from geodata.store import ensure_outlines


@lru_cache(maxsize=1)
def _template() -> tempfile.TemporaryDirectory[str]:
    holder = tempfile.TemporaryDirectory(prefix="bob-data-")
    folder = Path(holder.name)
    ensure_outlines(folder / "areas")
    engine = connect.build_engine(f"sqlite:///{folder / 'bob.db'}")
    prepare.prepare(engine)
    engine.dispose()  # closes the last connection, which brings the WAL into the file
    return holder


def template_folder() -> Path:
    """The folder itself, for those who only read."""
    return Path(_template().name)


def copy_to(folder: Path) -> Path:
    """Fill the folder with outlines and database, as after a first start."""
    shutil.copytree(template_folder(), folder, dirs_exist_ok=True)
    return folder


@pytest.fixture
def example_data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The settings name the folder, until the test is over."""
    monkeypatch.setenv("BOB_DATA_DIR", str(template_folder()))
    monkeypatch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    yield template_folder()
    monkeypatch.undo()
    settings.load.cache_clear()
