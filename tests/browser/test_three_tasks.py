"""What the three users come to do, as they would do it: from the start page, counting clicks and
seconds. The seconds are no benchmark: they say that it is no long work."""

import csv
import io
import time
from dataclasses import dataclass, field

import pytest
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


@pytest.fixture
def visitor(page, told):
    page.goto(f"{told.address}/?dag={DAY}")
    settle(page)
    return Visitor(page)


def save(visitor: Visitor, tmp_path, place: int = 0) -> list[list[str]]:
    """The rows of the file that the page's download at that place gives."""
    visitor.page.get_by_role("button", name="Ladda ner tabellen").nth(place).click()
    with visitor.page.expect_download() as started:
        visitor.page.get_by_role("button", name="CSV", exact=True).click()
    visitor.clicks += 2
    started.value.save_as(tmp_path / "tabell.csv")
    text = (tmp_path / "tabell.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_national_council_finds_where_prioritised_areas_lack_a_council_and_since_when(
    visitor, tmp_path
):
    """In the two largest regions, one after the other."""
    visitor.go("Uppföljning", "Täckning")
    found = {}
    for region in ("Stockholm", "Väst"):
        visitor.choose("Polisregion", region)
        assert f"polisregion {region}" in visitor.read()
        rows = save(visitor, tmp_path, 1)  # the list of areas, below the shares
        head = next(row for row in rows if "Område" in row)
        found[region] = [dict(zip(head, row, strict=True)) for row in rows[rows.index(head) + 1 :]]
    for rows in found.values():
        lacking = [row for row in rows if row["Prioriterat"] == "ja"]
        assert lacking
        assert all(row["Sedan"] or row["Steg"] == "uppgift saknas" for row in lacking)
    assert visitor.is_quick(), visitor.clicks


def test_a_regional_lead_finds_which_councils_lacked_health_care_in_her_own_lan(visitor):
    visitor.go("Uppföljning", "Deltagande")
    visitor.choose("Län", "Skåne län")
    said = visitor.read()
    assert "Hälso- och sjukvård" in said
    assert "råd som kan bedömas" in said
    assert "lan=12" in visitor.page.url  # and a link brings the same to a colleague
    assert visitor.is_quick(), visitor.clicks


def test_the_ministry_takes_the_country_s_figures_with_day_and_source(visitor, tmp_path):
    visitor.go("Uppföljning", "Täckning")
    rows = save(visitor, tmp_path)
    told = {row[0]: row[1:] for row in rows if row}
    assert told["Dag"] == [DAY]
    assert told["Källa"] and told["Definition"] and "EXEMPELDATA" in told
    assert told["Prioriterade områden"]
    assert visitor.is_quick(), visitor.clicks
