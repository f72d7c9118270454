"""The way to the feed, behind its control."""

from tests.pages.conftest import START
from ui.atom import PATH


def test_the_addresses_are_drawn_once_the_control_is_open(open_page):
    page = open_page(START)
    assert not page.code
    page.session_state["prenumerera"] = True
    addresses = [one.value for one in page.run().code]
    assert len(addresses) == 3
    assert all(PATH in one for one in addresses)
