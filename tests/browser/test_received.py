"""No count as reported reaches anybody: every page as every role by what the server sends, and in a
browser those with files and pictures, message by message and file by file."""

import asyncio
import csv
import io
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from google.protobuf.message import Message
from google.protobuf.text_format import MessageToString
from playwright.sync_api import Locator, Page

from data_access.viewer import DEMONSTRATIONS, Role
from pages import menu
from tests.browser.conftest import open_page, settle
from tests.browser.received import Received, look
from tests.copied import Copied
from tests.data_access.released_country import (
    ENTRIES,
    LARGE,
    QUARTERS,
    publish_country,
    to_told,
    to_untold,
)
from tests.leaks import Secrets
from tests.served import Served
from tests.web.data_folder import copy_to, named
from ui.choice import MAP_LEVELS
from ui.trend_choice import ALLOWED

# One's own form, what one approves and what is about to be published: there counts are as reported
OF_RAW = {"rapportera", "granska"}
AREAS = ("lpo-lulea-boden", "pr-nord", "25", "se")
COUNTED, SMOOTH = ENTRIES["indikator"], "&utjamnad=ja"
FILES = re.compile("^(Ladda ner|Hämta)")
LABEL = re.compile('label: "([^"]*)"')
FILE = "[data-testid=stDownloadButton]"
REFUSED = "Försök igen"  # instead of the figures
# Pages with files, charts or maps. All who read see the whole country, so one reader is enough
DRAWN_PAGES = (
    "", "karta", "etablering", "tackning", "insatser", f"omrade?omrade={AREAS[0]}",
    f"trender?indikator={COUNTED}&matt=antal&omrade={AREAS[0]}", "logg?roll=administrator",
)  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Secrets]]:
    """A server with a country's release, and what nobody may see of what it was made of."""
    folder = copy_to(tmp_path_factory.mktemp("published"), publish_country)
    with pytest.MonkeyPatch.context() as patch, named(folder, patch):
        told = {int(one) for one in to_told(1)["value"].dropna() if one >= LARGE}
        secrets = Secrets(to_untold(1), told)
    assert secrets.told and secrets.untold
    server = Copied(folder, {"BOB_EXPORTS_PER_MINUTE": "1000"}).start()
    yield server, secrets
    server.stop()


def to_addresses(role: Role) -> Iterator[str]:
    """Each page that is the role's and shows no counts as reported."""
    for entry in menu.entries():
        if entry.is_for(DEMONSTRATIONS[role]) and entry.name not in OF_RAW:
            yield f"{'' if entry.name == menu.START else entry.name}?roll={role}"


def to_choices() -> Iterator[str]:
    """Addresses with every choice that brings a reader other figures, on Trender of an area and of
    a region by turns."""
    yield from (f"omrade?omrade={area}" for area in AREAS)
    for level in MAP_LEVELS:
        yield f"karta?niva={level}&omrade=lpo-lulea-boden"
        yield from (f"karta?niva={level}&indikator={COUNTED}{more}" for more in ("", SMOOTH))
    areas = cycle(AREAS[:2])
    for name, values in ALLOWED.items():
        counts = "" if name == "matt" else "&matt=antal"
        asked = f"indikator={COUNTED}{counts}"
        yield from (f"trender?{asked}&omrade={next(areas)}&{name}={one}" for one in values[1:])


def gives_files(shown: list[Message]) -> bool:
    """Whether there is a button of a file, or a control with some behind it."""
    labels = [label for one in shown for label in LABEL.findall(MessageToString(one, as_utf8=True))]
    return any(map(FILES.match, labels))


def assert_no_secrets(published: tuple[Served, Secrets], address: str) -> list[Message]:
    """What the page shows, where there is nothing that nobody may see."""
    server, secrets = published
    with ThreadPoolExecutor() as beside:  # the browser's loop is this thread's
        shown = beside.submit(asyncio.run, look(server, address)).result()
    assert len(shown) > 5, address
    assert [one for element in shown for one in secrets.find(element)] == [], address
    return shown


