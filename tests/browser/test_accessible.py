"""Every page by axe, as all who use it have it: dark and wide, light and narrow. While it comes
nothing jumps, and nothing is wider than the window. What a page is called; and where the focus is
after a press."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TooLate

from tests.browser import shifts
from tests.browser.addresses import PAGES
from tests.browser.axe import find_faults
from tests.browser.conftest import map_frame, open_page, settle
from tests.browser.test_reporting import FORM, SHEET
from tests.browser.test_search import FIELD, HITS
from tests.served import Served

DOCUMENTATION = ("/api/v1/", "/api/v1/?sprak=en")
AREA = "/omrade?omrade=lpo-jarva"
# What a page is in another state; of two that look alike each is seen on one of the screens
DARK = (
    AREA, "/karta?dag=2020-01-01&niva=stadsdel&omrade=lpo-atlantis", "/api/v1/", FORM, SHEET,
)  # fmt: skip
NARROW = (
    *PAGES, AREA, "/karta?jamfor=2025-06-30", "/om?innehall=tillganglighet&sprak=en",
    "/api/v1/?sprak=en", FORM, FORM + "&som=rad", SHEET,
)  # fmt: skip
TOLD = ("/tackning", "/etablering", "/trender", "/insatser")  # unfolded, with a release's figures
TABLET = ("/", "/karta", "/karta?jamfor=2025-06-30", "/tackning", "/register")  # columns of its own
WHOLE = ("/", "/karta", "/tackning")  # the whole country is seen at first
FOLDED = "details:not([open]) > summary"
# Canvases and tables are scrolled within themselves; nothing else may be wider than the window
WIDE = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 2 &&
    !e.closest('canvas,[data-testid=stDataFrame],[data-testid=stTable]'))
  .map((e) => e.outerHTML.slice(0, 80))"""


def open_still(page: Page, served: Served, path: str, width: int) -> None:
    """Go to a path: nothing jumps on the way, and a map is seen whole."""
    page.set_viewport_size({"width": width, "height": 900})
    if path in DOCUMENTATION:
        page.goto(served.address + path)
    else:
        open_page(page, served, path)
    if path == "/karta":  # its table comes after it
        expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    over = shifts.find_over(map_frame(page)) if page.locator("iframe").count() else []
    assert shifts.find_jumps(page) == []
    assert path not in WHOLE or over == []


def unfold(page: Page) -> None:
    """All that can be, and what the last menu of files has."""
    while page.locator(FOLDED).count():
        page.locator(FOLDED).evaluate_all("all => all.forEach((one) => one.click())")
        settle(page)
    page.locator("[data-testid=stMain] [data-testid=stPopover] button").last.click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    settle(page)


@pytest.mark.parametrize("path", [path for path in (*PAGES, *DARK) if path not in TOLD])
def test_on_a_wide_dark_screen_nothing_jumps_and_axe_finds_nothing_of_ours(
    open_to_scripts: Page, served: Served, path: str
) -> None:
    open_to_scripts.emulate_media(color_scheme="dark")
    open_still(open_to_scripts, served, path, 1400)
    expect(open_to_scripts.locator("body")).to_have_css("color-scheme", re.compile("dark"))
    assert find_faults(open_to_scripts) == []


@pytest.mark.parametrize("path", TOLD)
def test_axe_finds_nothing_where_everything_is_unfolded(
    open_to_scripts: Page, told: Served, path: str
) -> None:
    page = open_to_scripts
    page.emulate_media(color_scheme="dark")
    open_still(page, told, path, 1400)
    unfold(page)
    assert find_faults(page) == []
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).not_to_have_css("color-scheme", re.compile("dark"))
    page.wait_for_timeout(200)  # colours that glide
    assert find_faults(page, only=["color-contrast"]) == []


@pytest.mark.parametrize("path", NARROW)
def test_on_a_narrow_light_screen_nothing_jumps_or_is_too_wide_and_axe_finds_nothing_of_ours(
    open_to_scripts: Page, served: Served, path: str
) -> None:
    page = open_to_scripts
    page.emulate_media(color_scheme="light")
    open_still(page, served, path, 390)
    with suppress(TooLate):  # charts that are drawn anew
        page.wait_for_function(f"({WIDE})().length === 0", timeout=10_000)
    assert (page.evaluate(WIDE), find_faults(page)) == ([], [])
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", TABLET)
def test_on_a_tablet_nothing_jumps_and_a_table_is_beside_its_map(
    open_to_scripts: Page, served: Served, path: str
) -> None:
    page = open_to_scripts
    page.emulate_media(color_scheme="light")
    open_still(page, served, path, 768)
    if path != "/karta":
        return
    drawn = page.locator("iframe").first.bounding_box()
    table = page.get_by_test_id("stDataFrame").bounding_box()
    area = page.get_by_role("heading", name="Välj ett område").bounding_box()
    assert drawn and table and area
    assert table["x"] >= drawn["x"] + drawn["width"]
    assert area["y"] > table["y"] + table["height"]
    assert drawn["width"] > 330 and table["width"] > 330


def test_axe_finds_nothing_where_something_is_open(open_to_scripts: Page, served: Served) -> None:
    page = open_to_scripts
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1400, "height": 1000})
    open_page(page, served, "/karta?omrade=lpo-jarva")
    page.get_by_role("button", name="Visas som läsare").click()
    expect(page.get_by_role("menu")).to_be_visible()
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Ladda ner kartan").click()
    expect(page.get_by_test_id("stPopoverBody").get_by_role("button").first).to_be_visible()
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Sök", exact=True).click()
    page.locator(FIELD).fill("råd")
    expect(page.locator(HITS).first).to_be_visible()
    settle(page)
    for width in (1400, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_timeout(200)
        wide = page.evaluate(WIDE.replace("[data-testid=stMain]", "[role=dialog]"))
        assert (find_faults(page), wide) == ([], []), width


def test_the_focus_is_seen_and_a_page_is_named_for_what_it_is(page: Page, served: Served) -> None:
    open_page(page, served, "/om")
    for _ in range(3):  # past the link over the menu, which has a look of its own
        page.keyboard.press("Tab")
    ring = page.evaluate("getComputedStyle(document.activeElement).outline")
    assert ring == "rgb(11, 83, 148) solid 2px"
    expect(page).to_have_title("Om uppgifterna – Lägesbild bob")
    page.get_by_role("link", name="English").click()
    settle(page)
    expect(page).to_have_title("About the data – Lägesbild bob")


def test_a_press_keeps_the_focus_and_every_page_leads_to_the_statement_which_stands_first_there(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/drift?roll=administrator")
    button = page.get_by_role("button", name="Uppdatera")
    for _ in range(2):
        button.press("Enter")
        settle(page)
        expect(button).to_be_focused()
    page.get_by_role("link", name="Tillgänglighet").click()
    settle(page)
    expect(page.get_by_role("heading", level=2).first).to_have_text("Tillgänglighetsredogörelse")
    expect(page.get_by_text("Visas som administratör")).to_be_visible()
