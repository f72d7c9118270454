"""Before one is signed out one is asked, in time to stay (WCAG 2.2.1), by the page's own clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import axe
from tests.browser.conftest import open_page, settle, skip_look
from tests.browser.people import let_in, serve_guarded
from tests.browser.test_search import FIELD
from tests.provider import Provider
from tests.served import Served

HOUR = 3600
DAY = 10 * HOUR  # that a sign-in lasts
IDLE = HOUR - 60  # seconds that are told


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that people have signed in to; nobody needs its provider any more."""
    running = serve_guarded(tmp_path_factory.mktemp("guarded"), Provider({}))
    yield running
    running.stop()


def begin(page: Page, served: Served, ago: float = 0) -> None:
    """The page of somebody who signed in so many seconds ago, whose clock can be moved on."""
    let_in(page.context, served, "rut", ago)
    page.clock.install()
    open_page(page, served, "/om")
    skip_look(page, served.greeted, "rut")
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


def test_who_is_idle_is_asked_and_stays_by_a_press_or_by_writing_and_else_is_led_back(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    page = visit(own=True).new_page()
    begin(page, guarded)
    asked = page.get_by_role("alertdialog", name="Är du kvar?")
    expect(page.locator(".st-key-sittning")).to_be_hidden()
    for key in ("Enter", "Escape"):
        after(page, IDLE - 400)
        expect(asked).to_have_count(0)
        after(page, 120)
        expect(asked).to_be_visible()
        expect(asked).to_contain_text("loggas ut klockan")
        expect(asked.get_by_role("button", name="Fortsätt")).to_be_focused()
        with staying(page):
            page.keyboard.press(key)
        expect(asked).to_have_count(0)

    write = "writing = setInterval(() => document.dispatchEvent(new Event('input')), 1000)"
    page.evaluate(f"window.{write}")
    after(page, IDLE - 400)
    with staying(page):
        after(page, 200)
    page.evaluate("clearInterval(window.writing)")
    after(page, IDLE - 400)
    expect(page.get_by_role("alertdialog")).to_have_count(0)

    after(page, 410)
    told = page.get_by_role("alertdialog", name="Du är utloggad")
    expect(told).to_be_visible()
    with page.expect_navigation():
        told.get_by_role("button", name="Logga in igen").click()


def test_who_is_idle_in_another_dialog_is_asked_over_it(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    """That one would keep the focus, and the question have no answer by the keyboard."""
    page = visit(own=True).new_page()
    begin(page, guarded)
    page.get_by_role("button", name="Sök", exact=True).click()
    settle(page)
    after(page, 0)
    field = page.locator(FIELD)
    expect(field).to_be_focused()
    after(page, IDLE - 280)
    asked = page.get_by_role("alertdialog", name="Är du kvar?")
    expect(asked.get_by_role("button", name="Fortsätt")).to_be_focused()
    with staying(page):
        page.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    expect(field).to_be_visible()


def test_that_the_day_is_over_is_told_in_time_and_once_and_has_no_fault_for_axe(
    open_to_scripts: Page, guarded: Served
) -> None:
    page = open_to_scripts
    begin(page, guarded, DAY - HOUR / 2)
    asked = page.get_by_role("alertdialog", name="Snart behöver du logga in igen")
    after(page, HOUR / 2 - 400)
    expect(asked).to_have_count(0)
    after(page, 120)
    expect(asked).to_contain_text("En inloggning gäller en arbetsdag")
    assert_fits_without_fault(page)
    asked.get_by_role("button", name="Stäng").click()
    after(page, 60)
    expect(asked).to_have_count(0)
    after(page, 300)
    expect(page.get_by_role("alertdialog", name="Du är utloggad")).to_be_visible()


def test_the_question_has_no_fault_for_axe_and_fits_a_phone(
    open_to_scripts: Page, guarded: Served
) -> None:
    begin(open_to_scripts, guarded)
    after(open_to_scripts, IDLE - 200)
    expect(open_to_scripts.get_by_role("alertdialog", name="Är du kvar?")).to_be_visible()
    assert_fits_without_fault(open_to_scripts)


def assert_fits_without_fault(page: Page) -> None:
    """The dialog that is open, in both themes and on a phone."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe.find_faults(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    box = page.get_by_role("alertdialog").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme="light")
