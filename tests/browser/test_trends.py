"""Trender in a real browser: charts are drawn, told, and follow the fields; and Karta's counts."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import choose, serve, settle
from tests.browser.wire import asking
from tests.data_access.released_years import SPLIT, add_years

DRAWN = "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"
# How many charts are wider than the page
OUT = (
    "[...document.querySelectorAll('[data-testid=stVegaLiteChart] canvas')]"
    ".filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length"
)


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """A server whose database has a release of three years."""
    yield from serve(tmp_path_factory.mktemp("years"), add_years)


def answer(page):
    return page.locator(".st-key-svar").inner_text()


def settle_drawn(page):
    page.wait_for_selector(DRAWN)
    settle(page)


def expect_inside(page):
    """No chart sticks out of the page, on a telephone either: first as wide as it is now."""
    now = page.viewport_size["width"]
    for width in (now, 390 if now == 1400 else 1400):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(f"{OUT} === 0", timeout=10_000)


def expect_every_view_drawn(page):
    for name, count in (
        ("Områden mot snittet", 1),
        ("Region för region", 7),
        ("Flickor och pojkar", 6),
    ):
        with asking(page):
            page.get_by_role("radio", name=name).click()
        settle_drawn(page)
        expect(page.locator(DRAWN), name).to_have_count(count)
        expect_inside(page)


def test_the_answer_stands_in_the_first_screen_and_follows_what_is_chosen_and_each_view_is_drawn(
    page, years
):
    page.goto(f"{years.address}/trender?dag=2026-11-01")
    settle_drawn(page)
    assert "per 10 000 unga i Sverige 2026 K3" in answer(page)
    box = page.locator(".st-key-svar").bounding_box()
    assert box["y"] + box["height"] < 400
    told = page.locator("[data-testid=stVegaLiteChart]").first.get_attribute("aria-label")
    assert "2026 K3" in told and "*" not in told
    before = answer(page)
    choose(page, "Kön", "Flickor")
    assert "kon=kvinna" in page.url
    assert answer(page) != before
    expect_inside(page)
    expect_every_view_drawn(page)


def test_on_the_map_a_counted_indicator_is_chosen_in_the_legend(page, years):
    page.goto(f"{years.address}/karta?dag=2026-11-01")
    frame = page.frame_locator('iframe[src*="streamlit_folium"]')
    frame.locator("#map_div[data-ritad] path.bob-area").first.wait_for()
    settle(page)
    frame.locator(".bob-legend select").select_option(SPLIT)
    frame.locator(".bob-legend h2", has_text="Per 10 000 unga").wait_for()
    settle(page)
    assert f"indikator={SPLIT}" in page.url
    assert frame.locator(".bob-legend select").input_value() == SPLIT
    page.get_by_text("2026 K3: högst i").wait_for()
    frame.locator(".bob-legend select").select_option("steg")
    frame.locator(".bob-legend h2", has_text="Lokalt råd, steg").wait_for()
