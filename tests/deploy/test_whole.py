"""What a large installation stands: processes, proxy, databases and networks are lost while people
work. Nothing that was reported is lost or doubled, readers meet a calm page at most and come back
by themselves, and health tells the truth. How long each took is printed (`pytest -rP`)."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright
from playwright.sync_api import TimeoutError as Late
from sqlalchemy import select

import clock
import settings
from data_access import cache, connect
from data_access.engine import DatabaseUnavailable
from data_access.errors import DatabaseFull
from data_access.importing import READ
from data_access.raw.schema import DRAFT
from data_access.raw.store import reading_raw, to_raw_address
from indicators.periods import Quarter
from tests.browser.conftest import settle, skip_look
from tests.browser_binary import NO_COMPILERS, ONE_PROCESS, launch
from tests.data_access.reporting_door import (
    add,
    check_audit,
    count_rows,
    read_plain,
    to_plain,
    to_viewer,
)
from tests.deploy.whole import Whole
from tests.deploy.writer import REGION, to_files

PLACE = "Kvinnor 15–17"
ANSWER = ".st-key-svar strong"
REGIONS = {"pr-syd": "Syd", "pr-nord": "Nord", "pr-vast": "Väst", "pr-ost": "Öst"}
LIMIT = 90  # seconds
FORM = f"/rapportera?enhet=lpo-malmo-norr&slag=atgarder&period={Quarter.of(clock.today())}&som=rad"
NEVER = ("Traceback", "Något gick fel", "Internal Server Error", "502 Bad Gateway")


@dataclass
class Visitor:
    """Somebody who has signed in and reads Etablering, or reports; `met` is what she was told."""

    page: Page
    whole: Whole
    met: set[str] = field(default_factory=set)
    number: int = 0

    def sign_in(self, who: str, path: str) -> "Visitor":
        self.page.goto(self.whole.proxy.address + path)
        self.page.get_by_role("button", name="Logga in").click()
        self.page.get_by_role("button", name=who, exact=True).click()
        self.page.wait_for_url(f"{self.whole.proxy.address}/**")
        settle(self.page)
        skip_look(self.page, set(), who)
        return self

    @property
    def cookie(self) -> str:
        """The process that nginx has her keep to."""
        found = {one["name"]: one["value"] for one in self.page.context.cookies()}
        return found["bob_server"]

    def ask(self) -> float:
        """Choose another region and wait for the answer; seconds, with what stood in the way."""
        self.number += 1
        code, name = list(REGIONS.items())[self.number % len(REGIONS)]
        started = time.monotonic()
        while time.monotonic() - started < LIMIT:
            self.note_what_is_told()
            try:
                if f"region={code}" not in self.page.url:
                    self._choose(name)
                self.page.wait_for_url(f"**region={code}**", timeout=2000)
                self.page.locator(ANSWER).first.wait_for(timeout=2000)
                return time.monotonic() - started
            except (Late, Error):
                continue
        raise AssertionError(self.page.inner_text("body")[:2000])

    def type(self, value: str) -> float:
        """Type a value in the form and wait until it is kept as a draft in the database; seconds.
        Typed again when the page was another in between."""
        started = time.monotonic()
        while time.monotonic() - started < LIMIT:
            self.note_what_is_told()
            try:
                place = self.page.get_by_label(PLACE)
                if place.input_value(timeout=2000) != value:
                    place.fill(value, timeout=2000)
                    place.press("Tab")
                elif self.page.get_by_text("Utkastet är inte sparat").count():
                    self.page.get_by_role("button", name="Spara utkast").click(timeout=2000)
                self.page.wait_for_timeout(300)
                if f'"{value}"' in read_draft() or f": {value}" in read_draft():
                    return time.monotonic() - started
            except (Late, Error, DatabaseUnavailable):
                continue
        raise AssertionError(self.page.inner_text("body")[:2000])

    def _choose(self, name: str) -> None:
        box = self.page.get_by_role("combobox", name="Polisregion")
        box.click(timeout=2000)
        self.page.get_by_role("option", name=name, exact=True).click(timeout=2000)

    def note_what_is_told(self) -> None:
        text = self.page.inner_text("body")
        assert not [words for words in NEVER if words in text], self.whole.find_faults() or text
        alerts = self.page.get_by_test_id("stAlert").all_inner_texts()
        self.met |= {alert.split(".")[0] for alert in alerts if "atabasen" in alert}
        if "Strax tillbaka" in text:
            self.met.add("Strax tillbaka")


def read_draft() -> str:
    """What the database has of the form."""
    with reading_raw() as connection:
        return connection.scalar(select(DRAFT.c.content)) or ""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Of this module: while it lives it holds the thread's event loop."""
    with sync_playwright() as running:
        started = launch(running, ONE_PROCESS, NO_COMPILERS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def whole() -> Iterator[Whole]:
    made = Whole()
    try:
        yield made.start()
    finally:
        made.stop()


@pytest.fixture(scope="module")
def visitor(whole: Whole, browser: Browser) -> Iterator[Callable[[str, str], Visitor]]:
    contexts = []

    def come(who: str, path: str) -> Visitor:
        context = browser.new_context(
            viewport={"width": 1000, "height": 700}, locale="sv-SE", ignore_https_errors=True
        )
        contexts.append(context)
        return Visitor(context.new_page(), whole).sign_in(who, path)

    yield come
    for context in contexts:
        context.close()


def named_database(whole: Whole, patch: pytest.MonkeyPatch) -> None:
    for name in ("BOB_DATABASE_URL", "BOB_STANDBY_DATABASE_URL"):
        patch.setenv(name, whole.environment[name])
    settings.load.cache_clear()


@pytest.fixture(scope="module")
def database(whole: Whole) -> Iterator[None]:
    """The settings name the database, for what the test itself asks of it."""
    with pytest.MonkeyPatch.context() as patch:
        named_database(whole, patch)
        yield
        connect.dispose(to_raw_address())
        connect.dispose(connect.current_address())
        connect.dispose(whole.standby.address())
    settings.load.cache_clear()
    cache.forget_answers()


def test_the_whole_is_troubled_while_people_work(
    whole: Whole, visitor: Callable[[str, str], Visitor], database: None
) -> None:
    took: dict[str, float] = {}
    before = count_rows()
    reader, reporter = visitor("lasse", "/etablering"), visitor("rut", FORM)
    took["inget fel"] = reader.ask()
    writer = whole.write()
    assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    reporter.type("11")

    kept, lost = reader.cookie, whole.app_of(reader.cookie)
    lost.kill()
    took["en process dödas"] = reader.ask()
    assert reader.cookie != kept and lost.status("/healthz")[0] == 0
    assert whole.app_of(reader.cookie).health()[0] == 200
    reporter.type("12")

    whole.proxy.stop()
    reader.page.wait_for_timeout(2000)
    whole.proxy.start()
    took["nginx startas om"] = reader.ask()

    whole.app_of(reader.cookie).kill()  # the last that there was
    reader.page.goto(whole.proxy.address + "/etablering")
    reader.note_what_is_told()
    assert "Strax tillbaka" in reader.met
    for app in whole.apps:
        app.start()
    took["alla processer startas om"] = reader.ask()
    assert [app.health()[0] for app in whole.apps] == [200, 200]

    whole.standby.stop()
    took["reservservern stannar"] = reader.ask()
    whole.standby.start()

    holding = whole.hold_locks(12)
    time.sleep(1)
    took["ett lås hålls i 12 s: läsning"] = reader.ask()
    took["ett lås hålls i 12 s: utkast"] = reporter.type("13")
    holding.join()

    whole.relay.delay = 1.0
    took["2 s längre svarstid: läsning"] = reader.ask()
    # a new connection takes longer than it is given: she may be told to wait as long as it lasts
    reporter.page.reload()
    for _ in range(5):
        reporter.page.wait_for_timeout(2000)
        reporter.note_what_is_told()
    whole.relay.delay = 0.0
    took["2 s längre svarstid: utkast efteråt"] = reporter.type("14")

    whole.relay.is_silent = True
    reader.page.reload()
    for _ in range(6):
        reader.page.wait_for_timeout(3000)
        reader.note_what_is_told()
    whole.relay.is_silent = False
    took["nätet tyst i 18 s"] = reader.ask()

    whole.quota.fill()
    took["databasens disk full: läsning"] = reader.ask()
    reader.page.wait_for_timeout(5000)
    whole.quota.empty()
    took["databasens disk full: utkast efteråt"] = reporter.type("15")

    # the primary is lost with its machine; the runbook: stop it for good, promote the standby
    whole.primary.kill()
    reader.page.wait_for_timeout(2000)
    states = [app.health()[1]["status"] for app in whole.apps]
    whole.standby.take_over()
    took["huvudservern förloras: läsning"] = reader.ask()
    took["huvudservern förloras: utkast"] = reporter.type("16")
    assert states == ["fel", "fel"] and all(app.health()[0] == 200 for app in whole.apps)

    followed = whole.standby.ask("SHOW synchronous_standby_names")
    assert followed == [("",)], "it would wait for followers that it has not got"

    whole.stop_writing()
    told = writer.stdout.read()
    assert writer.wait(LIMIT) == 0 and told.endswith("done\n"), told
    tries = [line.split(" ", 1) for line in told.splitlines()[:-1]]
    states_met = {state.rsplit(" ", 1)[0] for _, state in tries}
    print(json.dumps({name: round(seconds, 1) for name, seconds in took.items()}, indent=1))
    print(sorted(reader.met), sorted(states_met))
    check_all_is_in_once(before, 1 + max(int(number) for number, _ in tries))
    assert states_met >= {READ, DatabaseFull.__name__}, "else nothing was tried"


def check_all_is_in_once(before: dict[str, int], count: int) -> None:
    """Each file that was sent is in the store as it was, and stands once in the audit."""
    files, wanted = to_files()[:count], before
    for file in files:
        wanted = add(wanted, file.counts())
    assert count_rows() == wanted
    viewer = to_viewer(REGION)
    assert read_plain([unit for file in files for unit in file.units], viewer) == {
        unit: rows for file in files for unit, rows in to_plain(file.units).items()
    }
    check_audit()
