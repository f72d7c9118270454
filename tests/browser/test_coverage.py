"""Täckning in a real browser: the answer in the first screen, and what a choice runs anew."""

from playwright.sync_api import expect

from tests.browser.conftest import choose as choose_field
from tests.browser.conftest import map_frame, open_page, settle
from tests.browser.wire import asking

DRAWN = "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"

# By how much a table is wider than its place, and how far each side has faded
SIDEWAYS = """(table) => {
  const scroller = table.querySelector('.dvn-scroller');
  const faded = (side) => Number(getComputedStyle(table, side).opacity);
  return [scroller.scrollWidth - scroller.clientWidth, faded('::before'), faded('::after')];
}"""


def open_drawn(page, served):
    open_page(page, served, "/tackning?dag=2026-11-01")
    page.wait_for_selector(DRAWN)
    settle(page)


def answer(page):
    return page.locator(".st-key-svar").inner_text()


def choose(page, option):
    with asking(page):
        page.get_by_role("radio", name=option, exact=True).click()
    settle(page)


def expect_first_screen(page):
    """The answer, a picture and a map."""
    assert "prioriterade områden" in answer(page)
    for part, lowest in ((".st-key-svar", 330), ("[data-testid=stVegaLiteChart]", 900)):
        box = page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] < lowest
    assert map_frame(page).query_selector("path.bob-area")
    told = page.locator("[data-testid=stVegaLiteChart]").first.get_attribute("aria-label")
    assert "Prioriterade områden" in told and "*" not in told


def expect_tables_whole_or_faded(page):
    """A table fades out where it goes on, and where it does not it is whole: else a number that is
    cut off at the edge looks whole. None has Streamlit's own download, which knows nothing of the
    mark of example data."""
    tables = page.get_by_test_id("stDataFrame")
    expect(tables.nth(3).locator("canvas").first).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)
    found = [table.evaluate(SIDEWAYS) for table in tables.all()]
    wide = [place for place, (more, *_edges) in enumerate(found) if more > 40]
    assert wide and len(wide) < len(found)
    for more, left, right in found:
        assert (left, right) == (0, 1) if more > 40 else left == 0 and right < 0.1
    table = tables.nth(wide[-1])
    table.hover()
    page.mouse.wheel(5_000, 0)
    page.wait_for_timeout(200)
    assert table.evaluate(SIDEWAYS)[1:] == [1, 0]


def test_from_the_overview_to_where_to_push_is_two_clicks(page, served):
    """The menu, and the page: the list is there. An area on its map leads on to all about it."""
    open_page(page, served, "/")
    page.get_by_text("Uppföljning", exact=True).first.click()
    page.get_by_role("menuitem", name="Täckning", exact=True).click()
    page.wait_for_selector(".st-key-svar strong")
    settle(page)
    assert "Där flest unga bor utan etablerat råd" in page.locator("body").inner_text()
    assert "/tackning" in page.url
    map_frame(page).dispatch_event('path[data-kod="lpo-lund"]', "click")
    settle(page)
    assert "omrade=lpo-lund" in page.url
    expect(page.get_by_role("link", name="Allt om Lund")).to_be_visible()


def test_the_answer_stands_in_the_first_screen_and_a_choice_is_in_the_address(page, served):
    """Another group runs its own part alone, so that the answer stays; a region changes it."""
    open_drawn(page, served)
    expect_first_screen(page)
    expect_tables_whole_or_faded(page)
    before = answer(page)
    choose(page, "Län")
    assert "per=lan" in page.url
    assert "per län" in page.locator("body").inner_text()
    choose(page, "Unga")
    assert "av=unga" in page.url
    assert answer(page) == before
    choose(page, "Bara prioriterade")
    page.wait_for_url("**visa=prioriterade**")
    choose(page, "Alla")
    page.wait_for_url(lambda url: "visa=" not in url)
    assert "Unga 12–20 år per län" in page.locator("body").inner_text()
    choose_field(page, "Polisregion", "Nord")
    expect(page.locator(".st-key-svar")).to_contain_text("polisregion Nord")
    assert answer(page) != before
