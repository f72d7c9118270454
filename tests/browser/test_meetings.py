"""Deltagande in a real browser: the answer first, every picture drawn and told, tasks in few
clicks."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle

CHART = "[data-testid=stVegaLiteChart]"
DRAWN = f"{CHART} canvas, {CHART} svg"
PLENTY = 20  # seconds, in which a task is done on a machine that is busy elsewhere


def settle_drawn(page):
    """Every chart is there, and no view has another number of them."""
    page.wait_for_selector(DRAWN)
    settle(page)
    assert page.locator(DRAWN).count() == page.locator(CHART).count() == 3


def answer(page):
    return page.locator(".st-key-svar").inner_text()


def expect_first_screen(page):
    """The question is answered without a click."""
    assert "Oftast frånvarande" in answer(page) and "lokala råd" in answer(page)
    box = page.locator(".st-key-svar").bounding_box()
    assert box["y"] + box["height"] < 500
    assert page.locator(CHART).first.bounding_box()["y"] < 600
    labels = [one.get_attribute("aria-label") for one in page.locator(CHART).all()]
    assert len(labels) == 3 and "Oftast frånvarande" in labels[0] and "*" not in "".join(labels)


def test_where_school_has_been_away_is_found_in_two_clicks_and_a_choice_is_in_the_address(
    page, told
):
    """The regional lead: her own region, and the councils that school has not come to."""
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"{told.address}/deltagande?dag=2026-11-01")
    settle_drawn(page)
    expect_first_screen(page)
    start = time.monotonic()
    page.get_by_role("combobox", name="Polisregion").click()
    page.get_by_role("option", name="Stockholm", exact=True).click()
    expect(page.locator(".st-key-svar")).to_contain_text("polisregion Stockholm")
    settle(page)
    assert "region=pr-stockholm" in page.url
    assert page.get_by_text("råd som kan bedömas").count() == 2
    assert time.monotonic() - start < PLENTY
    before = answer(page)
    page.get_by_role("radio", name="Adjungerade").or_(
        page.get_by_role("button", name="Adjungerade")
    ).click()
    settle(page)
    assert "form=adjungerad" in page.url
    after = answer(page)
    assert after != before and "Alla adjungerade" in after
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("document.scrollingElement.scrollWidth <= 390", timeout=10_000)
    settle_drawn(page)


@pytest.mark.parametrize("choice", ["&omrade=lpo-jarva&kvartal=4", "&rad=regionala"])
def test_each_picture_is_drawn(page, told, choice):
    page.goto(f"{told.address}/deltagande?dag=2026-11-01{choice}")
    settle_drawn(page)
