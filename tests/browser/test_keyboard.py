"""Users' tasks by the keyboard alone, from the start page (the search has tests of its own)."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from tests.browser.wire import asking

DAY = "2026-11-01"
MOST = 60  # presses to what is looked for on a page
_FOCUSED = """() => {
  const one = document.activeElement;
  const text = one.matches("a, button, summary, [role=menuitem]") ? one.innerText : "";
  return one.getAttribute("aria-label") || text;
}"""


class Typist:
    """Somebody at the start page without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, key: str) -> None:
        """One key, and the page that comes of it."""
        self.page.keyboard.press(key)
        settle(self.page)

    def at(self) -> str:
        """What the thing that the keyboard is at is called."""
        return " ".join(str(self.page.evaluate(_FOCUSED)).split())

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press the key until the keyboard is at what is called so."""
        passed = []
        for _press in range(MOST):
            self.page.keyboard.press(key)
            passed.append(self.at())
            if name in passed[-1]:
                return
        raise AssertionError(f"{name!r} is not reached by {key}: {passed}")

    def go(self, section: str, name: str) -> None:
        """To a page by the menu."""
        self.tab_to(section)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("menuitem", name=name, exact=True).wait_for()
        self.tab_to(name, "ArrowDown")
        self.press("Enter")
        expect(self.page.get_by_role("heading", name=name, exact=True, level=1)).to_be_visible()

    def choose(self, label: str, option: str) -> None:
        """An option of a select box, by its name; the keyboard stays at the box."""
        self.tab_to(label)
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option, exact=True).wait_for()
        self.press("Enter")
        assert label in self.at(), "a new run must not take the keyboard away"

    def save(self) -> list[list[str]]:
        """The rows of the table's file."""
        self.tab_to("Ladda ner tabellen")
        self.press("Enter")
        self.page.get_by_role("button", name="CSV", exact=True).wait_for()
        self.page.keyboard.press("Tab")
        assert self.at() == "Excel", "what is opened comes next"
        self.tab_to("CSV")
        with self.page.expect_download() as started:
            self.page.keyboard.press("Enter")
        text = started.value.path().read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text), delimiter=";"))


@pytest.fixture
def typist(page, told):
    page.goto(f"{told.address}/?dag={DAY}")
    settle(page)
    return Typist(page)


def test_the_national_council_takes_a_regions_coverage_with_it(typist):
    typist.go("Uppföljning", "Täckning")
    typist.choose("Polisregion", "Stockholm")
    assert "region=pr-stockholm" in typist.page.url
    rows = {row[0]: row[1:] for row in typist.save() if row}
    assert rows["Dag"] == [DAY] and rows["Prioriterade områden"]
    opened = typist.page.get_by_test_id("stPopoverBody")
    typist.press("Escape")
    expect(opened).to_have_count(0)
    assert "Ladda ner tabellen" in typist.at(), "what is closed gives the keyboard back"
    typist.press("Enter")
    typist.tab_to("CSV för maskiner")
    typist.press("Tab")
    expect(opened).to_have_count(0)
    assert "Ladda ner" not in typist.at() and typist.at(), "past its end comes what follows it"


def test_a_regional_lead_finds_which_councils_lacked_whom_in_her_own_lan_and_is_explained_a_figure(
    typist,
):
    typist.go("Uppföljning", "Deltagande")
    typist.choose("Län", "Skåne län")
    assert "lan=12" in typist.page.url  # and a link brings the same to a colleague
    said = typist.page.locator("body").inner_text()
    assert "Hälso- och sjukvård" in said
    assert "råd som kan bedömas" in said
    typist.tab_to("Förklara en siffra")
    with asking(typist.page):  # what it holds is asked for, and drawn anew when it comes
        typist.page.keyboard.press("Enter")
    settle(typist.page)
    expect(typist.page.get_by_role("combobox", name="Vilken siffra?")).to_be_visible()
    typist.tab_to("Vilken siffra?")
    typist.page.keyboard.type("Alla medl")
    typist.page.get_by_role("option", name="Alla medlemmar").wait_for()
    typist.press("Enter")
    expect(typist.page.get_by_text(re.compile("^Alla medlemmar: "))).to_be_visible()
