"""The map in a browser: what is drawn, chosen and played."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser import shifts
from tests.browser.conftest import (
    area_codes,
    choose,
    choose_indicator,
    click_area,
    map_frame,
    open_page,
    settle,
)
from tests.served import Served


@pytest.mark.parametrize(("day", "count"), [("2026-11-01", 95), ("2024-12-31", 94)])
def test_every_lpo_of_the_day_is_drawn(page: Page, served: Served, day: str, count: int) -> None:
    open_page(page, served, f"/karta?dag={day}")
    frame = map_frame(page)
    codes = area_codes(frame)
    assert len(codes) == count
    assert ("lpo-norrmalm" in codes) == (count == 94)
    assert frame.evaluate("document.querySelector('#map_div').offsetHeight") > 400


@pytest.mark.parametrize(
    ("level", "count"), [("polisregion", 7), ("polisomrade", 27), ("lan", 21), ("kommun", 290)]
)
def test_every_level_is_drawn(page: Page, served: Served, level: str, count: int) -> None:
    open_page(page, served, f"/karta?niva={level}")
    assert len(area_codes(map_frame(page))) == count


# How far the areas reach over each side of the map's frame, in pixels
OVER = """() => {
  const boxOf = (one) => one.getBoundingClientRect();
  const frame = boxOf(document.querySelector('#map_div'));
  const foot = boxOf(document.querySelector('.bob-time').parentElement);
  const boxes = [...document.querySelectorAll('path[data-kod]')].map(boxOf);
  const most = (value) => Math.max(...boxes.map(value));
  return [most((b) => b.bottom - foot.top), most((b) => frame.top - b.top),
    most((b) => b.right - frame.right), most((b) => frame.left - b.left),
    foot.bottom - innerHeight];
}"""


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("path", ["/", "/tackning"])
def test_the_whole_country_is_seen_at_first(
    page: Page, served: Served, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, served, path)
    assert max(map_frame(page).evaluate(OVER)) <= 0


@pytest.mark.parametrize("width", [390, 768, 1400])
def test_nothing_jumps_when_the_fields_come_after_the_map(
    page: Page, served: Served, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    shifts.watch(page)
    open_page(page, served, "/karta")
    map_frame(page)
    expect(page.get_by_role("combobox", name="Polisregion")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    settle(page)
    assert shifts.find_jumps(page) == []
    assert max(map_frame(page).evaluate(OVER)) <= 0


def test_a_click_selects_the_area_and_a_second_click_lets_it_go(page: Page, served: Served) -> None:
    open_page(page, served, "/karta")
    frame = map_frame(page)
    click_area(frame, "lpo-jarva")
    expect(page.get_by_role("heading", name="Järva", exact=True)).to_be_visible()
    assert "omrade=lpo-jarva" in page.url
    assert frame.get_attribute('path[data-kod="lpo-jarva"]', "aria-pressed") == "true"
    click_area(frame, "lpo-jarva")
    expect(page.get_by_role("heading", name="Välj ett område")).to_be_visible()
    assert "omrade" not in page.url


def test_the_keyboard_moves_between_areas_and_selects(page: Page, served: Served) -> None:
    open_page(page, served, "/karta?omrade=lpo-gotland")
    frame = map_frame(page)
    assert frame.locator('path.bob-area[tabindex="0"]').count() == 1
    frame.focus('path[data-kod="lpo-gotland"]')
    page.keyboard.press("ArrowLeft")
    moved = frame.evaluate("document.activeElement.dataset.kod")
    assert moved != "lpo-gotland"
    page.keyboard.press("Enter")
    settle(page)
    assert f"omrade={moved}" in page.url
    assert frame.evaluate("document.activeElement.dataset.kod") == moved


def test_the_map_is_one_tab_stop_between_its_controls(page: Page, served: Served) -> None:
    open_page(page, served, "/karta")
    frame = map_frame(page)
    stops = frame.evaluate(
        "[...document.querySelectorAll('*')].filter((one) => one.tabIndex >= 0 && one.offsetParent"
        " !== null || one.tabIndex >= 0 && one.closest('svg'))"
        ".map((one) => one.dataset.kod ? 'area' : one.tagName.toLowerCase())"
    )
    assert stops.count("area") == 1
    assert set(stops) == {"area", "a", "select", "button", "input"}
    # What the browser itself takes for a stop shows only with the key.
    page.get_by_role("button", name="Choose date").focus()
    page.keyboard.press("Tab")
    assert frame.evaluate("document.activeElement.dataset.kod") in area_codes(frame)


def test_no_table_is_exported_without_the_mark_of_example_data(page: Page, served: Served) -> None:
    """Streamlit's own download of a table knows nothing of what the table holds."""
    for path in ("/karta", "/karta?jamfor=2025-06-30", "/tackning"):
        open_page(page, served, path)
        expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
        expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)


