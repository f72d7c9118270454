"""The other language, by the link at the top: the same view, and the browser is told."""

from playwright.sync_api import expect

from tests.browser.conftest import choose, open_page, settle


def _language(page):
    return page.locator("html").get_attribute("lang")


def test_the_link_leads_to_the_view_that_is_shown_in_the_other_language_and_back(page, served):
    open_page(page, served, "/tackning")
    assert _language(page) == "sv"
    choose(page, "Län", "Stockholms län")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Coverage", exact=True)).to_be_visible(timeout=30_000)
    settle(page)
    assert _language(page) == "en"
    assert page.title() == "Coverage – Lägesbild bob"
    assert "lan=01" in page.url and "sprak=en" in page.url
    page.get_by_role("link", name="Svenska").click()
    expect(page.get_by_role("heading", name="Täckning", exact=True)).to_be_visible(timeout=30_000)
    settle(page)
    assert _language(page) == "sv"
    assert "lan=01" in page.url and "sprak" not in page.url


def test_what_people_have_written_is_marked_as_swedish_on_an_english_page(page, served):
    open_page(page, served, "/exempel?innehall=stod&sprak=en")
    written = page.locator("[class*=st-key-svenska_]")
    assert written.count() > 2
    expect(page.locator("[class*=st-key-svenska_]:not([lang=sv])")).to_have_count(0)
    assert (
        page.get_by_text("Gängsnacket").first.evaluate("one => one.closest('[lang]').lang") == "sv"
    )
    page.get_by_role("link", name="Svenska").click()
    expect(page.get_by_text("Gängsnacket").first).to_be_visible(timeout=30_000)
    settle(page)
    expect(written).to_have_count(0)  # where all is Swedish nothing is marked
