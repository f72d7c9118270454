"""What users come to do, as they would do it: from the start page, counting clicks and seconds. The
seconds are no benchmark: they say that it is no long work. (A regional lead's: test_keyboard.)"""

import csv
import io
import time
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.conftest import settle

DAY = "2026-11-01"
MOST_CLICKS, TWO_MINUTES = 10, 120  # of a task, and seconds on a machine that is busy elsewhere


@dataclass
class Visitor:
    """Somebody at the start page, who does nothing but click."""

    page: Page
    clicks: int = 0
    start: float = field(default_factory=time.monotonic)

    def click(self, found) -> None:
        """One click, and the page that comes of it."""
        found.click()
        self.clicks += 1
        settle(self.page)

    def go(self, section: str, name: str) -> None:
        """To a page by the menu: two clicks."""
        self.click(self.page.get_by_text(section, exact=True).first)
        self.click(self.page.get_by_role("menuitem", name=name, exact=True))

    def choose(self, label: str, option: str) -> None:
        """An option of a select box: two clicks."""
        self.click(self.page.get_by_role("combobox", name=label))
        self.click(self.page.get_by_role("option", name=option, exact=True))

    def read(self) -> str:
        """All that stands on the page."""
        return self.page.locator("body").inner_text()

    def is_quick(self) -> bool:
        """Whether it took few clicks and little time."""
        return self.clicks <= MOST_CLICKS and time.monotonic() - self.start < TWO_MINUTES


def save(visitor: Visitor, tmp_path, place: int = 0) -> list[list[str]]:
    """The rows of the file that the page's download at that place gives."""
    visitor.page.get_by_role("button", name="Ladda ner tabellen").nth(place).click()
    with visitor.page.expect_download() as started:
        visitor.page.get_by_role("button", name="CSV", exact=True).click()
    visitor.clicks += 2
    started.value.save_as(tmp_path / "tabell.csv")
    text = (tmp_path / "tabell.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def find_lacking(visitor: Visitor, region: str, tmp_path) -> list[dict[str, str]]:
    """The region's prioritised areas without an established council."""
    visitor.choose("Polisregion", region)
    assert f"polisregion {region}" in visitor.read()
    rows = save(visitor, tmp_path, 1)  # the list of areas, below the shares
    head = next(row for row in rows if "Område" in row)
    found = [dict(zip(head, row, strict=True)) for row in rows[rows.index(head) + 1 :]]
    return [row for row in found if row["Prioriterat"] == "ja"]


def test_the_ministry_and_the_national_council_find_what_they_look_for(page, told, tmp_path):
    """One after the other at the same screen, who counts her own clicks."""
    page.goto(f"{told.address}/?dag={DAY}")
    settle(page)
    ministry = Visitor(page)
    ministry.go("Uppföljning", "Täckning")
    said = {row[0]: row[1:] for row in save(ministry, tmp_path) if row}
    assert said["Dag"] == [DAY]
    assert said["Källa"] and said["Definition"] and "EXEMPELDATA" in said
    assert said["Prioriterade områden"]
    assert ministry.is_quick(), ministry.clicks

    national = Visitor(page, clicks=2)  # the page is there already
    lacking = find_lacking(national, "Väst", tmp_path)
    assert lacking
    assert all(row["Sedan"] or row["Steg"] == "uppgift saknas" for row in lacking)
    assert national.is_quick(), national.clicks
