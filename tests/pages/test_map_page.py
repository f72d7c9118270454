"""The map page: what the component is given, what a click does, and two days side by side."""

import json
from datetime import date

import pytest

from data_access.viewer import DEMONSTRATIONS, Role
from pages.coverage_reads import fetch_counts
from pages.table_reads import fetch_shown
from tests.pages.conftest import show
from ui.choice import MAP_LEVELS
from ui.formats import number

READER = DEMONSTRATIONS[Role.LASARE]
PACKET = {
    "key", "day", "legend", "classes", "missing", "outlines", "steps", "areas", "values", "words",
    "choices", "others",
}  # fmt: skip
OWN = {"packet", "indicator", "awaited", "switch", "title", "selected", "inside", "bounds"}


def to_maps(app) -> list[dict]:
    """What each map component is given. The component itself is the browser's and does not run."""
    return [json.loads(one.proto.json_args) for one in app.get("component_instance")]


def to_payload(given: dict) -> dict:
    """The packet in the component's script, and what the view adds to it."""
    script = given["feature_group"]
    learnt = script.split("bob.learn(", 1)[1].split(",", 1)[1]
    drawn = script.split("bob.update(map_div,", 1)[1]
    own = json.JSONDecoder().raw_decode(drawn)[0]
    assert set(own) - {"counted"} == OWN
    packet = json.JSONDecoder().raw_decode(learnt)[0]
    assert set(packet) == PACKET
    return packet | own


@pytest.mark.parametrize("page", ["oversikt", "karta"])
def test_the_map_is_given_nothing_but_what_it_shows(open_page, page):
    (given,) = to_maps(open_page(page, lan="08", omrade="0880", niva="kommun"))
    payload = to_payload(given)
    assert payload["switch"] is (page == "karta")
    assert len(payload["others"]) == 2
    for other in payload["others"]:
        assert set(other) == {"key", "legend", "classes", "missing", "values", "signs"}
        assert set(other["signs"]) == set(payload["areas"])
    assert payload["selected"] == "0880"
    assert payload["inside"]


@pytest.mark.parametrize("page", ["oversikt", "karta"])
def test_the_map_is_given_no_address_of_another_host(open_page, page):
    (given,) = to_maps(open_page(page))
    assert given["js_links"]
    assert given["css_links"]
    assert all(link.startswith("../../assets/") for link in given["js_links"] + given["css_links"])
    assert "//" not in given["header"] + given["script"] + given["html"]
    assert "http" not in given["feature_group"]


@pytest.mark.parametrize("level", MAP_LEVELS)
def test_the_table_has_the_same_areas_as_the_map(open_page, level):
    app = open_page("karta", niva=level, dag="2025-06-30")
    payload = to_payload(to_maps(app)[0])
    place = [step["day"] for step in payload["steps"]].index("2025-06-30")
    names = sorted(payload["areas"][code][0] for code in payload["values"])
    assert sorted(app.dataframe[0].value.iloc[:, 0]) == names
    assert all(len(signs) > place for _name, signs in payload["areas"].values())


def test_the_table_says_the_same_as_the_map(open_page):
    app = open_page("karta", dag="2025-06-30")
    payload = to_payload(to_maps(app)[0])
    place = [step["day"] for step in payload["steps"]].index("2025-06-30")
    labels = [kind["label"] for kind in payload["classes"]]
    by_name = {
        payload["areas"][code][0]: labels[int(payload["areas"][code][1][place], 36)]
        for code in payload["values"]
    }
    table = app.dataframe[0].value
    assert dict(zip(table["Lokalpolisområde"], table["Steg"], strict=True)) == by_name


def test_the_map_keeps_its_frame_when_the_choice_changes(open_page):
    """Another frame would be another map: Leaflet and outlines all over again."""
    ids = {
        show("karta", **asked).get("component_instance")[0].proto.id
        for asked in ({}, {"niva": "kommun"}, {"lan": "08", "dag": "2024-12-31"})
    }
    assert len(ids) == 1


def test_the_packet_is_sent_once_and_again_when_something_makes_the_frame_new(open_page):
    app = open_page("karta")

    def sent() -> bool:
        (given,) = to_maps(app)
        return "bob.learn(" in given["feature_group"]

    def ask(**parameters: str) -> bool:
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        return sent()

    assert sent()
    assert not ask(omrade="lpo-lund")
    assert not ask(indikator="dagar")
    assert ask(dag="2024-12-31"), "another day has another packet"
    assert not ask(omrade="lpo-umea")
    app.query_params["jamfor"] = "2024-09-30"
    app.run()
    assert all("bob.learn(" in given["feature_group"] for given in to_maps(app))
    del app.query_params["jamfor"]
    app.run()
    assert sent(), "beside another and alone are two frames"
    assert not ask(omrade="lpo-lund")
    app.switch_page("omrade.py").run()
    app.switch_page("karta.py").run()
    assert sent(), "a page that was left has new frames when it is back"


