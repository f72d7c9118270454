"""Trender in a real browser: charts are drawn, told, and follow the fields; and Karta's counts."""

import pytest

from tests.browser.conftest import serve, settle
from tests.data_access.released_years import SPLIT, add_years

DRAWN = "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """A server whose database has a release of three years."""
    yield from serve(tmp_path_factory.mktemp("years"), add_years)


@pytest.fixture
def trender(page, years):
    page.goto(f"{years.address}/trender?dag=2026-11-01")
    page.wait_for_selector(DRAWN)
    settle(page)
    return page


def answer(page):
    return page.locator(".st-key-svar").inner_text()


def choose(page, field, option):
    page.get_by_role("combobox", name=field).click()
    page.get_by_role("option", name=option, exact=True).click()
    settle(page)


def test_the_answer_stands_in_the_first_screen_with_a_chart_that_tells_the_same(trender):
    assert "per 10 000 unga i Sverige 2026 K3" in answer(trender)
    box = trender.locator(".st-key-svar").bounding_box()
    assert box["y"] + box["height"] < 400
    told = trender.locator("[data-testid=stVegaLiteChart]").first.get_attribute("aria-label")
    assert "2026 K3" in told and "*" not in told


def test_a_choice_is_in_the_address_and_the_answer_follows(trender):
    before = answer(trender)
    choose(trender, "Kön", "Flickor")
    assert "kon=kvinna" in trender.url
    assert answer(trender) != before
    trender.reload()
    trender.wait_for_selector(DRAWN)
    settle(trender)
    assert trender.get_by_role("combobox", name="Kön").input_value() == "Flickor"


@pytest.mark.parametrize(("view", "count"), [("Områden mot snittet", 1), ("Region för region", 7)])
def test_each_view_is_drawn(trender, view, count):
    trender.get_by_role("radio", name=view).or_(trender.get_by_role("button", name=view)).click()
    settle(trender)
    trender.wait_for_timeout(500)
    assert trender.locator(DRAWN).count() == count


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_sticks_out_of_the_page(years, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    for view in ("", "&bild=omraden", "&bild=regioner", "&bild=kon"):
        page.goto(f"{years.address}/trender?dag=2026-11-01{view}")
        page.wait_for_selector(DRAWN)
        settle(page)
        out = page.evaluate(
            "() => [...document.querySelectorAll('[data-testid=stVegaLiteChart] canvas')]"
            ".filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length"
        )
        assert out == 0, view


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