def to_parts(file: bytes) -> list[Any]:
    """What a file holds: the rows that say what it is, and those of its table; of areas what each
    has, of a picture its words."""
    if file.startswith(b"PK"):
        book = openpyxl.load_workbook(io.BytesIO(file))
        return [[list(row) for row in sheet.values] for sheet in book.worksheets]
    if file.startswith((b"SQLite", b"\x89PNG")):
        return []  # the same areas as the GeoJSON beside it, and the same picture as the SVG
    if file.startswith(b"{"):
        return [[one["properties"] for one in json.loads(file)["features"]]]
    if file.startswith(b"<svg"):
        return [re.findall(">([^<]+)<", file.decode())]
    rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))
    edge = rows.index([]) if [] in rows else 0
    return [rows[:edge], rows[edge:]]


def download_all(page: Page, folder: Path) -> Iterator[bytes]:
    """Every file of figures that the page offers, those behind a control too: of the first control
    in each form, of others in the first, since one table is written in all."""
    direct = page.locator(FILE).get_by_role("button", name=FILES)
    for button in direct.all():
        yield download(page, button, folder)
    controls = page.locator("[data-testid=stPopover]").get_by_role("button", name=FILES)
    for number, control in enumerate(controls.all()):
        control.click()
        forms = page.locator(f"[data-testid=stPopoverBody] {FILE} button")
        forms.first.wait_for()
        for button in forms.all()[: 1 if number else None]:
            yield download(page, button, folder)
        page.keyboard.press("Escape")
    settle(page)


def download(page: Page, button: Locator, folder: Path) -> bytes:
    with page.expect_download() as started:
        button.click()
    started.value.save_as(folder / "file")
    return (folder / "file").read_bytes()


@pytest.fixture
def received(page: Page) -> Iterator[Received]:
    hearing = Received(page)
    yield hearing
    hearing.stop()


def test_no_drawn_page_and_no_file_receives_a_count_as_reported(
    page: Page, received: Received, published: tuple[Served, Secrets], tmp_path: Path
) -> None:
    server, secrets = published
    showing = set()
    for address in DRAWN_PAGES:
        open_page(page, server, f"/{address}")
        parts = [one for file in download_all(page, tmp_path) for one in to_parts(file)]
        messages, bodies = received.take()
        assert len(messages) > 5, address
        assert REFUSED not in str(parts), address
        for one in (*messages, *bodies, *parts):
            assert secrets.find(one) == [], address
        for kind, sent in {"page": messages, "file": parts}.items():
            if any(map(secrets.has_counts, sent)):
                showing.add((address.partition("?")[0], kind))
    assert showing >= {("trender", "page"), ("trender", "file")}, "else nothing was tried"


@pytest.mark.parametrize("role", list(Role))
def test_no_page_of_a_role_receives_a_count_as_reported(
    published: tuple[Served, Secrets], role: Role
) -> None:
    giving = set()
    for address in to_addresses(role):
        shown = assert_no_secrets(published, address)
        if gives_files(shown):
            giving.add(address.partition("?")[0])
    assert giving <= {address.partition("?")[0] for address in DRAWN_PAGES}, "files not read here"


def test_no_choice_of_a_readers_receives_a_count_as_reported(
    published: tuple[Served, Secrets],
) -> None:
    _server, secrets = published
    showing = set()
    for address in to_choices():
        shown = assert_no_secrets(published, address)
        if any(secrets.has_counts(element) for element in shown):
            showing.add(address.partition("?")[0])
    assert showing >= {"trender", "karta", "omrade"}, "else nothing was tried"


def test_who_approves_is_shown_counts_as_reported(
    page: Page, received: Received, published: tuple[Served, Secrets]
) -> None:
    """Else the test above could not fail."""
    server, secrets = published
    unit = f"lpo-lulea-boden_atgarder_{QUARTERS[-1]}"
    open_page(page, server, f"/granska?roll=nationell-samordnare&enhet={unit}")
    found = [one for message in received.take()[0] for one in secrets.find(message)]
    assert any(one.startswith("a small count among") for one in found)
    assert any(one.startswith("a sum as reported") for one in found)
