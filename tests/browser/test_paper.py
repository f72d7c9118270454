"""Pages as they are printed: what is for hands is gone, nothing is cut off, and Område is whole."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import open_page, settle
from tests.served import ROOT, Served

ADD = """
from tests.data_access.released_work import NEWEST, add_work
met = [{"aktor": "polisen", "form": "medlem", "hallna": 4, "deltagit": 3}]
words = "Ett långt ord: " + "samverkansöverenskommelse" * 3
stands = [{"kategori": "sekretess", "niva": "mellan", "beskrivning": words}]
goal = [{"mal": "skolans-deltagande", "utfall": 50, "bedomning": "pa-vag"}]
told = [{"rubrik": "Fältare", "metod": "annan", "evidens": "okand", "beskrivning": "Så gick det"}]
need = [{"behov": "Sekretess", "gjort": "En dag"}]
cost = [{"myndighet": "bra", "arsarbetskrafter": 2.5, "kronor": 1000}]
add_work([
    ("deltagande", "lpo-jarva", NEWEST, met), ("hinder", "lpo-jarva", NEWEST, stands),
    ("mal", "pr-stockholm", NEWEST, goal), ("exempel", "lpo-jarva", NEWEST, told),
    ("kompetens", "pr-stockholm", NEWEST, need), ("resurser", "pr-stockholm", "2025K4", cost),
])
"""
WIDTH = 703  # pixels: A4 without its margins
AREA = "/omrade?dag=2026-11-01&omrade=lpo-jarva"
OTHERS = ("/", "/tackning", "/deltagande", "/insatser", "/trender", "/om")
HANDS = (
    "stHeader", "stButton", "stDownloadButton", "stSelectbox", "stDateInput", "stTextInput",
    "stButtonGroup", "stMenuButton", "stPopover",
)  # fmt: skip
PARTS = (
    "Händelser", "Nytt sedan 30 september 2026", "Lägesbilder", "Deltagande", "Insatser",
    "Gemensamma mål", "Unga i området", "Hinder", "Resurser", "Goda exempel", "Kompetensbehov",
    "Samverkan i dag",
)  # fmt: skip
WIDER = """(width) => [...document.querySelectorAll('[data-testid=stMain] *')].filter(
  (one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1
).map((one) => one.outerHTML.slice(0, 120))"""
CUT = """() => [...document.querySelectorAll('[data-testid=stTable]')].filter(
  (one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1
).map((one) => one.innerText.slice(0, 80))"""

STYLES = """() => [...document.querySelectorAll('[data-testid=stTable] table')].map(
  (one) => [one, one.parentElement, one.closest('[data-testid=stTable]')].map(
    (box) => [getComputedStyle(box).display, getComputedStyle(box).overflow]))"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A server whose database has a release that tells of everything in one area."""
    server = Served(tmp_path_factory.mktemp("paper")).start()
    own = {**os.environ, "BOB_DATA_DIR": str(server.data_dir)}
    subprocess.run([sys.executable, "-c", ADD], cwd=ROOT, env=own, check=True, timeout=120)
    yield server
    server.stop()


def print_page(page, served, path):
    """Open it as on a screen, then lay it out as on paper."""
    open_page(page, served, path)
    settle(page)
    page.set_viewport_size({"width": WIDTH, "height": 1000})
    page.emulate_media(media="print")
    page.wait_for_timeout(400)


def assert_no_hands(page):
    for name in HANDS:
        for one in page.locator(f"[data-testid={name}]").all():
            assert not one.is_visible(), name


def words(page):
    return page.locator("[data-testid=stMain]").inner_text()


def test_an_area_is_printed_whole_without_what_is_for_hands(page, told):
    print_page(page, told, AREA)
    assert_no_hands(page)
    found = words(page)
    for one in ("Järva", "läget 1 november 2026", "Utgåva 1, 2026-10-20", "EXEMPELDATA", *PARTS):
        assert one in found
    assert "Till Deltagande" not in found and "Ladda ner" not in found
    for cell in ("Polisen", "Sekretess", "samverkansöverenskommelse", "Så gick det", "2,5"):
        assert cell in found


def test_nothing_of_an_area_is_wider_than_the_paper(page, told):
    for area in ("omrade=lpo-jarva", "omrade=pr-stockholm&niva=polisregion", "omrade=se"):
        print_page(page, told, f"/omrade?dag=2026-11-01&{area}")
        assert page.evaluate(WIDER, WIDTH) == []
        assert page.evaluate(CUT) == []
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1400, "height": 1000})


def test_tables_that_are_a_canvas_are_printed_as_text(page, told):
    print_page(page, told, AREA)
    assert not any(one.is_visible() for one in page.locator("[data-testid=stDataFrame]").all())
    for rows in ("Misstänkta för grova brott", "Samverkansformer"):
        expect(page.locator("table", has_text=rows).last).to_be_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1400, "height": 1000})
    twin = page.locator("[class*=st-key-tvilling_] table").first
    assert twin.count() == 1 and not twin.is_visible()


def test_an_area_takes_few_sheets(page, told):
    open_page(page, told, AREA)
    settle(page)
    paper = page.pdf(format="A4", print_background=True)
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", paper)) <= 3


def test_a_table_longer_than_a_sheet_goes_on_where_a_row_ends(page, told):
    """An inline table or a box that scrolls is moved whole to the next sheet, and then cut."""
    print_page(page, told, AREA)
    # the code of a table comes after the page's own
    page.locator("[data-testid=stTable] table").first.wait_for(state="attached")
    styles = page.evaluate(STYLES)
    assert styles
    for table, *boxes in styles:
        assert table[0] == "table"
        assert all(box == ["block", "visible"] for box in boxes)


@pytest.mark.parametrize("path", OTHERS)
def test_every_page_is_printed_without_fields_and_says_what_was_chosen(page, told, path):
    print_page(page, told, f"{path}?dag=2026-11-01&region=pr-syd")
    assert_no_hands(page)
    assert "Exempeldata" in words(page)
    if path != "/om":
        assert "Urval: polisregion Syd. Läget 1 november 2026." in words(page)
