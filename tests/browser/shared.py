"""One page that tests lend one after another. The browser compiles the app's scripts for it once,
which a new page costs most of its time; between two tests it forgets all that a test can leave."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

from tests.browser.wire import listen

WIDE = ViewportSize(width=1400, height=1000)
_CSP = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


def new_context(browser: Browser) -> BrowserContext:
    """A browser of one's own, whose pages note each line that breaks the security policy."""
    made = browser.new_context(viewport=WIDE, locale="sv-SE", timezone_id="Europe/Stockholm")
    made.add_init_script(_CSP)
    listen(made)
    return made


@dataclass
class Shared:
    """The page, and what the test that has it listens to."""

    context: BrowserContext
    page: Page | None = None
    heard: list[tuple[str, Callable[..., Any]]] = field(default_factory=list)

    def lend(self) -> Page:
        """The page as new; another one when a test has closed it."""
        if self.page is None or self.page.is_closed():
            self.page = self.context.new_page()
            self._note_listeners(self.page)
        return self.page

    def clean(self) -> None:
        """Take it back: nothing that the test did is left."""
        page = self.page
        if page is None or page.is_closed():
            return
        for event, listener in self.heard:
            page.remove_listener(event, listener)  # type: ignore[call-overload]
        self.heard.clear()
        page.unroute_all(behavior="ignoreErrors")
        with suppress(Error):  # a page that never came has no storage
            page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")
        self.context.clear_cookies()
        page.set_viewport_size(WIDE)
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null")

    def _note_listeners(self, page: Page) -> None:
        on = page.on

        def note(event: Any, listener: Callable[..., Any]) -> None:
            self.heard.append((event, listener))
            on(event, listener)

        page.on = note  # type: ignore[method-assign]