def test_a_row_of_the_table_selects_on_the_map(page: Page, served: Served) -> None:
    open_page(page, served, "/karta")
    frame = map_frame(page)
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 16, box["y"] + 16 + 35 * 2)
    page.wait_for_url("**omrade=lpo-**")
    settle(page)
    chosen = page.url.split("omrade=")[1].split("&")[0]
    assert frame.get_attribute(f'path[data-kod="{chosen}"]', "aria-pressed") == "true"


def test_ten_changes_of_indicator_keep_the_frame_and_leave_nothing_behind(
    context: BrowserContext, served: Served
) -> None:
    page = context.new_page()  # whose memory no other test has used
    open_page(page, served, "/karta")
    frame = map_frame(page)
    frame.evaluate("window.mark = 'same'; map_div.setZoom(6, {animate: false})")
    layers = "Object.keys(window.map._layers).length"
    indicators = ["Dagar sedan etablering", "Prioriterade områden", "Steg i etableringen"]
    choose_indicator(page, indicators[0])
    before = frame.evaluate(layers)
    heap = _heap(page)
    for turn in range(10):
        choose_indicator(page, indicators[(turn + 1) % 3])
    assert map_frame(page).evaluate("window.mark") == "same"
    assert frame.evaluate("window.feature_group.length") == 0
    assert frame.evaluate(layers) == before
    assert frame.evaluate("map_div.getZoom()") == 6
    assert _heap(page) < heap + 3_000_000


def test_the_table_comes_even_when_the_map_never_does(
    context: BrowserContext, served: Served
) -> None:
    page = context.new_page()  # not watched: what is broken here is broken on purpose
    page.route("**/leaflet.js", lambda route: route.abort())
    page.goto(served.address + "/karta")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    expect(page.get_by_role("heading", name="Välj ett område")).to_be_visible()


def test_a_frame_that_was_made_anew_asks_for_what_it_lacks(page: Page, served: Served) -> None:
    """The server sends the areas once; a frame that lost them must not stay empty."""
    open_page(page, served, "/karta?dag=2025-06-30")
    click_area(map_frame(page), "lpo-jarva")
    settle(page)
    map_frame(page).evaluate("location.reload()")
    page.wait_for_timeout(300)
    settle(page)
    frame = map_frame(page)
    frame.wait_for_selector("#map_div[data-ritad] path.bob-area")
    assert len(area_codes(frame)) == 95
    assert frame.get_attribute('path[data-kod="lpo-jarva"]', "aria-pressed") == "true"
    click_area(frame, "lpo-lund")
    expect(page.get_by_role("heading", name="Lund", exact=True)).to_be_visible()


def test_maps_are_whole_when_two_days_and_other_pages_come_and_go(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/karta?dag=2025-06-30&omrade=lpo-lund")
    for _ in range(2):
        page.get_by_text("Jämför två dagar").click()
        settle(page)
        for frame in page.frames[1:]:
            frame.wait_for_selector("#map_div[data-ritad] path.bob-area")
    page.get_by_role("link", name="Allt om området").click()
    page.wait_for_url("**/omrade**")
    page.go_back()
    page.wait_for_url("**/karta**")
    settle(page)
    frame = map_frame(page)
    frame.wait_for_selector("#map_div[data-ritad] path.bob-area")
    assert len(area_codes(frame)) == 95


def test_a_switch_of_indicator_is_drawn_before_the_server_is_asked(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/karta")
    frame = map_frame(page)
    drawn = frame.evaluate(
        "(() => { const s = document.querySelector('.bob-legend select'); s.value = 'prioritet';"
        "s.dispatchEvent(new Event('change'));"
        "return document.querySelector('.bob-legend h2').textContent; })()"
    )
    assert drawn == "Behov och etablerat råd"
    page.wait_for_url("**indikator=prioritet**")
    settle(page)
    assert frame.get_attribute("#map_div", "data-ritad").startswith("prioritet ")
    assert frame.evaluate("document.querySelector('.bob-legend select').value") == "prioritet"


def test_one_click_is_one_message_to_the_server(page: Page, served: Served) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _data: sent.append("frame")))
    open_page(page, served, "/karta")
    frame = map_frame(page)
    for code in ("lpo-jarva", "lpo-umea"):
        sent.clear()
        click_area(frame, code)
        page.wait_for_url(f"**omrade={code}**")
        page.wait_for_timeout(600)
        assert len(sent) == 1


def test_what_is_chosen_on_the_page_does_not_send_the_frame_again(
    page: Page, served: Served
) -> None:
    kinds: list[str] = []

    def note(payload: str | bytes) -> None:
        message = ForwardMsg()
        message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
        kinds.append(message.WhichOneof("type"))

    page.on("websocket", lambda socket: socket.on("framereceived", note))
    open_page(page, served, "/karta")
    click_area(map_frame(page), "lpo-jarva")
    expect(page.get_by_role("heading", name="Järva", exact=True)).to_be_visible()
    assert "navigation" in kinds
    kinds.clear()
    click_area(map_frame(page), "lpo-botkyrka")
    expect(page.get_by_role("heading", name="Botkyrka", exact=True)).to_be_visible()
    choose(page, "Polisregion", "Väst")
    expect(page.get_by_role("heading", name="Välj ett område")).to_be_visible()
    assert "delta" in kinds
    assert "navigation" not in kinds


