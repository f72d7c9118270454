"""The map's payload and what the component is handed: codes and classes, safe in a script."""

import ast
import json
import re
from datetime import date
from pathlib import Path

import branca.element
import folium
import pandas as pd
import pytest
import streamlit_folium
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_feature_group_string, _get_header, _get_html, _get_map_string

from data_access.viewer import DEMONSTRATION
from geodata.division import FIRST_DAY
from pages import map_reads
from ui import map_payload, map_view
from ui.choice import MAP_LEVELS
from ui.map_indicators import all_indicators, indicators_at
from ui.map_payload import to_packet

DAY, TODAY = date(2025, 6, 30), date(2026, 11, 1)
KEYS = {
    "key", "day", "legend", "classes", "missing", "outlines", "steps", "areas", "values", "words",
}  # fmt: skip
HARD = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "{{'x'}}",
    "{{ 7 * 7 }}",
    "{# gömt #}",
    "{% raw %}{{ this.payload }}",
    "a_b_c",
    "map_div",
    "Rådet i \"Öst\" & 'Väst'",
    "back\\slash \\u003c",
    "rad\u2028bryt\n\t\x00",
    "🧭 ${kod} `x`",
]


def build_payload(names: dict[str, str]) -> dict:
    """A payload of made-up areas, each in its first class on both steps."""
    kinds = {code: (name, 0) for code, name in names.items()}
    now = pd.DataFrame([{"code": code, "stage": None, "partly": False} for code in names])
    steps = [(FIRST_DAY, kinds), (TODAY, kinds)]
    indicator = all_indicators()["steg"]
    return map_payload.to_payload(indicator, TODAY, TODAY, steps, now, [(FIRST_DAY, "lpo-x.json")])


def read_back(script: str) -> dict:
    """The packet as the browser reads it."""
    inside = script.split('bob.learn("', 1)[1].split('",', 1)[1]
    return json.JSONDecoder().raw_decode(inside)[0]


def to_script(payload: dict) -> str:
    """What the component is handed for a packet of this one indicator."""
    packet = to_packet({"steg": payload}, {"steg": "Steg"})
    return map_view.to_script(packet, {"title": HARD[0]}, whole=True)


def test_names_with_every_hard_sign_come_out_as_they_went_in():
    payload = build_payload({f"lpo-{place}": name for place, name in enumerate(HARD)})
    script = to_script(payload)
    assert script.isascii()
    read = read_back(script)
    assert [read["areas"][f"lpo-{place}"][0] for place in range(len(HARD))] == HARD


@given(st.lists(st.text(), max_size=4))
def test_any_name_comes_out_as_it_went_in(names):
    names = [name.encode("utf-8", "ignore").decode() for name in names]
    payload = build_payload({f"lpo-{place}": name for place, name in enumerate(["x", *names])})
    script = to_script(payload)
    assert script.isascii()
    assert [name for name, _signs in read_back(script)["areas"].values()] == ["x", *names]


def test_a_packet_has_another_name_when_anything_in_it_differs():
    packets = [
        to_packet({"steg": build_payload({"lpo-a": name})}, {"steg": label})
        for name, label in (("A", "Steg"), ("B", "Steg"), ("A", "Annat"), ("A", "Steg"))
    ]
    assert len({packet.name for packet in packets}) == 3
    assert packets[0] == packets[3]


def test_only_a_new_packet_is_sent_whole():
    packet = to_packet({"steg": build_payload({"lpo-a": "A"})}, {"steg": "Steg"})
    assert packet.text in map_view.to_script(packet, {}, whole=True)
    again = map_view.to_script(packet, {}, whole=False)
    assert packet.text not in again
    assert packet.name in again


def test_the_component_is_handed_what_streamlit_folium_would_hand_it(monkeypatch):
    """Ours is made once; a new version of the library that hands over more fails here."""
    handed = {}
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **given: handed.update(given))
    streamlit_folium.st_folium(
        map_view.to_empty_map(),
        key="karta",
        returned_objects=["last_active_drawing"],
        use_container_width=True,
        render=False,
        feature_group_to_add=folium.FeatureGroup(),
    )
    ours = json.loads(json.dumps(map_view.to_base()))  # as the component gets it
    assert set(handed) == {*ours, "feature_group", "height", "key", "on_change"}
    named = {"id", "script", "header"}  # they carry the map's own random name
    assert {name: handed[name] for name in set(ours) - named} == {
        name: value for name, value in ours.items() if name not in named
    }
    assert to_nameless(handed["script"]) == to_nameless(ours["script"])
    assert to_nameless(handed["header"]) == to_nameless(ours["header"])


def to_nameless(text: str) -> str:
    return re.sub("[0-9a-f]{32}", "", text)


def test_folium_is_left_with_our_own_addresses_only():
    links = [*folium.Map.default_js, *folium.Map.default_css]
    assert {name for name, _link in links} == {"leaflet", "bob"}
    assert all(link.startswith("../../assets/") for _name, link in links)


