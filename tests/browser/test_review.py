"""Reviewing in a real browser: with the keyboard alone, and many at once with the table."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TooLate

import settings
from data_access import connect
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from reporting.rows import Row, Unit
from tests.browser.axe import find_faults
from tests.browser.conftest import open_page, settle
from tests.browser.test_accessible import WIDE
from tests.browser.wire import asking
from tests.served import Served
from ui.review_search import VIEWS, to_address

LEAD = DEMONSTRATIONS[Role.NATIONELL]
PERIOD = Quarter(2026, 2)
ADDRESS = "/granska?roll=nationell-samordnare"


@pytest.fixture
def beside(served: Served, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The settings of this process name the server's data."""
    monkeypatch.setenv("BOB_DATA_DIR", str(served.data_dir))
    monkeypatch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    yield
    connect.dispose(connect.current_address())
    monkeypatch.undo()
    settings.load.cache_clear()


def report(area: str) -> Unit:
    """A good example of the area that waits to be reviewed."""
    unit = Unit(area, "exempel", PERIOD)
    held = read_submissions([unit], viewer=LEAD).get(unit)
    values = {"rubrik": "Tidiga möten", "metod": "annan", "evidens": "okand"}
    rows = (Row(values | {"beskrivning": "Skolan ringer samma dag."}),)
    seen = {unit: held.revision if held else 0}
    send({unit: rows}, expected=seen, viewer=LEAD, source="prov", channel="formular")
    return unit


def state_of(unit: Unit) -> str:
    return read_submissions([unit], viewer=LEAD)[unit].state


def tab_to(page: Page, role: str, name: str) -> None:
    """Go by the tab key to the element with the role and the name."""
    wanted = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tab key never came to {name}")


@pytest.mark.usefixtures("beside")
def test_a_report_is_opened_and_approved_with_the_keyboard_alone(
    page: Page, served: Served
) -> None:
    unit = report("lpo-lulea-boden")
    open_page(page, served, ADDRESS)
    tab_to(page, "combobox", "Öppna en rapport")
    page.keyboard.type("Luleå-Boden · Goda exempel")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Luleå-Boden: Goda exempel")).to_be_visible()
    settle(page)
    assert f"enhet={to_address(*unit)}" in page.url
    tab_to(page, "button", "Godkänn")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 rapport är godkänd.")).to_be_visible()
    assert state_of(unit) == "godkand"


@pytest.mark.usefixtures("beside")
def test_a_press_on_a_row_or_a_cell_opens_its_report(page: Page, served: Served) -> None:
    report("lpo-umea")
    open_page(page, served, f"{ADDRESS}&slag=exempel&region=pr-nord&period={PERIOD}")
    table = page.get_by_test_id("stDataFrame").locator(".dvn-scroller").first
    table.click(position={"x": 70, "y": 52})  # Öppna in the first row
    expect(page.get_by_role("heading", name=f"Goda exempel, {PERIOD.name}")).to_be_visible()
    open_page(page, served, f"{ADDRESS}&vy=matris&region=pr-nord&period={PERIOD}")
    table.click(position={"x": 270, "y": 52})  # the first row's first state
    expect(
        page.get_by_role("heading", name=f"Polisregion Nord: Deltagande, {PERIOD.name}")
    ).to_be_visible()


@pytest.mark.usefixtures("beside")
def test_rows_that_are_chosen_in_the_table_are_sent_back_after_a_yes(
    page: Page, served: Served
) -> None:
    unit = report("lpo-norra-lappland")
    open_page(page, served, f"{ADDRESS}&slag=exempel&region=pr-nord&period={PERIOD}")
    table = page.get_by_test_id("stDataFrame").locator(".dvn-scroller").first
    table.click(position={"x": 18, "y": 52})  # the box of the first row
    settle(page)
    expect(page.get_by_role("button", name="Öppna", exact=True)).to_be_visible()
    page.get_by_role("button", name="Begär komplettering").click()
    settle(page)
    expect(page.get_by_role("heading", name="Begär komplettering av 1 rapport?")).to_be_visible()
    page.get_by_role("textbox", name="Skäl").fill("Beskriv hur det följs upp.")
    page.get_by_role("button", name="Begär komplettering").click()
    expect(page.get_by_text("Komplettering är begärd för 1 rapport.")).to_be_visible()
    assert state_of(unit) == "komplettering"


def find_wide(page: Page) -> list[str]:
    """What is wider than a phone, which is asked for what it takes to be drawn anew."""
    page.set_viewport_size({"width": 390, "height": 844})
    with suppress(TooLate):
        page.wait_for_function(f"({WIDE})().length === 0", timeout=10_000)
    wide: list[str] = page.evaluate(WIDE)
    page.set_viewport_size({"width": 1400, "height": 1000})
    return wide


@pytest.mark.usefixtures("beside")
def test_every_view_fits_a_phone_and_axe_finds_nothing_of_ours(
    open_to_scripts: Page, served: Served
) -> None:
    unit = report("lpo-umea")
    page = open_to_scripts
    page.set_viewport_size({"width": 1400, "height": 1000})
    open_page(page, served, ADDRESS)
    views = page.get_by_test_id("stButtonGroup").first.get_by_role("radio")
    for place in range(len(VIEWS)):
        if place:  # the first is what one comes to
            with asking(page):
                views.nth(place).click()
            settle(page)
        assert (find_faults(page), find_wide(page)) == ([], []), VIEWS[place]
    open_page(page, served, f"{ADDRESS}&enhet={to_address(*unit)}")
    assert (find_faults(page), find_wide(page)) == ([], [])
