"""A real Chromium against a real server. Every page is watched: no request may leave for another
host, and no line may break the Content-Security-Policy."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

from tests.browser import shifts
from tests.browser.people import PEOPLE, serve_guarded
from tests.browser.shared import Shared, new_context
from tests.browser.wire import asking, listen, wait_for_answer
from tests.browser_binary import NO_COMPILERS, ONE_PROCESS, launch
from tests.copied import Copied
from tests.pages.meetings import publish_seven_quarters
from tests.provider import Provider
from tests.served import Served
from tests.web.data_folder import Fill, copy_to

IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
expect.set_options(timeout=20_000)  # a busy machine sends a part's script late


@dataclass
class Watched:
    """What a page did that it must not do."""

    outside: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    # For the package, not the session: while it lives it holds the thread's event loop.
    with sync_playwright() as running:
        started = launch(running, ONE_PROCESS, NO_COMPILERS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Copied(copy_to(tmp_path_factory.mktemp("served"))).start()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose database has councils, and a release of seven quarters of meetings."""
    yield from serve(tmp_path_factory.mktemp("told"), publish_seven_quarters)


def serve(folder: Path, fill: Fill) -> Iterator[Served]:
    """A server on example data with what `fill` writes, until the fixture is over."""
    server = Copied(copy_to(folder, fill)).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    running = Provider(PEOPLE).start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, provider: Provider) -> Iterator[Served]:
    running = serve_guarded(tmp_path_factory.mktemp("guarded"), provider)
    yield running
    running.stop()


@pytest.fixture
def visit(browser: Browser, shared: Shared) -> Iterator[Callable[..., BrowserContext]]:
    """visit() → a browser of somebody else; what the provider's pages want from outside is refused.
    The first is the one that tests share; `own` = none of it, as where its clock is moved."""
    opened: list[BrowserContext] = []

    def start(*, own: bool = False) -> BrowserContext:
        is_shared = not own and shared.context not in opened
        context = shared.context if is_shared else new_context(browser)
        context.route(
            lambda url: not url.startswith("http://127.0.0.1:"), lambda route: route.abort()
        )
        opened.append(context)
        return context

    shared.lend()  # its process, which has the scripts compiled, stays while the page does
    try:
        yield start
    finally:
        shared.clean()
        for context in opened:
            if context is not shared.context:
                context.close()


def watch(page: Page, watched: Watched) -> None:
    """Note everything that the page must not do."""
    page.on("request", lambda request: _note_request(request.url, watched))
    page.on("pageerror", lambda error: watched.errors.append(str(error)))
    page.on("console", lambda message: _note_message(message.text, watched))


def _note_request(url: str, watched: Watched) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("data", "blob", "about") and parts.hostname != "127.0.0.1":
        watched.outside.append(url)


def _note_message(text: str, watched: Watched) -> None:
    if "Content Security Policy" in text:
        watched.violations.append(text)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = new_context(browser)
    yield made
    made.close()


@pytest.fixture(scope="package")
def shared(browser: Browser) -> Iterator[Shared]:
    context = new_context(browser)
    yield Shared(context)
    context.close()


@pytest.fixture(scope="module")
def open_to_scripts(browser: Browser) -> Iterator[Page]:
    """A page that takes axe in, which the Content-Security-Policy rightly stops elsewhere."""
    context = browser.new_context(bypass_csp=True, locale="sv-SE", timezone_id="Europe/Stockholm")
    listen(context)
    shifts.watch(context)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(shared: Shared) -> Iterator[Page]:
    watched = Watched()
    lent = shared.lend()
    watch(lent, watched)
    try:
        yield lent
        for frame in lent.frames:
            watched.violations += frame.evaluate("window.violations || []")
    finally:
        shared.clean()
    assert watched == Watched()


def settle(page: Page) -> None:
    """Wait until the script has run and the page is still."""
    page.wait_for_selector(IDLE, timeout=30_000)
    page.wait_for_timeout(150)
    wait_for_answer(page)
    page.wait_for_selector(IDLE, timeout=30_000)


def open_page(page: Page, served: Served, path: str) -> None:
    """Go to a path and wait until it has been drawn."""
    page.goto(served.address + path)
    settle(page)


def map_frame(page: Page, place: int = 0) -> Frame:
    """The map's own document, once its areas are drawn."""
    element = page.locator("iframe").nth(place).element_handle()
    assert element is not None
    frame = element.content_frame()
    assert frame is not None
    frame.wait_for_selector("#map_div[data-ritad]", state="attached", timeout=30_000)
    return frame


def area_codes(frame: Frame) -> set[str]:
    """Codes of the areas that are drawn."""
    return set(frame.eval_on_selector_all("path.bob-area", "all => all.map(p => p.dataset.kod)"))


def click_area(frame: Frame, code: str) -> None:
    """Click an area as a mouse does, whatever lies over its middle."""
    frame.dispatch_event(f'path[data-kod="{code}"]', "click")


def choose_indicator(page: Page, label: str, place: int = 0) -> None:
    """Choose an indicator in the map's legend."""
    map_frame(page, place).get_by_label("Indikator").select_option(label=label)
    settle(page)


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option in a select box by its label."""
    box = page.get_by_role("combobox", name=label)
    wanted = page.get_by_role("option", name=option, exact=True)
    box.click()
    with suppress(TooLate):
        wanted.wait_for(timeout=3_000)
    if not wanted.is_visible():  # what came with a late answer has closed it
        box.click()
    with asking(page):
        wanted.click()
    settle(page)


def sign_in(page: Page, served: Served, who: str, path: str = "/", *, guided: bool = False) -> None:
    """From the sign-in page through the provider and back; `guided` leaves the look at the first
    sign-in open."""
    page.goto(served.address + path)
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("button", name=who, exact=True).click()
    page.wait_for_url(f"{served.address}/**")
    settle(page)
    if not guided:
        skip_look(page, served.greeted, who)


def skip_look(page: Page, greeted: set[str], who: str) -> None:
    """Close the look at somebody's first sign-in, which may come a little after the page;
    `greeted` are those who have had it."""
    over = page.get_by_role("button", name="Hoppa över")
    if who not in greeted:
        greeted.add(who)
        with suppress(TooLate):  # who may not come in has none
            over.wait_for(timeout=5_000)
    if over.count():
        over.click()
        expect(over).to_have_count(0)
        settle(page)


def sign_out(page: Page, role: str) -> None:
    page.get_by_role("button", name=f"Inloggad som {role}").click()
    page.get_by_role("menuitem", name="Logga ut").or_(
        page.get_by_role("option", name="Logga ut")
    ).first.click()
    page.wait_for_url("**/end_session**")
