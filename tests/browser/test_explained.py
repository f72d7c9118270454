"""A figure is explained where it stands: a table's cell by mouse and by keyboard, a chart's point
by mouse; and charts are told and taken away as before."""

import json
import re

from playwright.sync_api import expect

from tests.browser.conftest import open_page, settle

ADDRESS = "/tackning?dag=2026-11-01&sedan=2025-11-01"
SHARES, COURSE = ".st-key-tabell_tackning-andelar", ".st-key-tackning_omraden"
ROW = 35  # pixels of a row of a table


def open_charted(page, served):
    open_page(page, served, ADDRESS)
    page.wait_for_selector(f"{COURSE} canvas, {COURSE} svg")


def click_cell(page, row):
    """Click below the middle of the table's head, in that row."""
    box = page.locator(f"{SHARES} canvas").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.45, box["y"] + ROW * (row + 1.5))


def reruns(served):
    """The names of what has run, in order."""
    lines = [json.loads(line) for line in served.log().splitlines() if line.startswith("{")]
    return [line["page"] for line in lines if line.get("event") == "rerun"]


def test_a_cell_is_explained_by_mouse_and_by_keyboard_and_where_it_is_seen_when_sorted(
    page, served
):
    open_charted(page, served)
    expect(page.get_by_text("Räknas av:")).to_have_count(0)
    before = len(reruns(served))
    click_cell(page, 0)
    heading = page.get_by_text(re.compile("^Prioriterade områden, 2025-11-01: "))
    expect(heading).to_be_visible()
    page.keyboard.press("ArrowDown")
    other = page.get_by_text(re.compile("^Alla lokalpolisområden, 2025-11-01: "))
    expect(other).to_be_visible()
    expect(heading).to_have_count(0)
    expect(page.get_by_text("Räknas av:")).to_have_count(1)
    settle(page)
    assert set(reruns(served)[before:]) == {"tabell_tackning-andelar"}
    click_cell(page, -1)  # the head
    settle(page)
    click_cell(page, 0)
    expect(page.get_by_text(re.compile("^Kommuner, 2025-11-01: "))).to_be_visible()


def find_point(page, chart):
    """A place in the chart where a point is, by the hand that shows there."""
    box = page.locator(chart).bounding_box()
    for across in range(95, 15, -1):
        for down in range(30, 90, 2):
            x, y = box["x"] + box["width"] * across / 100, box["y"] + box["height"] * down / 100
            page.mouse.move(x, y)
            hand = "([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor"
            if page.evaluate(hand, [x, y]) == "pointer":
                return x, y
    raise AssertionError(f"no point in {chart}")


def test_a_point_of_a_chart_is_explained_by_a_click_and_the_chart_is_still_taken_away(page, served):
    open_charted(page, served)
    page.locator(COURSE).scroll_into_view_if_needed()
    point = find_point(page, COURSE)
    before = len(reruns(served))
    page.mouse.click(*point)
    expect(page.get_by_text(re.compile("^Alla lokalpolisområden: \\d"))).to_be_visible()
    expect(page.get_by_text("Räknas av:")).to_have_count(1)
    settle(page)
    assert set(reruns(served)[before:]) == {"tackning_over_tid"}
    chart = page.locator(f"{COURSE} [data-testid=stVegaLiteChart]")
    assert "Alla lokalpolisområden" in chart.get_attribute("aria-label")
    chart = page.locator(COURSE)
    chart.hover()
    button = chart.get_by_role("button", name=re.compile("PNG"))
    with page.expect_download() as taken:
        button.dispatch_event("click")  # it lies over the chart's edge, by the page's head
    assert taken.value.suggested_filename.endswith(".png")
    assert taken.value.path().read_bytes().startswith(b"\x89PNG")
