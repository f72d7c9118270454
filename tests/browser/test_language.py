"""The other language, by the link at the top: the same view, and the browser is told."""

from playwright.sync_api import expect

from tests.browser.conftest import choose, open_page, settle


def _language(page):
    return page.locator("html").get_attribute("lang")


def test_the_link_leads_to_the_same_view_in_the_other_language_and_back(page, served):
    open_page(page, served, "/exempel?innehall=stod")
    assert _language(page) == "sv"
    choose(page, "Län", "Stockholms län")
    page.get_by_role("link", name="English").click()
    heading = page.get_by_role("heading", name="Good examples", exact=True)
    expect(heading).to_be_visible(timeout=30_000)
    settle(page)
    assert _language(page) == "en"
    assert page.title() == "Good examples – Lägesbild bob"
    for part in ("lan=01", "innehall=stod", "sprak=en"):
        assert part in page.url

    # what people have written is marked as Swedish
    written = page.locator("[class*=st-key-svenska_]")
    assert written.count() > 2
    expect(page.locator("[class*=st-key-svenska_]:not([lang=sv])")).to_have_count(0)
    told = page.get_by_text("Gängsnacket").first
    assert told.evaluate("one => one.closest('[lang]').lang") == "sv"

    page.get_by_role("link", name="Svenska").click()
    heading = page.get_by_role("heading", name="Goda exempel", exact=True)
    expect(heading).to_be_visible(timeout=30_000)
    settle(page)
    assert _language(page) == "sv"
    assert "lan=01" in page.url and "sprak" not in page.url
    expect(page.get_by_text("Gängsnacket").first).to_be_visible()
    expect(written).to_have_count(0)  # where all is Swedish nothing is marked
