"""A reporter's quarter in a real browser: the spreadsheet out, filled in, in again and sent; a
form begun, left and found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

import clock
from indicators.periods import Quarter, quarters_before
from tests.browser.conftest import open_page, settle
from tests.copied import Copied
from tests.served import Served
from tests.web.data_folder import copy_to

RUNNING = Quarter.of(clock.today())
(BEFORE,) = quarters_before(RUNNING, 1)
FORM = f"/rapportera?roll=rapportor&enhet=lpo-lulea-boden&slag=atgarder&period={RUNNING}"
SHEET = f"/rapportera?roll=rapportor&flik=kalkylblad&period={RUNNING}"
EARLIER = FORM.replace(str(RUNNING), str(BEFORE))
TAB = "Åtgärder och insatser"
ENTRY, CELL, ROW = 268, 52, 35  # pixels of the grid: first column, half a value's, a row


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for what is sent here, of each test another report; `page` comes after it, so that
    it has been left when the server ends."""
    server = Copied(copy_to(tmp_path_factory.mktemp("own"))).start()
    yield server
    server.stop()


def download(page: Page, button: str, to: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    started.value.save_as(to)
    return to


def upload(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("3. Granska och lämna in").or_(page.get_by_text("Inget är lagrat")).wait_for()
    settle(page)


def test_the_spreadsheet_goes_out_comes_back_with_an_error_is_mended_and_sent(
    own: Served, page: Page, tmp_path: Path
) -> None:
    open_page(page, own, SHEET)
    template = download(page, "Hämta mall", tmp_path / "mall.xlsx")
    book = load_workbook(template)
    for column, value in enumerate(["8", 9, "tolv", 11, "12", 13], start=5):
        book[TAB].cell(5, column, value)
    book.save(tmp_path / "fel.xlsx")
    upload(page, tmp_path / "fel.xlsx")
    expect(page.get_by_text("1 fel. Rätta i filen")).to_be_visible()
    marked = load_workbook(download(page, "Hämta filen med markeringar", tmp_path / "m.xlsx"))
    assert marked[TAB]["G5"].comment is not None
    assert page.get_by_role("button", name="Lämna in").count() == 0

    book[TAB].cell(5, 7, 12)
    book.save(tmp_path / "ratt.xlsx")
    upload(page, tmp_path / "ratt.xlsx")
    expect(page.get_by_text("1 rapport:")).to_be_visible()
    page.get_by_role("button", name="Lämna in 1 rapport").click()
    expect(page.get_by_test_id("stAlert").get_by_text("1 rapport är inlämnad.")).to_be_visible()
    settle(page)
    open_page(page, own, FORM + "&som=rad")
    expect(page.get_by_label("Kvinnor 18–20")).to_have_value("12")
    expect(page.get_by_text("inlämnad").first).to_be_visible()


def test_a_form_that_is_left_is_found_again_with_all_that_was_typed(
    own: Served, page: Page
) -> None:
    open_page(page, own, EARLIER)
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    grid.click(position={"x": ENTRY + CELL, "y": ROW * 1.5}, force=True)
    for text in ("12", ".."):  # typed from the keyboard alone, cell after cell
        page.keyboard.press("Enter")
        editor = page.locator("textarea.gdg-input")
        editor.wait_for()
        editor.press_sequentially(text, delay=60)  # as fast as a person
        expect(editor).to_have_value(text)
        page.keyboard.press("Tab")
        page.wait_for_timeout(400)  # the grid gathers edits for a moment before it sends them
        settle(page)
    expect(page.get_by_text("Utkast sparat")).to_be_visible()
    page.reload()
    settle(page)
    expect(page.get_by_text("Utkast sparat")).to_be_visible()
    page.get_by_text("En rad i taget").click()
    expect(page.get_by_label("Kvinnor 12–14")).to_have_value("12")
    expect(page.get_by_label("Kvinnor 15–17")).to_have_value("..")


def test_a_row_of_the_list_opens_its_report_by_keyboard_and_mouse(own: Served, page: Page) -> None:
    open_page(page, own, "/rapportera?roll=regional-samordnare&bara-lage=alla")
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    grid.click(position={"x": 120, "y": ROW * 1.5}, force=True)
    page.wait_for_url("**enhet=**")
    settle(page)
    expect(page.get_by_role("button", name="Alla rapporter")).to_be_visible()
    page.get_by_role("button", name="Alla rapporter").click()
    settle(page)
    assert "enhet=" not in page.url


def test_on_a_phone_a_refusal_is_seen_and_what_is_undone_comes_back(
    own: Served, page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, own, EARLIER.replace("atgarder", "exempel"))
    page.get_by_text("Inget att rapportera för perioden").click()
    settle(page)
    for button in ("Granska och lämna in", "Lämna in"):
        page.get_by_role("button", name=button, exact=True).click()
        settle(page)
    expect(page.get_by_test_id("stToast")).to_be_in_viewport()
    open_page(page, own, "/rapportera?roll=rapportor&flik=inlamnat")
    page.get_by_text("Ångra en inlämning").click()
    page.wait_for_timeout(800)  # it unfolds for a moment, and that moves the page
    undo = page.get_by_role("button", name="Ångra inlämning")
    undo.click()
    settle(page)
    expect(page.get_by_text("Skriv varför du ångrar inlämningen.")).to_be_in_viewport()
    page.get_by_role("textbox", name="Varför ångrar du?").fill("Fel kvartal")
    undo.click()
    expect(page.get_by_text("finns kvar som utkast i 1 rapport.").first).to_be_visible()
    open_page(page, own, EARLIER.replace("atgarder", "exempel"))
    expect(page.get_by_role("checkbox", name="Inget att rapportera")).to_be_checked()
