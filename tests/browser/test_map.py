"""The map in a browser: what is drawn, chosen and played. (That it has its place:
test_accessible.)"""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Frame, Page, Route, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

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


@dataclass
class Told:
    """What a page has sent, and of which kinds what it has received is."""

    sent: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> "Told":
        page.on("websocket", self._hear)
        page.on("request", lambda request: self.sent.append(request.url))
        return self

    def _hear(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda _data: self.sent.append("frame"))
        socket.on("framereceived", self._note)

    def _note(self, payload: str | bytes) -> None:
        message = ForwardMsg()
        message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
        self.kinds.append(str(message.WhichOneof("type")))


def expect_no_bare_export(page: Page) -> None:
    """Streamlit's own download of a table knows nothing of what the table holds, so that no file
    would have the mark of example data."""
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)


def is_pressed(frame: Frame, code: str) -> bool:
    return frame.get_attribute(f'path[data-kod="{code}"]', "aria-pressed") == "true"


def test_every_lpo_of_two_days_is_drawn_side_by_side_with_what_changed(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/karta?dag=2026-11-01&jamfor=2024-12-31")
    for place, count in ((0, 94), (1, 95)):
        frame = map_frame(page, place)
        codes = area_codes(frame)
        assert (len(codes), "lpo-norrmalm" in codes) == (count, count == 94)
        assert frame.evaluate("document.querySelector('#map_div').offsetHeight") > 400
    expect(page.get_by_role("heading", name="Vad har ändrats")).to_be_visible()
    expect_no_bare_export(page)


def test_every_level_is_drawn_and_the_areas_inside_one_are_a_click_away(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/karta?niva=polisregion&omrade=pr-syd")
    assert len(area_codes(map_frame(page))) == 7
    page.get_by_role("button", name="Visa områdena i Syd").click()
    settle(page)
    assert "niva=polisomrade" in page.url
    assert len(area_codes(map_frame(page))) == 27
    for level, count in (("Län", 21), ("Kommun", 290)):
        choose(page, "Nivå", level)
        map_frame(page).wait_for_function(
            f"document.querySelectorAll('path.bob-area').length === {count}"
        )


def test_a_click_is_one_message_and_selects_the_area_and_a_second_click_lets_it_go(
    page: Page, served: Served
) -> None:
    told = Told().listen(page)
    open_page(page, served, "/karta")
    expect_no_bare_export(page)
    frame = map_frame(page)
    for code, name in (("lpo-umea", "Umeå"), ("lpo-jarva", "Järva")):
        told.sent.clear()
        click_area(frame, code)
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
        page.wait_for_timeout(600)
        assert told.sent.count("frame") == 1
        assert f"omrade={code}" in page.url
        assert is_pressed(frame, code)
    click_area(frame, "lpo-jarva")
    expect(page.get_by_role("heading", name="Välj ett område")).to_be_visible()
    assert "omrade" not in page.url
    click_area(frame, "lpo-jarva")
    page.get_by_role("button", name="Stockholm Nord ›").click()
    settle(page)
    assert "omrade=po-stockholm-nord" in page.url
    assert "niva=polisomrade" in page.url


def test_what_is_chosen_on_the_page_selects_on_the_map_and_does_not_send_the_frame_again(
    page: Page, served: Served
) -> None:
    told = Told().listen(page)
    open_page(page, served, "/karta")
    frame = map_frame(page)
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 16, box["y"] + 16 + 35 * 2)
    page.wait_for_url("**omrade=lpo-**")
    settle(page)
    assert is_pressed(frame, page.url.split("omrade=")[1].split("&")[0])
    assert "navigation" in told.kinds
    told.kinds.clear()
    click_area(frame, "lpo-botkyrka")
    expect(page.get_by_role("heading", name="Botkyrka", exact=True)).to_be_visible()
    choose(page, "Polisregion", "Väst")
    expect(page.get_by_role("heading", name="Välj ett område")).to_be_visible()
    assert "delta" in told.kinds
    assert "navigation" not in told.kinds


def test_the_map_is_one_tab_stop_and_arrows_move_between_its_areas(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/karta?omrade=lpo-gotland")
    frame = map_frame(page)
    stops = frame.evaluate(
        "[...document.querySelectorAll('*')].filter((one) => one.tabIndex >= 0 && one.offsetParent"
        " !== null || one.tabIndex >= 0 && one.closest('svg'))"
        ".map((one) => one.dataset.kod ? 'area' : one.tagName.toLowerCase())"
    )
    assert stops.count("area") == 1
    assert set(stops) == {"area", "a", "select", "button", "input"}
    # What the browser itself takes for a stop shows only with the key.
    page.get_by_role("button", name="Rensa val").focus()
    page.keyboard.press("Tab")
    assert frame.evaluate("document.activeElement.dataset.kod") == "lpo-gotland"
    page.keyboard.press("ArrowLeft")
    moved = frame.evaluate("document.activeElement.dataset.kod")
    assert moved != "lpo-gotland"
    page.keyboard.press("Enter")
    settle(page)
    assert f"omrade={moved}" in page.url
    assert frame.evaluate("document.activeElement.dataset.kod") == moved


def test_changes_of_indicator_keep_the_frame_and_leave_nothing_behind(
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
    for turn in range(6):
        choose_indicator(page, indicators[(turn + 1) % 3])
    assert map_frame(page).evaluate("window.mark") == "same"
    assert frame.evaluate("window.feature_group.length") == 0
    assert frame.evaluate(layers) == before
    assert frame.evaluate("map_div.getZoom()") == 6
    assert _heap(page) < heap + 2_000_000


def _heap(page: Page) -> int:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return int(session.send("Runtime.getHeapUsage")["usedSize"])


def test_the_table_comes_even_when_the_map_never_does(
    visit: Callable[..., BrowserContext], served: Served
) -> None:
    page = visit().new_page()  # not watched: what is broken here is broken on purpose
    page.route("**/leaflet.js", lambda route: route.abort())
    page.goto(served.address + "/karta")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    expect(page.get_by_role("heading", name="Välj ett område")).to_be_visible()


def expect_whole(page: Page) -> Frame:
    """A map that has all its areas."""
    frame = map_frame(page)
    frame.wait_for_selector("#map_div[data-ritad] path.bob-area")
    assert len(area_codes(frame)) == 95
    return frame


def test_a_frame_that_was_made_anew_asks_for_what_it_lacks(page: Page, served: Served) -> None:
    """The server sends the areas once; a frame that lost them must not stay empty, nor one that
    comes and goes with two days or another page."""
    open_page(page, served, "/karta?dag=2025-06-30")
    click_area(map_frame(page), "lpo-jarva")
    settle(page)
    map_frame(page).evaluate("location.reload()")
    page.wait_for_timeout(300)
    settle(page)
    frame = expect_whole(page)
    assert is_pressed(frame, "lpo-jarva")
    click_area(frame, "lpo-lund")
    expect(page.get_by_role("heading", name="Lund", exact=True)).to_be_visible()
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
    expect_whole(page)


STEP_BACK = (
    "const s = document.querySelector('#bob-day'); s.value = +s.value - 1;"
    "s.dispatchEvent(new Event('input', {bubbles: true}))"
)
SWITCH = """() => {
  const field = document.querySelector('.bob-legend select');
  field.value = 'prioritet';
  field.dispatchEvent(new Event('change'));
  return document.querySelector('.bob-legend h2').textContent;
}"""


def test_a_switch_of_indicator_is_drawn_before_the_server_is_asked(
    page: Page, served: Served
) -> None:
    open_page(page, served, "/karta?dag=2026-11-01")
    frame = map_frame(page)
    counts = frame.eval_on_selector_all(
        ".bob-legend li span:last-child", "all => all.map(s => +s.textContent || 0)"
    )
    assert sum(counts) == 95, "the legend counts the areas of each class"
    expect(frame.get_by_text("uppgift saknas")).to_be_visible()
    assert frame.evaluate(SWITCH) == "Behov och etablerat råd"
    page.wait_for_url("**indikator=prioritet**")
    settle(page)
    drawn = frame.get_attribute("#map_div", "data-ritad")
    assert drawn and drawn.startswith("prioritet ")
    assert frame.evaluate("document.querySelector('.bob-legend select').value") == "prioritet"


def test_a_step_of_the_slider_asks_nobody_until_it_rests_and_play_runs_to_today(
    page: Page, served: Served
) -> None:
    told = Told().listen(page)
    open_page(page, served, "/karta")
    frame = map_frame(page)
    told.sent.clear()
    for _ in range(2):
        drawn = frame.get_attribute("#map_div", "data-ritad")
        frame.evaluate(STEP_BACK)
        assert frame.get_attribute("#map_div", "data-ritad") != drawn
    assert told.sent == []
    frame.evaluate("document.querySelector('#bob-day').dispatchEvent(new Event('change'))")
    page.wait_for_url("**dag=2026-06-30**")
    settle(page)
    expect(page.get_by_text("30 juni 2026").filter(visible=True).first).to_be_visible()
    frame.get_by_role("button", name="Spela").click()
    expect(frame.get_by_role("button", name="Pausa")).to_be_visible()
    expect(frame.get_by_role("button", name="Spela")).to_be_visible(timeout=8_000)
    settle(page)
    assert "dag=2026-06-30" not in page.url


def test_outlines_that_were_lost_once_are_asked_for_anew(page: Page, served: Served) -> None:
    """At the slider's step over a change of division."""
    open_page(page, served, "/karta?dag=2025-03-31")
    frame = map_frame(page)
    assert "lpo-norra-innerstaden" in area_codes(frame)
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


def test_a_map_told_twice_while_its_outlines_are_on_their_way_can_be_chosen_in(
    page: Page, served: Served
) -> None:
    """As on a slow line: what is drawn a second time once they come must know its areas too."""
    on_their_way: list[Route] = []

    def hold(route: Route) -> None:
        on_their_way.append(route)

    page.route("**/assets/areas/**", hold)
    page.goto(served.address + "/karta?dag=2026-11-01")
    frame = page.frame_locator("iframe").first
    frame.locator(".bob-legend select").wait_for()
    frame.locator("body").evaluate(SWITCH)
    page.wait_for_timeout(200)
    for route in on_their_way:
        route.continue_()
    settle(page)
    assert len(area_codes(map_frame(page))) == 95
    click_area(map_frame(page), "lpo-jarva")
    expect(page.get_by_role("heading", name="Järva", exact=True)).to_be_visible()
