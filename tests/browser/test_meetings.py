"""Deltagande in a real browser: the answer first, every picture drawn and told, tasks in few
clicks."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle

CHART = "[data-testid=stVegaLiteChart]"
DRAWN = f"{CHART} canvas, {CHART} svg"
PLENTY = 20  # seconds, in which a task is done on a machine that is busy elsewhere


@pytest.fixture
def deltagande(page, told):
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"{told.address}/deltagande?dag=2026-11-01")
    page.wait_for_selector(DRAWN)
    settle(page)
    return page


def answer(page):
    return page.locator(".st-key-svar").inner_text()


def test_the_question_is_answered_in_the_first_screen_without_a_click(deltagande):
    assert "Oftast frånvarande" in answer(deltagande) and "lokala råd" in answer(deltagande)
    box = deltagande.locator(".st-key-svar").bounding_box()
    assert box["y"] + box["height"] < 500
    assert deltagande.locator(CHART).first.bounding_box()["y"] < 600
    labels = [one.get_attribute("aria-label") for one in deltagande.locator(CHART).all()]
    assert len(labels) == 3 and "Oftast frånvarande" in labels[0] and "*" not in "".join(labels)


def test_where_school_has_been_away_is_found_in_two_clicks(deltagande):
    """The regional lead: her own region, and the councils that school has not come to."""
    start = time.monotonic()
    deltagande.get_by_role("combobox", name="Polisregion").click()
    deltagande.get_by_role("option", name="Stockholm", exact=True).click()
    expect(deltagande.locator(".st-key-svar")).to_contain_text("polisregion Stockholm")
    settle(deltagande)
    assert "region=pr-stockholm" in deltagande.url
    assert deltagande.get_by_text("råd som kan bedömas").count() == 2
    assert time.monotonic() - start < PLENTY


def test_a_choice_is_in_the_address_and_a_link_shows_the_same(deltagande):
    before = answer(deltagande)
    deltagande.get_by_role("radio", name="Adjungerade").or_(
        deltagande.get_by_role("button", name="Adjungerade")
    ).click()
    settle(deltagande)
    assert "form=adjungerad" in deltagande.url
    after = answer(deltagande)
    assert after != before and "Alla adjungerade" in after
    deltagande.reload()
    deltagande.wait_for_selector(DRAWN)
    settle(deltagande)
    assert answer(deltagande) == after


@pytest.mark.parametrize("choice", ["&omrade=lpo-jarva", "&rad=regionala", "&lan=12&kvartal=4"])
def test_each_picture_is_drawn(page, told, choice):
    page.goto(f"{told.address}/deltagande?dag=2026-11-01{choice}")
    page.wait_for_selector(DRAWN)
    settle(page)
    assert page.locator(DRAWN).count() == page.locator(CHART).count() == 3


def test_on_a_telephone_nothing_is_wider_than_the_screen(page, told):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{told.address}/deltagande?dag=2026-11-01")
    page.wait_for_selector(DRAWN)
    settle(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
