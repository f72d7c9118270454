"""One page that tests lend one after another. The browser compiles the app's scripts for it once,
which a new page costs most of its time. Between two tests it forgets what a test told it:
listeners, routes, cookies, what the last site stored, its size and its media. It keeps what it has
fetched of a server: who tests that, or init scripts and clocks, opens a page of her own
(`context`)."""

from collections.abc import Callable, Sequence
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
        """Take it back as it was; one that can't be mended is thrown away."""
        self.context.clear_cookies()
        self.context.unroute_all(behavior="ignoreErrors")
        heard, self.heard = self.heard, []
        for other in self.context.pages:
            if other is not self.page:
                _forget_stored(other)
                other.close()
        if self.page is None or self.page.is_closed():
            return
        try:
            self._restore(self.page, heard)
        except Error:
            self.page.close()
            self.page = None

    def _restore(self, page: Page, heard: Sequence[tuple[str, Callable[..., Any]]]) -> None:
        for event, listener in heard:
            page.remove_listener(event, listener)  # type: ignore[call-overload]
        page.unroute_all(behavior="ignoreErrors")
        _forget_stored(page)
        page.goto("about:blank")
        page.set_viewport_size(WIDE)
        page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference")

    def _note_listeners(self, page: Page) -> None:
        on = page.on

        def note(event: Any, listener: Callable[..., Any]) -> None:
            self.heard.append((event, listener))
            on(event, listener)

        page.on = note  # type: ignore[method-assign]


def _forget_stored(page: Page) -> None:
    with suppress(Error):  # a page that never came has no storage
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
