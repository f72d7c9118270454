"""Täckning in a real browser: the answer in the first screen, and what a choice runs anew."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import map_frame, open_page, settle

DRAWN = "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"

# By how much a table is wider than its place, and how far each side has faded
SIDEWAYS = """(table) => {
  const scroller = table.querySelector('.dvn-scroller');
  const faded = (side) => Number(getComputedStyle(table, side).opacity);
  return [scroller.scrollWidth - scroller.clientWidth, faded('::before'), faded('::after')];
}"""


@pytest.fixture
def tackning(page, served):
    open_page(page, served, "/tackning?dag=2026-11-01")
    page.wait_for_selector(DRAWN)
    settle(page)
    return page


def answer(page):
    return page.locator(".st-key-svar").inner_text()


def choose(page, option):
    page.get_by_role("radio", name=option, exact=True).click()
    settle(page)


def test_the_answer_a_picture_and_a_map_stand_in_the_first_screen(tackning):
    assert "prioriterade områden" in answer(tackning)
    for part, lowest in ((".st-key-svar", 330), ("[data-testid=stVegaLiteChart]", 900)):
        box = tackning.locator(part).first.bounding_box()
        assert box["y"] + box["height"] < lowest
    assert map_frame(tackning).query_selector("path.bob-area")
    told = tackning.locator("[data-testid=stVegaLiteChart]").first.get_attribute("aria-label")
    assert "Prioriterade områden" in told and "*" not in told


def test_from_the_overview_to_where_to_push_is_two_clicks(page, served):
    """The menu, and the page: the list is there."""
    open_page(page, served, "/")
    page.get_by_text("Uppföljning", exact=True).first.click()
    page.get_by_role("menuitem", name="Täckning", exact=True).click()
    page.wait_for_selector(".st-key-svar strong")
    settle(page)
    assert "Där flest unga bor utan etablerat råd" in page.locator("body").inner_text()
    assert "/tackning" in page.url


def test_another_group_is_in_the_address_and_runs_that_part_alone(tackning):
    before = answer(tackning)
    choose(tackning, "Län")
    assert "per=lan" in tackning.url
    assert "per län" in tackning.locator("body").inner_text()
    choose(tackning, "Unga")
    assert "av=unga" in tackning.url
    assert answer(tackning) == before
    tackning.reload()
    tackning.wait_for_selector(DRAWN)
    settle(tackning)
    assert "Unga 12–20 år per län" in tackning.locator("body").inner_text()


def test_prioritised_alone_are_listed_on_request(tackning):
    choose(tackning, "Bara prioriterade")
    tackning.wait_for_url("**visa=prioriterade**")
    choose(tackning, "Alla")
    tackning.wait_for_url(lambda url: "visa=" not in url)


def test_an_area_on_the_map_has_its_row_and_the_way_to_all_about_it(tackning):
    map_frame(tackning).dispatch_event('path[data-kod="lpo-lund"]', "click")
    settle(tackning)
    assert "omrade=lpo-lund" in tackning.url
    tackning.get_by_role("link", name="Allt om Lund").click()
    settle(tackning)
    assert "/omrade" in tackning.url and "omrade=lpo-lund" in tackning.url


def test_a_region_changes_the_answer_and_says_which(tackning):
    before = answer(tackning)
    tackning.get_by_role("combobox", name="Polisregion").click()
    tackning.get_by_role("option", name="Nord", exact=True).click()
    expect(tackning.locator(".st-key-svar")).to_contain_text("polisregion Nord")
    assert answer(tackning) != before


def test_a_table_fades_out_where_it_goes_on_and_where_it_does_not_it_is_whole(tackning):
    """Else a number that is cut off at the edge looks whole."""
    tables = tackning.get_by_test_id("stDataFrame")
    expect(tables.nth(3).locator("canvas").first).to_be_visible()
    found = [table.evaluate(SIDEWAYS) for table in tables.all()]
    wide = [place for place, (more, *_edges) in enumerate(found) if more > 40]
    assert wide and len(wide) < len(found)
    for more, left, right in found:
        assert (left, right) == (0, 1) if more > 40 else left == 0 and right < 0.1
    table = tables.nth(wide[-1])
    table.hover()
    tackning.mouse.wheel(5_000, 0)
    tackning.wait_for_timeout(200)
    assert table.evaluate(SIDEWAYS)[1:] == [1, 0]
