"""The guided look and the answers beside a page's title, in the reader's own browser."""

from playwright.sync_api import expect

from data_access.viewer import Role
from tests.browser.axe import find_faults
from tests.browser.conftest import open_page, settle
from tests.browser.shared import WIDE
from ui.guide import to_steps


def test_a_line_opens_the_look_and_each_step_is_told(page, served):
    open_page(page, served, f"/?roll={Role.ADMIN}")
    page.get_by_role("button", name="Ny här?").click()
    dialog = page.get_by_role("dialog", name="Kort rundtur")
    last = len(to_steps(str(Role.ADMIN), "", ""))
    for step in range(1, last):
        expect(dialog.get_by_text(f"Steg {step} av {last}")).to_be_visible()
        dialog.get_by_role("button", name="Nästa", exact=True).press("Enter")
    said = dialog.get_by_role("status").filter(has_text=f"Steg {last} av {last}")
    expect(said).to_be_visible()
    dialog.get_by_role("button", name="Klar").press("Enter")
    expect(dialog).to_have_count(0)
    settle(page)
    expect(page.get_by_role("button", name="Ny här?")).to_have_count(0)


def test_what_is_opened_at_the_top_has_no_fault_for_axe(open_to_scripts, served):
    page = open_to_scripts
    page.set_viewport_size(WIDE)
    open_page(page, served, "/register")
    page.get_by_role("button", name="Om sidan").click()
    settle(page)
    assert_no_faults(page, page.get_by_text("Vem frågar jag?"))
    page.get_by_role("button", name="Visa en kort rundtur").click()
    expect(page.get_by_text("Vem frågar jag?")).to_have_count(0)
    settle(page)
    assert_no_faults(page, page.get_by_role("dialog", name="Kort rundtur"))


def assert_no_faults(page, opened):
    """On a desk and on a phone, where what was opened is still seen."""
    for size in ({"width": 390, "height": 844}, WIDE):
        page.set_viewport_size(size)
        page.wait_for_timeout(300)
        expect(opened).to_be_visible()
        assert find_faults(page) == [], size