def _heap(page: Page) -> int:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return int(session.send("Runtime.getHeapUsage")["usedSize"])


STEP_BACK = (
    "const s = document.querySelector('#bob-day'); s.value = +s.value - 1;"
    "s.dispatchEvent(new Event('input', {bubbles: true}))"
)


def test_a_step_of_the_slider_asks_nobody_until_it_rests(page: Page, served: Served) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _data: sent.append("frame")))
    open_page(page, served, "/karta")
    frame = map_frame(page)
    sent.clear()
    page.on("request", lambda request: sent.append(request.url))
    drawn = frame.get_attribute("#map_div", "data-ritad")
    frame.evaluate(STEP_BACK)
    assert frame.get_attribute("#map_div", "data-ritad") != drawn
    assert sent == []
    frame.evaluate("document.querySelector('#bob-day').dispatchEvent(new Event('change'))")
    page.wait_for_url("**dag=2026-09-30**")
    settle(page)
    expect(page.get_by_text("30 september 2026").filter(visible=True).first).to_be_visible()


def test_the_slider_crosses_the_change_of_division(page: Page, served: Served) -> None:
    open_page(page, served, "/karta?dag=2025-03-31")
    frame = map_frame(page)
    assert "lpo-norra-innerstaden" in area_codes(frame)
    frame.evaluate(STEP_BACK)
    frame.wait_for_selector('path[data-kod="lpo-norrmalm"]', state="attached")
    assert len(area_codes(frame)) == 94


def test_outlines_that_were_lost_once_are_asked_for_anew(page: Page, served: Served) -> None:
    open_page(page, served, "/karta?dag=2025-03-31")
    frame = map_frame(page)
    lost: list[str] = []

    def lose_two(route: Route) -> None:
        if len(lost) < 2:
            lost.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/assets/areas/**", lose_two)
    note = frame.get_by_role("alert")
    for _ in range(2):
        frame.evaluate(STEP_BACK)
        expect(note).to_have_text("Kartans gränser kunde inte hämtas. Ladda om sidan.")
        page.wait_for_timeout(200)
    assert len(lost) == 2
    frame.evaluate(STEP_BACK)
    frame.wait_for_selector('path[data-kod="lpo-norrmalm"]', state="attached")
    expect(note).to_have_count(0)
    assert len(area_codes(frame)) == 94


def test_play_runs_to_today_and_rests_there(page: Page, served: Served) -> None:
    open_page(page, served, "/karta?dag=2026-06-30")
    frame = map_frame(page)
    frame.get_by_role("button", name="Spela").click()
    expect(frame.get_by_role("button", name="Pausa")).to_be_visible()
    expect(frame.get_by_role("button", name="Spela")).to_be_visible(timeout=8_000)
    settle(page)
    assert "dag=2026-06-30" not in page.url


def test_the_legend_counts_the_areas_of_each_class(page: Page, served: Served) -> None:
    open_page(page, served, "/karta?dag=2026-11-01")
    counts = map_frame(page).eval_on_selector_all(
        ".bob-legend li span:last-child", "all => all.map(s => +s.textContent || 0)"
    )
    assert sum(counts) == 95
    expect(map_frame(page).get_by_text("uppgift saknas")).to_be_visible()


def test_two_days_stand_side_by_side_with_what_changed(page: Page, served: Served) -> None:
    open_page(page, served, "/karta?dag=2026-11-01&jamfor=2024-12-31")
    assert len(area_codes(map_frame(page, 0))) == 94
    assert len(area_codes(map_frame(page, 1))) == 95
    expect(page.get_by_role("heading", name="Vad har ändrats")).to_be_visible()


def test_drill_down_and_up_again(page: Page, served: Served) -> None:
    open_page(page, served, "/karta?niva=polisregion&omrade=pr-syd")
    page.get_by_role("button", name="Visa områdena i Syd").click()
    settle(page)
    assert "niva=polisomrade" in page.url
    assert len(area_codes(map_frame(page))) == 27
    open_page(page, served, "/karta?omrade=lpo-jarva")
    page.get_by_role("button", name="Stockholm Nord ›").click()
    settle(page)
    assert "omrade=po-stockholm-nord" in page.url
    assert "niva=polisomrade" in page.url


def test_on_a_tablet_the_table_is_beside_the_map_and_the_area_below(
    page: Page, served: Served
) -> None:
    page.set_viewport_size({"width": 768, "height": 1000})
    open_page(page, served, "/karta")
    map_frame(page)
    drawn = page.locator("iframe").first.bounding_box()
    table = page.get_by_test_id("stDataFrame").bounding_box()
    area = page.get_by_role("heading", name="Välj ett område").bounding_box()
    assert drawn and table and area
    assert table["x"] >= drawn["x"] + drawn["width"]
    assert area["y"] > table["y"] + table["height"]
    assert drawn["width"] > 330 and table["width"] > 330
