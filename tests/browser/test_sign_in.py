"""Sign-in through a real provider: each role comes in, sees its own, and goes out again."""

import base64
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import area_codes, map_frame, open_page, settle, sign_in, sign_out
from tests.browser.people import PEOPLE, let_in
from tests.provider import Provider
from tests.served import Served

MENUS = {
    "lasse": ("läsare", {"Läget", "Underlag"}),
    "rut": ("rapportör", {"Läget", "Underlag"}),
    "regina": ("regional samordnare", {"Läget", "Underlag"}),
    "nils": ("nationell samordnare", {"Läget", "Underlag"}),
    "ada": ("administratör", {"Förvaltning", "Underlag"}),
}
PAGES = ("/register", "/anvandare")  # of all who read figures, and of ada
HOUR = 3600


def shows_nothing(page: Page) -> None:
    expect(page.get_by_role("button", name="Logga in")).to_be_visible(timeout=15_000)
    assert page.locator("iframe").count() == 0
    assert page.get_by_test_id("stDataFrame").count() == 0
    assert page.get_by_test_id("stMetric").count() == 0


def audit_of(served: Served) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(served.data_dir / "bob.db")) as database:
        return database.execute("SELECT action, role, what FROM audit ORDER BY id").fetchall()


def test_without_identity_a_deep_link_shows_sign_in_and_no_data(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    """Every page without a browser: tests/pages (test_signed_in)."""
    page = visit().new_page()
    frames: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda data: frames.append(data if isinstance(data, bytes) else str(data).encode()),
        ),
    )
    page.goto(guarded.address + "/omrade?omrade=lpo-jarva")
    shows_nothing(page)
    received = b"".join(frames)
    assert b"Logga in" in received  # what came over the websocket can be read here
    for word in ("lpo-haninge", "Järva", "etablerat", "Polisregion"):
        assert word.encode() not in received
    page.close()


