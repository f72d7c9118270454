"""Sign-in through a real provider: each role comes in, sees its own, and goes out again."""

import base64
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import area_codes, map_frame, settle, sign_in, sign_out
from tests.browser.people import PEOPLE, serve_guarded
from tests.provider import Provider
from tests.served import Served

MENUS = {
    "lasse": ("läsare", {"Läget", "Underlag"}),
    "rut": ("rapportör", {"Läget", "Underlag"}),
    "regina": ("regional samordnare", {"Läget", "Underlag"}),
    "nils": ("nationell samordnare", {"Läget", "Underlag"}),
    "ada": ("administratör", {"Förvaltning", "Underlag"}),
}


def shows_nothing(page: Page) -> None:
    expect(page.get_by_role("button", name="Logga in")).to_be_visible(timeout=15_000)
    assert page.locator("iframe").count() == 0
    assert page.get_by_test_id("stDataFrame").count() == 0
    assert page.get_by_test_id("stMetric").count() == 0


def audit_of(served: Served) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(served.data_dir / "bob.db")) as database:
        return database.execute("SELECT action, role, what FROM audit ORDER BY id").fetchall()


@pytest.mark.parametrize(
    "path", ["/", "/karta", "/omrade?omrade=lpo-jarva", "/anvandare", "/logg", "/drift"]
)
def test_without_identity_every_deep_link_shows_sign_in_and_no_data(
    visit: Callable[..., BrowserContext], guarded: Served, path: str
) -> None:
    page = visit().new_page()
    frames: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda data: frames.append(data if isinstance(data, bytes) else str(data).encode()),
        ),
    )
    page.goto(guarded.address + path)
    shows_nothing(page)
    received = b"".join(frames)
    assert b"Logga in" in received  # what came over the websocket can be read here
    for word in ("lpo-haninge", "Järva", "etablerat", "Polisregion"):
        assert word.encode() not in received
    page.close()


@pytest.mark.parametrize("who", MENUS)
def test_each_role_signs_in_and_walks_its_pages(
    visit: Callable[..., BrowserContext], guarded: Served, who: str
) -> None:
    page = visit().new_page()
    sign_in(page, guarded, who)
    role, sections = MENUS[who]
    expect(page.get_by_role("button", name=f"Inloggad som {role}")).to_be_visible()
    for section in ("Läget", "Underlag", "Förvaltning"):
        assert (page.get_by_text(section, exact=True).count() > 0) == (section in sections)
    paths = ["/anvandare", "/logg", "/om"] if who == "ada" else ["/karta", "/omrade", "/om"]
    for path in paths:
        page.goto(guarded.address + path)
        settle(page)
        assert page.get_by_text("inte för din roll").count() == 0
        assert page.get_by_text("Något gick fel").count() == 0
    page.goto(guarded.address + ("/karta" if who == "ada" else "/anvandare"))
    expect(page.get_by_text("inte för din roll")).to_be_visible()
    assert page.locator("iframe").count() == 0


