"""The search by keyboard alone, in the reader's own browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import open_page, settle

FIELD, HITS = ".st-key-sok_text input", ".st-key-sok_traffar a"


@pytest.fixture
def search(page, served):
    open_page(page, served, "/register")
    expect(page.get_by_role("button", name="Sök", exact=True)).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    return page


def test_the_key_opens_the_search_and_arrows_and_enter_lead_to_what_it_finds(search):
    search.keyboard.type("norrmalm")
    expect(search.get_by_role("status").filter(has_text="2 träffar.")).to_be_visible()
    expect(search.locator(HITS)).to_have_count(2)
    search.keyboard.press("ArrowDown")
    expect(search.locator(HITS).first).to_be_focused()
    search.keyboard.press("ArrowUp")
    expect(search.locator(FIELD)).to_be_focused()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Enter")
    heading = search.get_by_role("heading", name="Norrmalm", exact=True)
    expect(heading).to_be_visible(timeout=30_000)  # a page of its own, on a busy machine
    expect(search.get_by_role("dialog")).to_have_count(0)
    assert "omrade=lpo-norrmalm" in search.url
    assert "dag=2024-12-31" in search.url


def test_a_hit_is_reached_with_the_tabulator_escape_leads_back_and_the_key_can_be_turned_off(
    search,
):
    search.keyboard.type("umea")
    expect(search.locator(HITS).first).to_be_visible()
    for _step in range(3):  # the field, what empties it, the first hit
        if search.locator(HITS).first.evaluate("one => one === document.activeElement"):
            break
        search.keyboard.press("Tab")
    expect(search.locator(HITS).first).to_be_focused()
    search.keyboard.press("Escape")
    expect(search.get_by_role("dialog")).to_have_count(0)
    expect(search.get_by_role("button", name="Sök")).to_be_focused()
    search.keyboard.press("/")
    search.get_by_text("Tangenten / öppnar sök").click()
    settle(search)
    search.keyboard.press("Escape")
    expect(search.get_by_role("dialog")).to_have_count(0)
    search.keyboard.press("/")
    search.wait_for_timeout(300)
    expect(search.get_by_role("dialog")).to_have_count(0)


def test_the_sign_is_a_sign_where_somebody_writes(page, served):
    open_page(page, served, "/exempel")
    field = page.get_by_role("textbox", name="Sök").or_(page.get_by_role("combobox")).first
    field.focus()
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog")).to_have_count(0)