def test_each_role_signs_in_and_sees_its_own_pages_alone(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    """Two by the provider, the others with what it would have told of them. Each page for each
    role: tests/pages (test_roles, test_signed_in)."""
    context = visit()
    page = context.new_page()
    for who, (role, sections) in MENUS.items():
        own, others = PAGES[::-1] if who == "ada" else PAGES
        if who in ("lasse", "ada"):
            sign_in(page, guarded, who, own)
        else:
            let_in(context, guarded, who)
            open_page(page, guarded, own)
        expect(page.get_by_role("button", name=f"Inloggad som {role}"), who).to_be_visible()
        expect(page.get_by_test_id("stMain").get_by_role("heading").first, who).to_be_visible()
        for section in ("Läget", "Underlag", "Förvaltning"):
            is_there = page.get_by_text(section, exact=True).count() > 0
            assert is_there == (section in sections), (who, section)
        for text in ("inte för din roll", "Något gick fel"):
            assert page.get_by_text(text).count() == 0, (who, text)
        if who in ("lasse", "ada"):
            open_page(page, guarded, others)
            expect(page.get_by_text("inte för din roll"), who).to_be_visible()
        context.clear_cookies()


def test_a_region_sees_only_itself_whatever_the_address_says(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    """Each part of an address by itself: tests/pages (test_signed_in, test_own_map)."""
    page = visit().new_page()
    sign_in(page, guarded, "regina", "/karta?omrade=lpo-jarva&region=pr-syd&lan=12&vy=pr-syd")
    wait_for_area(page, "lpo-lulea-boden")
    assert_own_alone(page)
    open_page(page, guarded, "/karta?omrade=0180&niva=kommun&jamfor=2024-12-31")
    wait_for_area(page, "2580")
    assert_own_alone(page)


def wait_for_area(page: Page, code: str) -> None:
    """Until the map has the area: what the address asks for is drawn after the ground."""
    area = f'path[data-kod="{code}"]'
    map_frame(page).wait_for_selector(area, state="attached", timeout=30_000)


def assert_own_alone(page: Page) -> None:
    """What lies outside the region is ground without name or figure, and counted nowhere."""
    for frame in [map_frame(page, place) for place in range(page.locator("iframe").count())]:
        text = (page.inner_text("body") + frame.inner_text("body")).lower()
        assert "järva" not in text and "malmö norr" not in text, page.url
        drawn = area_codes(frame)
        assert not drawn & {"lpo-jarva", "lpo-malmo-norr", "0180", "pr-syd"}, page.url
        assert frame.locator("path[data-kod]").count() == len(drawn), page.url


def test_a_link_is_the_same_view_after_signing_in_and_signing_out_closes_every_tab_and_copy(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    context = visit()
    page, other = context.new_page(), context.new_page()
    sign_in(page, guarded, "lasse", "/exempel?region=pr-syd&dag=2025-12-31")
    assert page.url == f"{guarded.address}/exempel?region=pr-syd&dag=2025-12-31"
    open_page(other, guarded, "/exempel")
    assert other.get_by_role("combobox", name="Polisregion").count()
    copied = context.cookies()
    sign_out(page, "läsare")
    context.add_cookies(copied)  # type: ignore[arg-type]
    page.goto(guarded.address + "/karta")
    shows_nothing(page)
    other.get_by_role("combobox", name="Polisregion").click()
    other.get_by_role("option", name="Väst", exact=True).click()
    shows_nothing(other)
    actions = [action for action, role, _ in audit_of(guarded) if role == "lasare"]
    assert {"inloggning", "utloggning"} <= set(actions)


def test_a_forged_or_changed_cookie_opens_nothing_and_one_of_yesterday_asks_to_sign_in_again(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    context = visit()
    page = context.new_page()
    let_in(context, guarded, "lasse", 9.9 * HOUR)  # a working day has ten
    page.goto(guarded.address + "/om")
    expect(page.get_by_role("button", name="Inloggad som läsare")).to_be_visible()
    genuine = {cookie["name"]: cookie for cookie in context.cookies()}["_streamlit_user"]
    value = genuine["value"]
    claims = {**PEOPLE["nils"], "sub": "nils", "iss": "x", "iat": 1, "is_logged_in": True}
    forged = base64.b64encode(json.dumps(claims).encode()).decode()
    middle = len(value) // 2
    flipped = value[:middle] + ("A" if value[middle] != "A" else "B") + value[middle + 1 :]
    for wrong in (forged, flipped):
        context.add_cookies([{**genuine, "value": wrong}])  # type: ignore[list-item]
        page.goto(guarded.address + "/om")
        shows_nothing(page)
    let_in(context, guarded, "lasse", 10.1 * HOUR)
    page.goto(guarded.address + "/om")
    shows_nothing(page)
    expect(page.get_by_text("Inloggningen gäller en arbetsdag")).to_be_visible()


def test_one_without_a_role_is_refused_calmly_and_noted(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    page = visit().new_page()
    sign_in(page, guarded, "ingen", "/omrade")
    expect(page.get_by_text("går inte att läsa")).to_be_visible()
    assert page.locator("iframe").count() == 0
    assert ("nekad", "ingen", "inloggning") in audit_of(guarded)


def test_a_swapped_role_holds_and_the_guided_look_is_over_from_the_next_sign_in(
    visit: Callable[..., BrowserContext], guarded: Served, provider: Provider
) -> None:
    page = visit().new_page()
    dialog = page.get_by_role("dialog", name="Kort rundtur")
    admin = page.get_by_role("button", name="Inloggad som administratör")
    shown = ("rundtur", "administrator", "rundtur")
    before = audit_of(guarded).count(shown)
    provider.tell("byte", {"bob_role": "administrator"})
    sign_in_by_name(page, guarded, "byte")
    expect(admin).to_be_attached()
    expect(dialog.get_by_text("Steg 1 av ")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    provider.tell("byte", {"bob_role": "lasare", "bob_areas": "pr-nord"})
    page.reload()
    settle(page)
    expect(admin).to_be_visible()
    expect(dialog).to_have_count(0)
    sign_out(page, "administratör")
    sign_in_by_name(page, guarded, "byte")
    expect(page.get_by_role("button", name="Inloggad som läsare")).to_be_visible()
    settle(page)
    expect(dialog).to_have_count(0)
    assert audit_of(guarded).count(shown) == before + 1


def sign_in_by_name(page: Page, served: Served, who: str) -> None:
    """Of somebody whom the provider does not offer on its page."""
    page.goto(served.address + "/om")
    page.get_by_role("button", name="Logga in").click()
    page.locator('input[name="sub"]').fill(who)
    page.get_by_role("button", name="Authorize").click()
