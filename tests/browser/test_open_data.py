"""The documentation of open data and the page of keys, in a real browser."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import open_page
from tests.served import Served


def test_the_documentation_is_styled_and_leads_on_by_keyboard(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/api/v1/")
    heading = page.get_by_role("heading", level=1)
    assert heading.evaluate("e => getComputedStyle(e).fontWeight") == "600"
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    page.get_by_role("link", name="openapi.json").click()
    page.wait_for_url("**/openapi.json")


def test_a_key_that_is_made_opens_what_it_says(page: Page, served: Served) -> None:
    open_page(page, served, "/nycklar?roll=administrator")
    page.get_by_test_id("stTextInputField").fill("Provtjänst")
    page.get_by_role("combobox").first.click()
    page.keyboard.type("Nord (polisregion")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Skapa nyckel").click()
    key = page.locator("code", has_text="bob_").inner_text().strip()
    expect(page.get_by_text("1 nyckel gäller")).to_be_visible()
    asked = {"Authorization": f"Bearer {key}"}
    answer = page.request.get(f"{served.address}/api/v1/areas?niva=polisregion", headers=asked)
    assert [one["id"] for one in answer.json()["features"]] == ["pr-nord"]
    page.get_by_role("button", name="Avsluta").first.click()
    page.get_by_role("button", name="Avsluta nyckeln").click()
    expect(page.get_by_text("0 nycklar gäller")).to_be_visible()
    again = page.request.get(f"{served.address}/api/v1/areas", headers=asked)
    assert again.status == 401