def test_an_area_of_the_breadcrumb_can_be_chosen_from_any_indicator(open_page):
    app = open_page("karta", omrade="lpo-lulea-boden", indikator="dagar")
    app.button(key="stig_pr-nord").click().run()
    assert app.query_params["omrade"] == "pr-nord"
    assert app.query_params["niva"] == "polisregion"
    assert [warning.value for warning in app.warning] == []


def test_the_country_in_the_breadcrumb_clears_the_area(open_page):
    app = open_page("karta", omrade="lpo-lulea-boden", region="pr-nord")
    app.button(key="stig_se").click().run()
    assert "omrade" not in app.query_params
    assert "region" not in app.query_params
    assert not app.warning


@pytest.mark.parametrize(
    ("area", "level", "below"),
    [
        ("pr-nord", "polisregion", "polisomrade"),
        ("po-norrbotten", "polisomrade", None),
        ("lpo-lulea-boden", None, "kommun"),
        ("25", "lan", "kommun"),
    ],
)
def test_the_areas_inside_an_area_are_one_click_away(open_page, area, level, below):
    app = open_page("karta", omrade=area, **({"niva": level} if level else {}))
    app.button(key="nedat").click().run()
    assert not app.exception
    assert not app.warning
    assert app.query_params.get("niva") == below
    assert app.query_params["vy"] == area


def test_a_change_of_level_drops_an_indicator_that_the_level_has_not(open_page):
    app = open_page("karta", indikator="dagar")
    app.selectbox(key="c_niva").set_value("lan").run()
    assert not app.warning
    assert "indikator" not in app.query_params


def test_comparing_two_days_shows_two_maps_and_what_has_changed(open_page):
    app = open_page("karta", dag="2025-06-30", jamfor="2024-12-31")
    assert not app.exception
    days = [to_payload(given)["day"] for given in to_maps(app)]
    assert days == ["2024-12-31", "2025-06-30"]
    (changes,) = app.dataframe
    assert list(changes.value.columns) == ["Lokalpolisområde", "Då", "Nu"]
    assert len(changes.value) > 3
    assert (changes.value["Då"] != changes.value["Nu"]).all()


def test_what_has_changed_is_what_differs_between_the_two_maps(open_page):
    app = open_page("karta", niva="kommun", dag="2025-06-30", jamfor="2025-03-31")
    stages = []
    for given in to_maps(app):
        payload = to_payload(given)
        place = [step["day"] for step in payload["steps"]].index(payload["day"])
        labels = [kind["label"] for kind in payload["classes"]]
        found = payload["areas"].values()
        stages.append({name: labels[int(signs[place], 36)] for name, signs in found})
    differs = {name for name, stage in stages[1].items() if stages[0][name] != stage}
    assert set(app.dataframe[0].value["Kommun"]) == differs


def test_comparing_a_day_with_itself_says_that_nothing_has_changed(open_page):
    app = open_page("karta", dag="2025-06-30", jamfor="2025-06-30")
    assert any("har ändrats" in info.value for info in app.info)


def test_comparing_is_switched_on_and_off_in_the_address(open_page):
    app = open_page("karta", dag="2025-06-30")
    app.toggle(key="c_jamfor").set_value(True).run()
    assert app.query_params["jamfor"] == "2025-03-31"
    app.toggle(key="c_jamfor").set_value(False).run()
    assert "jamfor" not in app.query_params


def test_a_choice_without_areas_has_a_sentence_where_the_table_would_be(open_page):
    app = open_page("karta", region="pr-nord", lan="12")
    assert not app.dataframe
    assert "Inget område ligger i urvalet." in [caption.value for caption in app.caption]


def test_a_lan_says_by_which_rule_it_chooses_police_areas(open_page):
    app = open_page("karta", lan="10", dag="2025-06-30")
    assert any("minst en kommun i länet" in part.value for part in app.markdown)
    assert "Karlshamn" in set(app.dataframe[0].value["Lokalpolisområde"])


@pytest.mark.parametrize("level", ["polisregion", "polisomrade", "lan"])
@pytest.mark.parametrize("indicator", ["kommuner", "prioriterade", "unga"])
def test_the_sentence_counts_what_groups_share_once(example_data, level, indicator):
    on = date(2026, 11, 1)
    shown = fetch_shown(indicator, level, on, None, None, viewer=READER)
    whole = fetch_counts(on, None, None, viewer=READER)[indicator]
    assert f"{number(whole.covered)} av {number(whole.counted_over)}." in shown.sentence


def test_a_kommun_in_three_polisomraden_is_one_kommun(example_data):
    shown = fetch_shown("kommuner", "polisomrade", date(2026, 11, 1), None, None, viewer=READER)
    assert "av 290." in shown.sentence