def test_the_guided_look_opens_at_the_first_sign_in_and_not_at_the_next(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    page = visit().new_page()
    sign_in(page, guarded, "nora", "/register", guided=True)
    dialog = page.get_by_role("dialog", name="Kort rundtur")
    expect(dialog.get_by_text("Steg 1 av 5")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.reload()
    settle(page)
    expect(dialog).to_have_count(0)
    again = visit().new_page()
    sign_in(again, guarded, "nora", "/register", guided=True)
    expect(again.get_by_role("button", name="Inloggad som läsare")).to_be_visible()
    expect(again.get_by_role("dialog")).to_have_count(0)
    assert [row for row in audit_of(guarded) if row[0] == "rundtur"][-1][1:] == (
        "lasare",
        "rundtur",
    )


def test_a_link_is_the_same_view_after_signing_in(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    page = visit().new_page()
    sign_in(page, guarded, "lasse", "/karta?region=pr-syd&dag=2025-12-31")
    assert page.url == f"{guarded.address}/karta?region=pr-syd&dag=2025-12-31"
    assert area_codes(map_frame(page))


def test_a_region_sees_only_itself_whatever_the_address_says(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    page = visit().new_page()
    sign_in(page, guarded, "regina", "/karta")
    own = area_codes(map_frame(page))
    assert "lpo-lulea-boden" in own
    for parameters in (
        "omrade=lpo-jarva", "region=pr-syd", "lan=12", "vy=pr-syd", "omrade=0180&niva=kommun",
        "jamfor=2024-12-31", "omrade=se", "niva=polisregion", "niva=kommun",
    ):  # fmt: skip
        page.goto(f"{guarded.address}/karta?{parameters}")
        settle(page)
        text = page.inner_text("body") + map_frame(page).inner_text("body")
        assert "Järva" not in text, parameters
        assert "malmö norr" not in text.lower(), parameters
        drawn = area_codes(map_frame(page))
        assert not drawn & {"lpo-jarva", "lpo-malmo-norr", "0180", "pr-syd"}
        # what lies outside is ground without name or figure, and counted nowhere
        assert map_frame(page).locator("path[data-kod]").count() == len(drawn)


def test_signing_out_closes_every_tab_and_every_copy_of_the_cookie(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    context = visit()
    page, other = context.new_page(), context.new_page()
    sign_in(page, guarded, "lasse", "/karta")
    other.goto(guarded.address + "/karta")
    settle(other)
    assert area_codes(map_frame(other))
    copied = context.cookies()
    sign_out(page, "läsare")
    thief = visit()
    thief.add_cookies(copied)  # type: ignore[arg-type]
    stolen = thief.new_page()
    stolen.goto(guarded.address + "/karta")
    shows_nothing(stolen)
    other.get_by_role("combobox", name="Polisregion").click()
    other.get_by_role("option", name="Väst", exact=True).click()
    shows_nothing(other)
    actions = [action for action, role, _ in audit_of(guarded) if role == "lasare"]
    assert {"inloggning", "utloggning"} <= set(actions)


def test_a_forged_or_changed_cookie_opens_nothing(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    context = visit()
    page = context.new_page()
    sign_in(page, guarded, "lasse", "/karta")
    genuine = {cookie["name"]: cookie for cookie in context.cookies()}["_streamlit_user"]
    value = genuine["value"].strip('"')
    claims = {**PEOPLE["nils"], "sub": "nils", "iss": "x", "iat": 1, "is_logged_in": True}
    forged = base64.b64encode(json.dumps(claims).encode()).decode()
    middle = len(value) // 2
    flipped = value[:middle] + ("A" if value[middle] != "A" else "B") + value[middle + 1 :]
    for wrong in (forged, flipped, value[:-4], ""):
        thief = visit()
        cookie = {"name": "_streamlit_user", "value": wrong, "url": guarded.address}
        thief.add_cookies([cookie])  # type: ignore[list-item]
        stolen = thief.new_page()
        stolen.goto(guarded.address + "/karta")
        shows_nothing(stolen)


def test_one_without_a_role_is_refused_calmly_and_noted(
    visit: Callable[..., BrowserContext], guarded: Served
) -> None:
    page = visit().new_page()
    sign_in(page, guarded, "ingen", "/karta")
    expect(page.get_by_text("går inte att läsa")).to_be_visible()
    assert page.locator("iframe").count() == 0
    assert ("nekad", "ingen", "inloggning") in audit_of(guarded)


def test_a_swapped_role_holds_from_the_next_sign_in(
    visit: Callable[..., BrowserContext], guarded: Served, provider: Provider
) -> None:
    provider.tell("byte", {"bob_role": "administrator"})
    page = visit().new_page()
    page.goto(guarded.address)
    page.get_by_role("button", name="Logga in").click()
    page.locator('input[name="sub"]').fill("byte")
    page.get_by_role("button", name="Authorize").click()
    expect(page.get_by_role("button", name="Inloggad som administratör")).to_be_visible()
    provider.tell("byte", {"bob_role": "lasare", "bob_areas": "pr-nord"})
    page.reload()
    expect(page.get_by_role("button", name="Inloggad som administratör")).to_be_visible()
    sign_out(page, "administratör")
    page.goto(guarded.address)
    page.get_by_role("button", name="Logga in").click()
    page.locator('input[name="sub"]').fill("byte")
    page.get_by_role("button", name="Authorize").click()
    expect(page.get_by_role("button", name="Inloggad som läsare")).to_be_visible()


def test_a_session_that_is_over_asks_to_sign_in_again(
    visit: Callable[..., BrowserContext], tmp_path: Path, provider: Provider
) -> None:
    served = serve_guarded(tmp_path, provider, BOB_SESSION_HOURS="0.01")  # 36 seconds
    try:
        page = visit().new_page()
        sign_in(page, served, "lasse", "/karta", guided=True)  # what is asked soon lies above
        assert area_codes(map_frame(page))
        page.wait_for_timeout(36_000)
        page.reload()
        shows_nothing(page)
        expect(page.get_by_text("Inloggningen gäller en arbetsdag")).to_be_visible()
    finally:
        served.stop()


def test_a_provider_that_is_away_is_told_calmly(
    visit: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    served = serve_guarded(tmp_path, Provider({}))  # never started
    try:
        page = visit().new_page()
        page.goto(served.address)
        page.get_by_role("button", name="Logga in").click()
        expect(page.get_by_text("Det går inte att logga in just nu")).to_be_visible()
        assert "Authentication error" not in page.content()
    finally:
        served.stop()
