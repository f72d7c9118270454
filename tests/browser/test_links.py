"""Links, pages and the choice that goes with them."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import choose, choose_indicator, map_frame, open_page, settle
from tests.served import Served


def _menu(page: Page, section: str, title: str) -> None:
    page.get_by_text(section, exact=True).first.click()
    page.get_by_role("menuitem", name=title, exact=True).click()
    settle(page)


def test_the_choice_stays_over_pages_and_reloads(page: Page, served: Served) -> None:
    open_page(page, served, "/exempel?region=pr-syd&dag=2025-12-31")
    _menu(page, "Läget", "Område")
    page.reload()
    settle(page)
    assert "/omrade?" in page.url
    assert "region=pr-syd" in page.url
    assert "dag=2025-12-31" in page.url
    expect(page.get_by_role("combobox", name="Polisregion")).to_have_value("Syd")


def test_going_back_brings_the_earlier_choice_and_a_link_opens_it_in_a_fresh_browser(
    page: Page, browser: Browser, served: Served
) -> None:
    open_page(page, served, "/karta?region=pr-syd")
    choose(page, "Polisregion", "Väst")
    assert "region=pr-vast" in page.url
    page.go_back()
    settle(page)
    page.wait_for_url("**region=pr-syd**")
    choose(page, "Polisregion", "Väst")
    choose_indicator(page, "Prioriterade områden")
    other = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="sv-SE")
    fresh = other.new_page()
    fresh.goto(page.url)
    settle(fresh)
    assert fresh.url == page.url
    assert map_frame(fresh).get_attribute("#map_div", "data-ritad") == map_frame(
        page
    ).get_attribute("#map_div", "data-ritad")
    assert fresh.get_by_text("av 16 lokalpolisområden").count() == 1
    other.close()
