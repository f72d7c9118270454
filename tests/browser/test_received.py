"""No count as reported reaches a browser: every page as every role, message by message."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

import settings
from data_access import connect
from data_access.viewer import DEMONSTRATIONS, Role
from pages import menu
from tests.browser.conftest import open_page, settle
from tests.browser.received import Received
from tests.data_access.released_country import (
    LARGE,
    QUARTERS,
    publish_country,
    to_told,
    to_untold,
)
from tests.leaks import Secrets
from tests.served import Served
from tests.web.data_folder import copy_to
from ui.choice import MAP_LEVELS
from ui.map_indicators import indicators_at

# One's own form, what one approves and what is about to be published: there counts are as reported
OF_RAW = {"rapportera", "granska"}
AREAS = ("lpo-lulea-boden", "pr-nord", "25", "se")
FILES = re.compile("^(Ladda ner|Hämta)")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Secrets]]:
    """A server with a country's release, and what nobody may see of what it was made of."""
    folder: Path = copy_to(tmp_path_factory.mktemp("published"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOB_DATA_DIR", str(folder))
        patch.delenv("BOB_DATABASE_URL", raising=False)
        settings.load.cache_clear()
        number = publish_country()
        told = {int(one) for one in to_told(number)["value"].dropna() if one >= LARGE}
        secrets = Secrets(to_untold(number), told)
        connect.dispose(connect.current_address())
    settings.load.cache_clear()
    assert secrets.told and secrets.untold
    server = Served(folder).start()
    yield server, secrets
    server.stop()


def to_addresses(role: Role) -> Iterator[str]:
    """Each page that is the role's and shows no counts as reported; a reader's at every level,
    with every indicator, and of each kind of area too."""
    for entry in menu.entries():
        if not entry.is_for(DEMONSTRATIONS[role]) or entry.name in OF_RAW:
            continue
        path = "/" if entry.name == menu.START else f"/{entry.name}"
        yield f"{path}?roll={role}"
        if role is Role.LASARE and entry.name != menu.START:
            yield from (f"{path}?roll={role}&omrade={area}" for area in AREAS)
    if role is Role.LASARE:
        for level in MAP_LEVELS:
            for key in indicators_at(level):
                yield f"/karta?roll={role}&niva={level}&indikator={key}"


def to_rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))


def download_all(page: Page, folder: Path) -> Iterator[bytes]:
    """Every file that the page offers."""
    for number, button in enumerate(page.get_by_role("button", name=FILES).all()):
        with page.expect_download() as started:
            button.click()
        started.value.save_as(folder / f"{number}")
        yield (folder / f"{number}").read_bytes()
    settle(page)


@pytest.mark.parametrize("role", list(Role))
def test_no_page_receives_a_count_as_reported(
    page: Page, published: tuple[Served, Secrets], role: Role, tmp_path: Path
) -> None:
    server, secrets = published
    received, files = Received(page), 0
    for address in to_addresses(role):
        open_page(page, server, address)
        for file in download_all(page, tmp_path):
            assert secrets.find(to_rows(file)) == [], address
            files += 1
        messages, bodies = received.take()
        assert len(messages) > 5, address
        for one in (*messages, *bodies):
            assert secrets.find(one) == [], address
    assert files or role is Role.ADMIN


def test_who_approves_is_shown_counts_as_reported(
    page: Page, published: tuple[Served, Secrets]
) -> None:
    """Else the test above could not fail."""
    server, secrets = published
    received = Received(page)
    unit = f"lpo-lulea-boden_atgarder_{QUARTERS[-1]}"
    open_page(page, server, f"/granska?roll=nationell-samordnare&enhet={unit}")
    found = [one for message in received.take()[0] for one in secrets.find(message)]
    assert any(one.startswith("a small count among") for one in found)
    assert any(one.startswith("a sum as reported") for one in found)
