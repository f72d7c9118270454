"""Where the reader's system is dark the pages are: all of each, as Streamlit shows it. On paper
they are light."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import map_frame, open_page
from tests.browser.test_coverage import DRAWN
from tests.served import Served

DARK, LIGHT = "rgb(15, 22, 29)", "rgb(255, 255, 255)"
FILTER = "(one) => getComputedStyle(one).filter"
APP, TABLE = "[data-testid=stApp]", "[data-testid=stMain] table"


def to_lightness(part: Page | Locator) -> int:
    """How light it is seen on the whole, 0–255."""
    with Image.open(BytesIO(part.screenshot())) as picture:
        seen = picture.convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(seen, int)
    return seen


def open_drawn(page: Page, served: Served, path: str) -> None:
    """Go to a path and wait until its charts are there."""
    open_page(page, served, path)
    page.wait_for_selector(DRAWN, timeout=30_000)


def expect_theme(page: Page, theme: str) -> None:
    """The page, its chart and its map are all of that theme."""
    is_dark = theme == "dark"
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    expect(page.locator(APP)).to_have_css("background-color", DARK if is_dark else LIGHT)
    frame = map_frame(page)
    expect(frame.locator("html")).to_have_attribute("data-theme", theme)
    for one in (page, page.locator(DRAWN).first, page.locator("iframe").first):
        assert (to_lightness(one) < 110) == is_dark, one


@pytest.fixture
def dark(page: Page) -> Page:
    """A page of a reader whose system is dark."""
    page.emulate_media(color_scheme="dark")
    return page


def test_page_chart_and_map_are_dark_light_on_paper_and_get_light_with_the_system(
    dark: Page, served: Served
) -> None:
    open_drawn(dark, served, "/tackning")
    expect_theme(dark, "dark")
    dark.emulate_media(media="print", color_scheme="dark")
    expect_paper(dark)
    dark.emulate_media(media="screen", color_scheme="light")
    expect_theme(dark, "light")


def expect_paper(dark: Page) -> None:
    """All of the page that is dark on the screen is light on paper."""
    for place in (APP, "body"):
        expect(dark.locator(place)).to_have_css("background-color", LIGHT)
    table = dark.locator(TABLE).first
    expect(table.locator("td").first).to_have_css("color", "rgb(12, 20, 28)")
    assert dark.locator(DRAWN).first.evaluate(FILTER) == "none"
    assert map_frame(dark).locator(".leaflet-overlay-pane > svg").evaluate(FILTER) == "none"
    for one in (dark, table, dark.locator(DRAWN).first, dark.locator("iframe").first):
        assert to_lightness(one) > 180, one


def test_what_streamlit_shows_goes_before_what_the_system_asks_for(
    dark: Page, served: Served
) -> None:
    open_drawn(dark, served, "/tackning?embed=true&embed_options=light_theme")
    expect_theme(dark, "light")


def test_a_start_page_without_its_app_is_dark_too(dark: Page, served: Served) -> None:
    dark.route("**/static/js/**", lambda route: route.abort())
    dark.goto(served.address)
    expect(dark.locator("html")).to_have_css("background-color", DARK)


@pytest.mark.parametrize("path", ["/api/v1/", "/flode/finns-inte"])
def test_our_pages_beside_streamlits_are_dark_and_printed_light(
    dark: Page, served: Served, path: str
) -> None:
    dark.goto(served.address + path)
    expect(dark.locator("body")).to_have_css("background-color", DARK)
    expect(dark.locator("main a").first).to_have_css("color", "rgb(140, 192, 240)")
    dark.emulate_media(media="print", color_scheme="dark")
    expect(dark.locator("body")).to_have_css("background-color", LIGHT)
