"""How much of a page jumps while it comes, and whether its map has the place that it needs."""

from playwright.sync_api import BrowserContext, Frame, Page

MOST = 0.05
_SEEN = """window.shift = 0; window.shifted = [];
new PerformanceObserver((seen) => seen.getEntries().forEach((entry) => {
  window.shift += entry.value;
  const nodes = entry.sources.map((source) => source.node?.closest?.('[data-testid]'));
  window.shifted.push(`${entry.value.toFixed(3)} ${nodes.map((e) => e?.className)}`);
})).observe({type: 'layout-shift', buffered: true});"""
# How far the areas reach over each side of the map's frame, in pixels
_OVER = """() => {
  const boxOf = (one) => one.getBoundingClientRect();
  const frame = boxOf(document.querySelector('#map_div'));
  const foot = boxOf(document.querySelector('.bob-time').parentElement);
  const boxes = [...document.querySelectorAll('path[data-kod]')].map(boxOf);
  const most = (value) => Math.max(...boxes.map(value));
  return [most((b) => b.bottom - foot.top), most((b) => frame.top - b.top),
    most((b) => b.right - frame.right), most((b) => frame.left - b.left),
    foot.bottom - innerHeight];
}"""


def watch(of: Page | BrowserContext) -> None:
    """Before the page is opened."""
    of.add_init_script(_SEEN)


def find_jumps(page: Page) -> list[str]:
    """What jumped, by how much; nothing where all of it together is little (as Web Vitals' CLS)."""
    return page.evaluate("window.shifted") if page.evaluate("window.shift") >= MOST else []


def find_over(frame: Frame) -> list[float]:
    """By how many pixels the areas, and what is below them, reach over an edge of the map's frame;
    nothing where the whole country is seen."""
    return [over for over in frame.evaluate(_OVER) if over > 0]
