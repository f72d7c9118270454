"""Every page as the browser prints it: what was chosen on top, no controls, no table cut off."""

import io
import re

import pdfplumber
import pytest

from pages import picture_example
from tests.browser.conftest import open_page, settle
from tests.browser.test_paper import assert_no_hands
from tests.copied import Copied
from tests.data_access.test_what_leaves import release_example
from tests.web.data_folder import copy_to, named

DAY = "dag=2026-10-31"
CHOICE = "Urval: {place}. Läget 31 oktober 2026."
ROLE = "roll=nationell-samordnare"
PAGES = {  # with what must stand there, and the most sheets
    f"/?{DAY}": (CHOICE.format(place="Sverige"), 1),
    f"/karta?{DAY}&region=pr-nord": (CHOICE.format(place="polisregion Nord"), 2),
    f"/karta?{DAY}&jamfor=2024-12-31": (CHOICE.format(place="Sverige"), 4),
    f"/etablering?{DAY}": (CHOICE.format(place="Sverige"), 8),
    f"/tackning?{DAY}": (CHOICE.format(place="Sverige"), 8),
    f"/deltagande?{DAY}&region=pr-nord": (CHOICE.format(place="polisregion Nord"), 3),
    f"/trender?{DAY}&bild=regioner": (CHOICE.format(place="Sverige"), 3),
    f"/insatser?{DAY}": (CHOICE.format(place="Sverige"), 4),
    f"/insatser?{DAY}&del=mal": (CHOICE.format(place="Sverige"), 4),
    f"/insatser?{DAY}&del=resurser": (CHOICE.format(place="Sverige"), 3),
    f"/exempel?{DAY}&region=pr-nord": (CHOICE.format(place="polisregion Nord"), 4),
    f"/lagesbilder?{DAY}": ("Landet efter tredje kvartalet 2026", 1),
    "/lagesbilder?lagesbild=1": ("läget 30 juni 2026", 3),
    f"/lagesbilder?lagesbild=4&{ROLE}": ("Läget", 3),
    "/rapporter?omrade=pr-nord": ("Redovisning av Polisregion Nord", 2),
    f"/om?{DAY}": ("Så skyddas små tal", 7),
    f"/register?{ROLE}": ("Räkneregel", 5),
    "/rapportera?roll=regional-samordnare": ("Du har", 2),
    f"/granska?{ROLE}": ("rapporter", 2),
}
HANDS = (
    "Ladda ner", "Förklara en siffra", "Välj en cell", "Prenumerera", "Till kartan", "Nollställ",
    "Rulla i den", "SVG", "PNG", "Klicka på kartan", "Gör rapporten",
)  # fmt: skip
HEADS = """() => [...document.querySelectorAll('[data-testid=stMain] th')].filter(
  (one) => one.checkVisibility()).map((one) => one.innerText.trim()).filter(Boolean)"""
MARGIN = 12 / 25.4 * 72  # points


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A server with the example's release, and with lägesbilder."""
    folder = copy_to(tmp_path_factory.mktemp("printed"), release_example)
    with pytest.MonkeyPatch.context() as patch, named(folder, patch):
        assert picture_example.main() == 0
    server = Copied(folder).start()
    yield server
    server.stop()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_printed_whole_and_without_what_is_for_hands(page, printed, path):
    wanted, most = PAGES[path]
    open_page(page, printed, path)
    settle(page)
    page.emulate_media(media="print")
    assert_no_hands(page)
    heads = page.evaluate(HEADS)
    with pdfplumber.open(io.BytesIO(page.pdf(format="A4", print_background=True))) as paper:
        text = "\n".join(sheet.extract_text() for sheet in paper.pages)
        widest = max(char["x1"] for sheet in paper.pages for char in sheet.chars)
        assert len(paper.pages) <= most
        assert all(len(sheet.chars) > 10 for sheet in paper.pages), "an empty sheet"
        assert widest <= paper.pages[0].width - MARGIN + 1
    plain = text.replace("\u2060", "")
    assert wanted in " ".join(plain.split())
    assert "exempeldata" in plain.lower()
    assert [one for one in HANDS if one in plain] == []
    words = {word for head in heads for word in re.split(r"\s+", head)}
    assert {word for word in words if word not in plain} == set()
