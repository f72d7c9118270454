"""Every page by axe, light and dark, in a wide and a narrow window, where nothing is wider than it;
what a page is called; and where the focus is after a press."""

import re
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TooLate

from tests.browser import shifts
from tests.browser.addresses import PAGES
from tests.browser.axe import find_faults
from tests.browser.conftest import map_frame, open_page, settle
from tests.browser.test_reporting import FORM, SHEET
from tests.served import Served

STATES = (
    "/karta?jamfor=2025-06-30", "/omrade?omrade=lpo-jarva",
    "/karta?dag=2020-01-01&niva=stadsdel&omrade=lpo-atlantis",
    "/om?innehall=tillganglighet&sprak=en", "/api/v1/", "/api/v1/?sprak=en",
    FORM, FORM + "&som=rad", SHEET,
)  # fmt: skip
# Canvases and tables are scrolled within themselves; nothing else may be wider than the window
WIDE = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 2 &&
    !e.closest('canvas,[data-testid=stDataFrame],[data-testid=stTable]'))
  .map((e) => e.outerHTML.slice(0, 80))"""


def find_dark_faults(page: Page) -> list[Any]:
    """What can't be read where the reader's system is dark."""
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("color-scheme", re.compile("dark"), timeout=30_000)
    page.wait_for_timeout(200)  # colours that glide
    found = find_faults(page, only=["color-contrast"])
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("path", [*PAGES, *STATES])
def test_axe_finds_nothing_of_ours_and_nothing_jumps_or_is_too_wide(
    open_to_scripts: Page, served: Served, path: str
) -> None:
    page = open_to_scripts
    page.set_viewport_size({"width": 1400, "height": 1000})
    if path.startswith("/api/"):
        page.goto(served.address + path)
    else:
        open_page(page, served, path)
    if page.locator("iframe").count():
        map_frame(page)
    assert shifts.find_jumps(page) == []
    wide = find_faults(page) + find_dark_faults(page)
    page.set_viewport_size({"width": 390, "height": 844})
    with suppress(TooLate):  # charts are drawn anew
        page.wait_for_function(f"({WIDE})().length === 0", timeout=10_000)
    assert (page.evaluate(WIDE), wide, find_faults(page)) == ([], [], [])
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_axe_finds_nothing_where_something_is_open(open_to_scripts: Page, served: Served) -> None:
    page = open_to_scripts
    page.set_viewport_size({"width": 1400, "height": 1000})
    open_page(page, served, "/karta?omrade=lpo-jarva")
    page.get_by_role("button", name="Visas som läsare").click()
    expect(page.get_by_role("menu")).to_be_visible()
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Ladda ner kartan").click()
    expect(page.get_by_test_id("stPopoverBody").get_by_role("button").first).to_be_visible()
    assert find_faults(page) == []


@pytest.mark.parametrize("path", ["/tackning", "/etablering", "/trender", "/insatser"])
def test_axe_finds_nothing_where_everything_is_unfolded(
    open_to_scripts: Page, told: Served, path: str
) -> None:
    page = open_to_scripts
    page.set_viewport_size({"width": 1400, "height": 1000})
    open_page(page, told, path)
    folded = page.locator("details:not([open]) > summary")
    while folded.count():
        folded.first.click()
        settle(page)
    files = page.locator("[data-testid=stMain] [data-testid=stPopover] button")
    files.last.click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    settle(page)
    assert find_faults(page) + find_dark_faults(page) == []


def test_a_page_is_named_for_what_it_is(page: Page, served: Served) -> None:
    open_page(page, served, "/om")
    expect(page).to_have_title("Om uppgifterna – Lägesbild bob")
    page.get_by_role("link", name="English").click()
    settle(page)
    expect(page).to_have_title("About the data – Lägesbild bob")


def test_where_the_keyboard_is_is_seen(page: Page, served: Served) -> None:
    open_page(page, served, "/om")
    for _ in range(3):  # past the link over the menu, which has a look of its own
        page.keyboard.press("Tab")
    ring = page.evaluate("getComputedStyle(document.activeElement).outline")
    assert ring == "rgb(11, 83, 148) solid 2px"


def test_a_press_keeps_the_focus_where_it_was(page: Page, served: Served) -> None:
    open_page(page, served, "/drift?roll=administrator")
    button = page.get_by_role("button", name="Uppdatera")
    for _ in range(2):
        button.press("Enter")
        settle(page)
        expect(button).to_be_focused()


def test_every_page_leads_to_the_statement_which_stands_first_there(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/drift?roll=administrator")
    page.get_by_role("link", name="Tillgänglighet").click()
    settle(page)
    expect(page.get_by_role("heading", level=2).first).to_have_text("Tillgänglighetsredogörelse")
    expect(page.get_by_text("Visas som administratör")).to_be_visible()