def test_what_folium_and_the_component_make_of_a_map_names_no_other_host():
    """Fails when a new version of folium or the component brings links of its own."""
    made = map_view.to_empty_map()
    group = folium.FeatureGroup()
    whole = made.get_root().render()
    parts = (_get_html(made), _get_header(made), _get_map_string(made), whole)
    for text in (*parts, _get_feature_group_string(group, made)):
        assert "//" not in text.replace("/* //", "")
    elements: list[branca.element.Element] = [made]
    while elements:
        element = elements.pop()
        elements += element._children.values()
        links = [*getattr(element, "default_js", []), *getattr(element, "default_css", [])]
        assert all(link.startswith("../../assets/") for _name, link in links)


def test_folium_map_has_no_other_list_of_links_than_the_two_we_replace():
    source = ast.parse(Path(folium.folium.__file__).read_text("utf-8"))
    (map_class,) = [n for n in source.body if isinstance(n, ast.ClassDef) and n.name == "Map"]
    assigned = {
        target.id
        for node in map_class.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    assert assigned == {"_template", "default_js", "default_css"}
    lists = {
        target.id
        for node in source.body
        if isinstance(node, ast.Assign) and "http" in ast.unparse(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    assert lists == {"_default_js", "_default_css"}


def test_the_slider_has_every_quarters_end_the_chosen_day_and_today():
    steps = map_payload.to_steps(FIRST_DAY, date(2024, 2, 29), date(2024, 7, 1))
    assert steps == [
        date(2023, 12, 31),
        date(2024, 2, 29),
        date(2024, 3, 31),
        date(2024, 6, 30),
        date(2024, 7, 1),
    ]


@given(st.dates(FIRST_DAY, date(2040, 1, 1)), st.dates(FIRST_DAY, date(2040, 1, 1)))
def test_the_steps_are_in_order_once_each_and_end_today(first, second):
    day, today = sorted((first, second))
    steps = map_payload.to_steps(FIRST_DAY, day, today)
    assert steps == sorted(set(steps))
    assert steps[-1] == today
    assert {day, today} <= set(steps)
    assert all(step >= FIRST_DAY for step in steps)


def test_a_step_is_named_by_quarter_day_or_today():
    assert map_payload.to_step_label(date(2025, 6, 30), TODAY) == "2025 K2"
    assert map_payload.to_step_label(date(2025, 6, 29), TODAY) == "2025-06-29"
    assert map_payload.to_step_label(TODAY, TODAY) == "i dag"


def test_an_area_that_is_not_there_on_a_step_is_marked_missing_there():
    by_day = [(FIRST_DAY, {"lpo-a": ("A", 0)}), (TODAY, {"lpo-a": ("A", 4), "lpo-b": ("B", 2)})]
    rows = map_payload.to_area_rows(by_day, missing=7)
    assert rows == {"lpo-a": ("A", "04"), "lpo-b": ("B", "72")}


@pytest.fixture
def payloads(example_data):
    """(level, indicator) → the payload of the example data, built the way the pages do."""
    return {
        (level, key): map_reads.fetch_payload(key, level, DAY, TODAY, viewer=DEMONSTRATION)
        for level in ("lpo", "polisregion")
        for key in indicators_at(level)
    }


def test_the_payload_has_one_row_an_area_and_only_known_keys(payloads):
    for (level, _key), payload in payloads.items():
        assert set(payload) == KEYS
        expected = {"lpo": 95 + 1, "polisregion": 7}[level]  # Norrmalm is there on early steps
        assert len(payload["areas"]) == expected
        places = len(payload["classes"])
        for code, row in payload["areas"].items():
            assert code.isascii()
            assert "_" not in code
            name, signs = row
            assert name
            assert len(signs) == len(payload["steps"])
            assert all(int(sign, 36) < places for sign in signs)
        assert set(payload["values"]) <= set(payload["areas"])
        assert all(isinstance(text, str) for text in payload["values"].values())


def test_each_step_points_at_the_outlines_of_its_division(payloads):
    payload = payloads["lpo", "steg"]
    assert len(payload["outlines"]) == 2
    for step in payload["steps"]:
        assert step["outline"] == (1 if step["day"] >= "2025-01-01" else 0)
    assert payload["outlines"][0] < payload["outlines"][1]
    assert {step["outline"] for step in payload["steps"]} == {0, 1}


def test_the_payload_is_a_few_kilobytes(payloads):
    assert all(len(json.dumps(made)) < 20_000 for made in payloads.values())


def test_every_level_has_indicators_for_the_map():
    assert all(indicators_at(level) for level in MAP_LEVELS)


def test_another_indicator_carries_its_own_and_no_names():
    payload = {
        "key": "steg",
        "legend": "Steg",
        "classes": [],
        "missing": 7,
        "values": {"a": "x"},
        "areas": {"a": ("Namn", "012")},
        "words": {},
    }
    assert map_payload.to_other(payload) == {
        "key": "steg",
        "legend": "Steg",
        "classes": [],
        "missing": 7,
        "values": {"a": "x"},
        "signs": {"a": "012"},
    }
