"""Nothing jumps while a page comes, on a tablet and a telephone (at 1400 px: test_accessible)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import shifts
from tests.browser.addresses import PAGES
from tests.browser.conftest import map_frame, open_page
from tests.browser.wire import listen
from tests.served import Served

BESIDE = ("/karta?jamfor=2025-06-30", "/omrade?omrade=lpo-jarva")


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm")
    listen(context)
    shifts.watch(context)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [390, 768])
@pytest.mark.parametrize("path", [*PAGES, *BESIDE])
def test_nothing_jumps_while_a_page_comes(
    watched: Page, served: Served, path: str, width: int
) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    open_page(watched, served, path)
    if watched.locator("iframe").count():
        map_frame(watched)
    assert shifts.find_jumps(watched) == []
