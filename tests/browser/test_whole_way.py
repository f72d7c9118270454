"""The whole way of a report in a real browser: template, filled in, preview, sent, approved,
published, and seen by a reader. What is wrong in a file and mended: test_reporting."""

from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

import clock
from indicators.periods import Quarter
from tests.browser.conftest import open_page, settle
from tests.browser.test_reporting import SHEET, TAB, download, own, upload
from tests.served import Served

__all__ = ["own"]
RUNNING = Quarter.of(clock.today())
EVENTS = "Rådets händelser"
AREA = "lpo-lulea-boden"


def fill(template: Path, to: Path) -> Path:
    """As a person would: a measure's six numbers, and that the council rests."""
    book = load_workbook(template)
    for column, value in enumerate(["8", 9, 12, 11, "12", 13], start=5):
        book[TAB].cell(5, column, value)
    # area's code and name, period, stage, from when, reason, note
    event = (AREA, None, str(RUNNING), "vilande", RUNNING.first, None, "Samordnaren har slutat")
    for column, value in enumerate(event, start=1):
        book[EVENTS].cell(5, column, value)
    book.save(to)
    return to


def test_a_report_goes_from_the_template_to_the_reader(
    own: Served, page: Page, tmp_path: Path
) -> None:
    open_page(page, own, SHEET)
    template = download(page, "Hämta mall", tmp_path / "mall.xlsx")
    upload(page, fill(template, tmp_path / "ifylld.xlsx"))
    page.get_by_role("button", name="Lämna in alla 2 rapporter").click()
    expect(page.get_by_text("2 rapporter är inlämnade.").first).to_be_visible()

    for kind in ("atgarder", "handelser"):
        unit = f"{AREA}_{kind}_{RUNNING}"
        open_page(page, own, f"/granska?roll=nationell-samordnare&enhet={unit}")
        page.get_by_role("button", name="Godkänn", exact=True).click()
        expect(page.get_by_text("1 rapport är godkänd.")).to_be_visible()
        settle(page)

    open_page(page, own, "/granska?roll=nationell-samordnare&vy=utgavor")
    expect(page.get_by_text("Ingen utgåva är publicerad än.")).to_be_visible()
    page.get_by_role("button", name="Publicera utgåva 1").click()
    page.get_by_role("textbox", name="Anteckning till läsarna").fill("Första utgåvan")
    page.get_by_role("button", name="Publicera nu").click()
    expect(page.get_by_text("Utgåva 1 är publicerad.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Inget är godkänt sedan den senaste utgåvan.")).to_be_visible()

    open_page(page, own, f"/omrade?omrade={AREA}")
    expect(page.get_by_text("Vilande", exact=False).first).to_be_visible()
