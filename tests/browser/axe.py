"""What axe finds on a page, but for what is Streamlit's own and stands in the statement
(`ui/about_accessibility.py`)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Rule and where: inside an element of ours each is a fault
STREAMLITS_OWN = {
    "target-size": "[data-testid=stDateInput] [role=spinbutton]",  # year, month and day of a date
    "list": "[data-testid=stSidebarNavItems]",  # the menu of a narrow window
    "listitem": "[data-testid=stSidebarNavItems] li",
    "scrollable-region-focusable": "[data-testid=stTable] *",  # a table wider than its place
    "presentation-role-conflict": "[data-testid=stFileUploaderDropzone]",  # where files are dropped
    "region": "[role=menu]",  # an open menu button is drawn outside of every landmark
}
_SCRIPT = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
_RUN = """async ([only, own]) => {
  const found = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
  const isOwn = (rule, target) => own[rule] && target.length === 1 &&
    document.querySelector(target[0])?.matches(own[rule]);
  return found.violations.flatMap(({ id, nodes }) => nodes
    .filter(({ target }) => !isOwn(id, target)).map(({ html }) => [id, html.slice(0, 200)]));
}"""


def find_faults(page: Page, only: Sequence[str] = ()) -> list[Any]:
    """Rule and element (HTML) of each fault, in frames too, of all rules or of those named. The
    page's context must pass by the Content-Security-Policy, which rightly stops a script that is
    put in."""
    asked = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    for frame in page.frames:
        if not frame.evaluate("Boolean(window.axe)"):
            frame.evaluate(_SCRIPT.read_text("utf-8"))
    return list(page.evaluate(_RUN, [asked, STREAMLITS_OWN]))
