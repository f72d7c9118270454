"""Lägesbilder in a real browser: written, approved and read, and hostile text that stays text."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from pages import picture_example
from tests.browser.axe import find_faults
from tests.browser.conftest import open_page, serve, settle
from tests.data_access.pictures import published
from tests.data_access.released_years import add_years
from tests.served import Served

# What could become a link, an image, a formula, a colour, an icon or markup of any kind
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <b>b</b> <a href='//x.example'>a</a>"
    "\n\n[l](javascript:alert(1)) ![i](x.png) https://x.example www.x.example\n\n"
    "https&colon;//y.example www&period;y.example &lt;b&gt; https:&sol;&sol;z.example\n\n"
    "$x^2$ $$y$$ :red[r] :smile: :material/home: :streamlit: `k` ~~s~~ \\(z\\)\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n    kod\n\n```\nkod\n```\n\n- [ ] ruta\n\n"
    "**fet [l](x)** *kursiv <i>x</i>*\n\n# Rubrik <svg onload=alert(1)>\n"
)
NUMBER = 6  # of the hostile one, after the example's
TYPED = (
    "<script>alert(1)</script>", "![i](x.png)", "https://x.example", "&lt;b&gt;", "$x^2$",
    ":red[r]", ":smile:", "| a | b |", "~~s~~", ":material/home:",
    ":streamlit:", "https&colon;//y.example",
)  # fmt: skip
FORBIDDEN = (
    "a:not([href^='#'])", "img", "script", "iframe", "b", "i", "svg:not([data-testid] svg)",
    ".katex", "table", "pre", "code", "del", "input", "button:not([data-testid])",
    "span[style*=color]", "[role=img]:not(a *)",
)  # fmt: skip
PUBLISHED = "?lagesbild=2"
VIEWS = (
    "", PUBLISHED, "?lagesbild=2&jamfor_lagesbild=1", "?roll=nationell-samordnare",
    "?lagesbild=4&roll=nationell-samordnare", "?lagesbild=ny&roll=regional-samordnare",
    "?lagesbild=5&skriv=ja&roll=regional-samordnare",
)  # fmt: skip
WIDER = (
    "[...document.querySelectorAll('[data-testid=stMain] *')]"
    ".filter(e => e.getBoundingClientRect().right > innerWidth + 2 && !e.closest('canvas,'"
    "+ '[data-testid=stDataFrame],[data-testid=stTable],[data-testid=stVegaLiteChart]'))"
    ".map(e => e.outerHTML.slice(0, 120))"
)


def add_pictures() -> None:
    add_years()
    assert picture_example.main() == 0
    assert published(HOSTILE, title="<img src=x> [l](x) www.x.example") == NUMBER


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, str]]:
    """A server with the example's lägesbilder (1–5), and the number of one that is hostile."""
    for server in serve(tmp_path_factory.mktemp("pictures"), add_pictures):
        yield server, str(NUMBER)


def body(page: Page):
    return page.locator(".st-key-bildtext")


def test_hostile_text_becomes_nothing_but_text(page: Page, filled: tuple[Served, str]) -> None:
    server, number = filled
    open_page(page, server, f"/lagesbilder?lagesbild={number}")
    expect(body(page).locator("strong", has_text="fet")).to_be_visible()
    expect(body(page).locator("em", has_text="kursiv")).to_be_visible()
    expect(body(page).get_by_role("heading", name=re.compile("^Rubrik"))).to_be_visible()
    found = {
        rule: body(page).locator(f"[data-testid=stMarkdownContainer] {rule}").count()
        for rule in FORBIDDEN
    }
    assert {rule: n for rule, n in found.items() if n} == {}
    text = body(page).inner_text().replace("\u2060", "")
    for typed in TYPED:
        assert typed in text, typed
    assert page.locator("h2 a[href*=example], h2 img").count() == 0


@pytest.mark.parametrize("path", VIEWS)
def test_no_view_is_wider_than_its_screen_and_axe_finds_nothing_of_ours(
    open_to_scripts: Page, filled: tuple[Served, str], path: str
) -> None:
    page = open_to_scripts
    page.set_viewport_size({"width": 1400, "height": 900})
    open_page(page, filled[0], f"/lagesbilder{path}")
    if path == PUBLISHED:
        assert_drawn(page)
    for width in (1400, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(600)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(WIDER) == [], width
        assert find_faults(page) == [], width


def assert_drawn(page: Page) -> None:
    """The charts and the map of a published one."""
    page.wait_for_selector(
        "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"
    )
    expect(body(page).locator("[data-testid=stVegaLiteChart]")).to_have_count(2)
    picture = body(page).locator("img")
    expect(picture).to_have_count(1)
    told = picture.get_attribute("alt") or ""
    assert told.startswith("Steg per lokalpolisområde 30 september 2026:")
    assert picture.evaluate("one => one.complete && one.naturalWidth > 300")


def test_a_regional_leads_picture_is_read_by_all_when_the_national_lead_has_published_it(
    page: Page, filled: tuple[Served, str]
) -> None:
    server, _number = filled
    open_page(page, server, "/lagesbilder?roll=regional-samordnare")
    clicks = 0
    page.get_by_role("link", name="Skriv en ny lägesbild").click()
    clicks += 1
    settle(page)
    page.get_by_label("Titel").fill("Nord i november")
    page.get_by_label("Titel").press("Enter")
    settle(page)
    field = page.get_by_role("textbox", name="Text", exact=True)
    field.fill("# Läget\n\nTre nya råd är på gång.\n")
    field.press("Control+Enter")
    settle(page)
    expect(body(page).get_by_text("Tre nya råd är på gång.")).to_be_visible()
    page.get_by_role("combobox", name="Siffra, diagram eller karta").click()
    page.get_by_role("option", name="Siffra: Områden med etablerat råd").click()
    page.get_by_role("button", name="Lägg in sist").click()
    clicks += 3
    settle(page)
    expect(body(page).get_by_text("Områden med etablerat råd")).to_be_visible()
    page.get_by_role("button", name="Spara utkastet").click()
    settle(page)
    page.get_by_role("button", name="Skicka in för godkännande").click()
    clicks += 2
    settle(page)
    expect(page.get_by_text("väntar på godkännande")).to_be_visible()
    assert clicks <= 6
    number = re.search(r"lagesbild=(\d+)", page.url)
    assert number
    open_page(page, server, f"/lagesbilder?lagesbild={number[1]}&roll=nationell-samordnare")
    page.get_by_role("button", name="Godkänn").press("Enter")
    told = page.get_by_test_id("stAlert").filter(has_text="Godkänd.")
    expect(told, "its button is gone, so what is said of it has the focus").to_be_focused()
    page.keyboard.press("Tab")
    publish = page.get_by_role("button", name="Publicera")
    expect(publish).to_be_focused()
    publish.click()
    settle(page)
    expect(page.get_by_text("Ändrat sedan dess")).to_be_visible()
    told = page.get_by_test_id("stAlert").filter(has_text="Publicerad.")
    expect(told).to_be_visible()
    page.wait_for_timeout(500)
    expect(told, "who presses with the mouse is left where she is").not_to_be_focused()
    open_page(page, server, "/lagesbilder?roll=lasare")
    page.get_by_role("link", name="Nord i november").click()
    settle(page)
    expect(page.get_by_role("heading", name="Nord i november")).to_be_visible()
    expect(page.get_by_text("godkänd av nationell samordnare")).to_be_visible()
    page.get_by_role("link", name="Alla lägesbilder").click()
    settle(page)
    assert "lagesbild=" not in page.url
