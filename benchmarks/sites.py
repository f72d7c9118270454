"""The two pages that are measured beside each other, each served by a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, Error, Page

from benchmarks import api
from benchmarks.wire import Wire
from tests.served import ROOT, Served

CLOCK = (Path(__file__).parent / "clock.js").read_text("utf-8")
VIEWPORT = {"width": 1440, "height": 1000}


class NeverPainted(RuntimeError):
    """What was waited for did not appear within the limit."""

    def __init__(self, site: str, what: str) -> None:
        super().__init__(f"{site}: never painted: {what}")


@dataclass(frozen=True, eq=False)
class Site:
    """A served page: where it is, what is waited for, and which select box changes what."""

    name: str
    server: Served
    path: str
    first: str
    select: str
    place: str

    def cpu_seconds(self) -> float:
        """CPU that the server has used so far, user and system."""
        assert self.server.process is not None
        times = psutil.Process(self.server.process.pid).cpu_times()
        return float(times.user + times.system)


_SAID = ".st-key-svar strong"
# Pages of follow-up: name, address, the select box whose change is measured, and the answer
FOLLOWED = (
    ("Översikt", "/", "Polisregion", _SAID),
    ("Trender", "/trender", "Indikator", _SAID),
    ("Etablering", "/etablering", "Polisregion", _SAID),
    ("Täckning", "/tackning", "Polisregion", _SAID),
    ("Deltagande", "/deltagande", "Till och med", _SAID),
    ("Insatser och mål", "/insatser", "Polisregion", _SAID),
    ("Goda exempel", "/exempel", "Polisregion", _SAID),
    ("Lägesbilder", "/lagesbilder", "Polisregion", _SAID),
)


@contextmanager
def serve(folder: Path) -> Iterator[tuple[Site, list[Site], Site]]:
    """Karta with the data that a visitor meets, the pages of follow-up on twenty years of it, and
    the empty page; all with the same settings."""
    empty_script = Path(__file__).parent / "empty.py"
    app, empty = Served(folder / "app"), Served(folder / "empty", script=empty_script)
    later = Served(folder / "later", api.ENVIRONMENT, command="uvicorn", app="benchmarks.later:app")
    fill(app.data_dir, "data_access", "example")
    fill(later.data_dir, "benchmarks.years")
    fill(later.data_dir, "pages.picture_example")
    try:
        for server in (app, later, empty):
            server.start()
        drawn = "#map_div[data-ritad] path.bob-area"
        yield (
            Site("Karta", app, "/karta", drawn, "Indikator", "map"),
            [
                Site(name, later, path, answer, select, "answer")
                for name, path, select, answer in FOLLOWED
            ],
            Site("empty page", empty, "/", "[role=combobox]", "Choice", "text"),
        )
    finally:
        for server in (app, later, empty):
            server.stop()


def fill(folder: Path, *command: str) -> None:
    """Run a module of ours on a data folder."""
    own = {**os.environ, "BOB_DATA_DIR": str(folder)}
    run = [sys.executable, "-m", *command]
    subprocess.run(run, cwd=ROOT, env=own, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def visit(browser: Browser, site: Site) -> Iterator["Visit"]:
    """A new visitor with an empty cache, until the page is first painted."""
    context = browser.new_context(viewport=VIEWPORT, locale="sv-SE")
    try:
        context.add_init_script(CLOCK + f"window.clock.watch({site.first!r});")
        page = context.new_page()
        found = Visit(site, page, Wire(page))
        page.goto(site.server.address + site.path)
        found.wait()
        yield found
    finally:
        context.close()


@dataclass(eq=False)
class Visit:
    """An open page of a site."""

    site: Site
    page: Page
    wire: Wire

    def wait(self) -> float:
        """Milliseconds of the cold load."""
        return float(self.ask("window.clock.cold"))

    def ask(self, script: str, argument: object = None) -> Any:
        """The answer of a clock; NeverPainted when its limit passes."""
        try:
            return self.page.evaluate(script, argument)
        except Error as error:
            raise NeverPainted(self.site.name, error.message) from error

    def rest(self, seconds: float) -> None:
        """Let the page come to rest, taking in what the browser reports."""
        self.page.wait_for_timeout(seconds * 1000)

    def settle(self, quiet: float = 0.7) -> None:
        """Wait until nothing has moved for a while."""
        moved, since = self.wire.kilobytes, time.monotonic()
        while time.monotonic() - since < quiet:
            self.rest(0.05)
            if self.wire.kilobytes != moved:
                moved, since = self.wire.kilobytes, time.monotonic()
