"""Område as it is printed: it is whole, what is for hands is gone, and nothing is cut off. Every
other page: test_printed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import open_page, serve, settle
from tests.data_access.released_work import NEWEST, add_work

WIDTH = 703  # pixels: A4 without its margins
AREA = "/omrade?dag=2026-11-01&omrade=lpo-jarva"
REST = ("omrade=pr-stockholm&niva=polisregion", "omrade=se")
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


def tell_of_everything():
    """A release that tells of everything in one area."""
    met = [{"aktor": "polisen", "form": "medlem", "hallna": 4, "deltagit": 3}]
    words = "Ett långt ord: " + "samverkansöverenskommelse" * 3
    stands = [{"kategori": "sekretess", "niva": "mellan", "beskrivning": words}]
    goal = [{"mal": "skolans-deltagande", "utfall": 50, "bedomning": "pa-vag"}]
    way = {"rubrik": "Fältare", "metod": "annan", "evidens": "okand", "beskrivning": "Så gick det"}
    need = [{"behov": "Sekretess", "gjort": "En dag"}]
    cost = [{"myndighet": "bra", "arsarbetskrafter": 2.5, "kronor": 1000}]
    area, region = "lpo-jarva", "pr-stockholm"
    add_work([
        ("deltagande", area, NEWEST, met), ("hinder", area, NEWEST, stands),
        ("mal", region, NEWEST, goal), ("exempel", area, NEWEST, [way]),
        ("kompetens", region, NEWEST, need), ("resurser", region, "2025K4", cost),
    ])  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    yield from serve(tmp_path_factory.mktemp("paper"), tell_of_everything)


def lay_out(page):
    """On paper, and not on a screen any more."""
    page.set_viewport_size({"width": WIDTH, "height": 1000})
    page.emulate_media(media="print")
    page.wait_for_timeout(400)


def assert_no_hands(page):
    seen = [
        name
        for name in HANDS
        if any(one.is_visible() for one in page.locator(f"[data-testid={name}]").all())
    ]
    assert seen == []


def assert_within_paper(page, area):
    assert page.evaluate(WIDER, WIDTH) == [], area
    assert page.evaluate(CUT) == [], area


def test_an_area_is_printed_whole_without_what_is_for_hands(page, told):
    open_page(page, told, AREA)
    settle(page)
    lay_out(page)
    assert_no_hands(page)
    found = page.locator("[data-testid=stMain]").inner_text()
    for one in ("Järva", "läget 1 november 2026", "Utgåva 1, 2026-10-20", "EXEMPELDATA", *PARTS):
        assert one in found
    assert "Till Deltagande" not in found and "Ladda ner" not in found
    for cell in ("Polisen", "Sekretess", "samverkansöverenskommelse", "Så gick det", "2,5"):
        assert cell in found
    assert_within_paper(page, AREA)
    assert_tables_are_text_that_goes_on_where_a_row_ends(page)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1400, "height": 1000})
    twin = page.locator("[class*=st-key-tvilling_] table").first
    assert twin.count() == 1 and not twin.is_visible()
    paper = page.pdf(format="A4", print_background=True)
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", paper)) <= 3


def assert_tables_are_text_that_goes_on_where_a_row_ends(page):
    """No canvas; and an inline table or a box that scrolls would be moved whole to the next sheet,
    and then cut."""
    assert not any(one.is_visible() for one in page.locator("[data-testid=stDataFrame]").all())
    for rows in ("Misstänkta för grova brott", "Samverkansformer"):
        expect(page.locator("table", has_text=rows).last).to_be_visible()
    # the code of a table comes after the page's own
    page.locator("[data-testid=stTable] table").first.wait_for(state="attached")
    styles = page.evaluate(STYLES)
    assert styles
    for table, *boxes in styles:
        assert table[0] == "table"
        assert all(box == ["block", "visible"] for box in boxes)


@pytest.mark.parametrize("area", REST)
def test_nothing_of_a_larger_area_is_wider_than_the_paper(page, told, area):
    open_page(page, told, f"/omrade?dag=2026-11-01&{area}")
    settle(page)
    lay_out(page)
    assert_within_paper(page, area)
