"""How much of a page jumps while it comes."""

from playwright.sync_api import BrowserContext, Page

MOST = 0.05
_SEEN = """window.shift = 0; window.shifted = [];
new PerformanceObserver((seen) => seen.getEntries().forEach((entry) => {
  window.shift += entry.value;
  const nodes = entry.sources.map((source) => source.node?.closest?.('[data-testid]'));
  window.shifted.push(`${entry.value.toFixed(3)} ${nodes.map((e) => e?.className)}`);
})).observe({type: 'layout-shift', buffered: true});"""


def watch(of: Page | BrowserContext) -> None:
    """Before the page is opened."""
    of.add_init_script(_SEEN)


def find_jumps(page: Page) -> list[str]:
    """What jumped, by how much; nothing where all of it together is little (as Web Vitals' CLS)."""
    return page.evaluate("window.shifted") if page.evaluate("window.shift") >= MOST else []
