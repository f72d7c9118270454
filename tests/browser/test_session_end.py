"""Before one is signed out one is asked, in time to stay (WCAG 2.2.1), by the page's own clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import axe
from tests.browser.conftest import settle, sign_in
from tests.browser.people import serve_guarded
from tests.provider import Provider
from tests.served import Served

HOUR = 3600
IDLE = HOUR - 60  # seconds that are told


@pytest.fixture
def working(visit: Callable[..., BrowserContext], guarded: Served) -> Page:
    """The page of somebody who is signed in, whose clock can be moved on."""
    page = visit(own=True).new_page()
    begin(page, guarded)
    return page


def begin(page: Page, served: Served) -> None:
    sign_in(page, served, "rut", "/om")
    page.clock.install()
    page.reload()
    settle(page)
    expect(page.locator("p.sittning")).to_be_attached()
    after(page, 0)


def after(page: Page, seconds: float) -> None:
    """So long without use."""
    page.clock.fast_forward(seconds * 1000)
    page.clock.run_for(5_000)  # it looks so often


@contextmanager
def staying(page: Page) -> Iterator[None]:
    """What is done within is use: wait until the server has told anew how long one stays."""
    told = page.locator("p.sittning")
    before = told.get_attribute("data-told")
    yield
    expect(told).not_to_have_attribute("data-told", before or "", timeout=30_000)
    settle(page)
    after(page, 0)


def test_who_is_idle_is_asked_and_stays_by_a_press(working: Page) -> None:
    page = working
    asked = page.get_by_role("alertdialog", name="Är du kvar?")
    expect(page.locator("p.sittning")).to_be_attached()
    expect(page.locator(".st-key-sittning")).to_be_hidden()
    after(page, IDLE - 400)
    expect(asked).to_have_count(0)
    after(page, 120)
    expect(asked).to_be_visible()
    expect(asked).to_contain_text("loggas ut klockan")
    expect(asked.get_by_role("button", name="Fortsätt")).to_be_focused()
    with staying(page):
        page.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    after(page, IDLE - 400)
    expect(asked).to_have_count(0)
    after(page, 120)
    expect(asked).to_be_visible()
    with staying(page):
        page.keyboard.press("Escape")
    expect(asked).to_have_count(0)


def test_who_does_nothing_is_told_and_led_back(working: Page) -> None:
    page = working
    after(page, IDLE + 10)
    told = page.get_by_role("alertdialog", name="Du är utloggad")
    expect(told).to_be_visible()
    with page.expect_navigation():
        told.get_by_role("button", name="Logga in igen").click()


def test_who_writes_is_not_asked(working: Page) -> None:
    page = working
    write = "writing = setInterval(() => document.dispatchEvent(new Event('input')), 1000)"
    page.evaluate(f"window.{write}")
    after(page, IDLE - 400)
    with staying(page):
        after(page, 200)
    page.evaluate("clearInterval(window.writing)")
    after(page, IDLE - 400)
    expect(page.get_by_role("alertdialog")).to_have_count(0)


def test_that_the_day_is_over_is_told_in_time_and_once(
    visit: Callable[..., BrowserContext], tmp_path: Path, provider: Provider
) -> None:
    served = serve_guarded(tmp_path, provider, BOB_SESSION_HOURS="0.5")
    try:
        page = visit(own=True).new_page()
        begin(page, served)
        asked = page.get_by_role("alertdialog", name="Snart behöver du logga in igen")
        after(page, HOUR / 2 - 400)
        expect(asked).to_have_count(0)
        after(page, 120)
        expect(asked).to_contain_text("En inloggning gäller en arbetsdag")
        asked.get_by_role("button", name="Stäng").click()
        after(page, 60)
        expect(asked).to_have_count(0)
        after(page, 300)
        expect(page.get_by_role("alertdialog", name="Du är utloggad")).to_be_visible()
    finally:
        served.stop()


def test_the_question_has_no_fault_for_axe_and_fits_a_phone(
    browser: Browser, guarded: Served
) -> None:
    context = browser.new_context(bypass_csp=True, locale="sv-SE")
    page = context.new_page()
    begin(page, guarded)
    after(page, IDLE - 200)
    expect(page.get_by_role("alertdialog")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe.find_faults(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    box = page.get_by_role("alertdialog").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    context.close()
