"""The guided look and the answers beside a page's title, in the reader's own browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import find_faults
from tests.browser.conftest import open_page, settle


def test_a_line_opens_the_look_and_each_step_is_told(page, served):
    open_page(page, served, "/")
    page.get_by_role("button", name="Ny här?").click()
    dialog = page.get_by_role("dialog", name="Kort rundtur")
    for step in range(1, 5):
        expect(dialog.get_by_text(f"Steg {step} av 5")).to_be_visible()
        dialog.get_by_role("button", name="Nästa", exact=True).press("Enter")
    expect(dialog.get_by_role("status").filter(has_text="Steg 5 av 5")).to_be_visible()
    dialog.get_by_role("button", name="Klar").press("Enter")
    expect(dialog).to_have_count(0)
    settle(page)
    expect(page.get_by_role("button", name="Ny här?")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1400, 1000), (390, 844)])
def test_what_is_opened_at_the_top_has_no_fault_for_axe(browser, served, width, height):
    # axe is put into the page as inline script, which the policy rightly stops
    size = {"width": width, "height": height}
    context = browser.new_context(bypass_csp=True, viewport=size, locale="sv-SE")
    page = context.new_page()
    open_page(page, served, "/register")
    page.get_by_role("button", name="Om sidan").click()
    expect(page.get_by_text("Vem frågar jag?")).to_be_visible()
    settle(page)
    about = find_faults(page)
    page.get_by_role("button", name="Visa en kort rundtur").click()
    expect(page.get_by_role("dialog", name="Kort rundtur")).to_be_visible()
    expect(page.get_by_text("Vem frågar jag?")).to_have_count(0)
    settle(page)
    guided = find_faults(page)
    context.close()
    assert (about, guided) == ([], [])
