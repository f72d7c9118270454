"""Insatser och mål, its goals: each region's status counted again, and why it can't be told."""

from datetime import date

import pytest

import clock
from data_access.released_reports import fetch_reports
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from indicators.periods import Quarter
from tests.data_access.released_work import REGIONS, add_work
from tests.pages.conftest import show
from tests.pages.test_trends_page import alts, charts, said

COUNCILS, PLANS, SCHOOL, CARE, FEWER = (
    "lokala-rad-etablerade", "plan-for-aktuella", "skolans-deltagande", "vardens-deltagande",
    "farre-misstankta",
)  # fmt: skip
NAMES = {
    COUNCILS: "Lokala råd i prioriterade områden",
    PLANS: "Plan för aktuella individer",
    SCHOOL: "Skolan deltar",
    CARE: "Hälso- och sjukvården deltar",
    FEWER: "Färre unga misstänkta för grova brott",
}
BASE = ("2024K4", "2025K1", "2026K3")  # baselines, and the newest quarter


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


def report(region, outcomes):
    """{period: {goal: outcome}} as reports of a region."""
    for period, of in outcomes.items():
        rows = [
            {"mal": goal, "utfall": value, "bedomning": "natt", "beskrivning": "<b>Ord</b> [x](y)"}
            for goal, value in of.items()
        ]
        yield ("mal", region, period, rows)


def opened(**parameters):
    page = show("insatser", **{"del": "mal", "dag": "2026-11-25", **parameters})
    assert not page.exception
    return page


def statuses(page):
    table = page.dataframe[0].value
    keys = zip(table["Mål"], table["Polisregion"], strict=True)
    return dict(zip(keys, zip(table["Bedömning"], table["Skäl"], strict=True), strict=True))


START = {COUNCILS: 40, SCHOOL: 40, CARE: 40, FEWER: 20}
FULL = {
    "2024K4": START,
    "2025K1": {**START, PLANS: 40},
    "2026K3": {COUNCILS: 95, PLANS: 90, SCHOOL: 60, CARE: 57.5, FEWER: 19},
}


def add_reports():
    """The north has reported all, the middle too little, the others nothing."""
    late = {"2025K4": {SCHOOL: 100}, "2026K3": {COUNCILS: 70}}
    add_work([*report("pr-nord", FULL), *report("pr-mitt", late)])


@pytest.fixture
def released(filled):
    filled(add_reports)


@pytest.mark.usefixtures("released")
def test_green_is_said_only_where_the_newest_outcome_holds_the_path():
    """638 of 730 days have gone: the paths are at 92.4, (548 of 640) 82.8, 75.0, 57.5 and 18.3."""
    found = statuses(opened())
    assert found[NAMES[COUNCILS], "Nord"] == ("på väg", "")
    assert found[NAMES[PLANS], "Nord"] == ("nått", "")
    assert found[NAMES[SCHOOL], "Nord"] == ("efter", "")
    assert found[NAMES[CARE], "Nord"] == ("på väg", "")
    assert found[NAMES[FEWER], "Nord"] == ("efter", "")


@pytest.mark.usefixtures("released")
def test_why_a_goal_can_not_be_judged_is_told():
    found = statuses(opened())
    assert found[NAMES[COUNCILS], "Mitt"] == ("kan inte bedömas", "utgångsläge saknas")
    late = "utfallet är äldre än två kvartal"
    assert found[NAMES[SCHOOL], "Mitt"] == ("kan inte bedömas", late)
    assert found[NAMES[COUNCILS], "Syd"] == ("kan inte bedömas", "inget utfall är rapporterat")
    assert "30 kan inte bedömas" in said(opened())


@pytest.mark.usefixtures("released")
def test_the_headline_counts_what_the_table_says():
    page = opened()
    found = [status for status, _why in statuses(page).values()]
    assert len(found) == 35
    on_path = sum(one in ("på väg", "nått") for one in found)
    assert page.metric[1].value == f"{on_path} av 35" == "3 av 35"
    assert page.metric[1].delta == "2 efter, 30 kan inte bedömas"
    assert "**3 på väg eller nådda** (varav 1 nådda) och **2 efter**" in said(page)


@pytest.mark.usefixtures("released")
def test_the_matrix_says_each_status_in_a_word_and_a_sign():
    cells = charts(opened())[0]["datasets"]["cells"]
    assert len(cells) == 35
    assert {one["told"] for one in cells} == {"✔ nått", "↗ på väg", "↘ efter", "? ej bedömt"}
    by_place = {(one["row"], one["column"]): one for one in cells}
    assert "utfall 95 2026 K3, vägen 92,4, mål 100" in by_place[NAMES[COUNCILS], "Nord"]["about"]


@pytest.mark.usefixtures("released")
def test_levels_and_that_nothing_is_decided_are_told():
    page = opened()
    levels = page.table[0].value.set_index("Mål")["Nivå"]
    assert list(levels) == ["regional", "lokal", "lokal", "regional", "nationell"]
    assert "exempel på mål, inte beslutat" in said(page).replace("\\", "")


@pytest.mark.usefixtures("released")
def test_the_chosen_goal_is_drawn_region_by_region_against_path_and_target():
    page = opened(mal=FEWER)
    drawn = charts(page)[1:]
    assert len(drawn) == 7
    by_region = {one["title"]["text"][0].partition(":")[0]: one["datasets"] for one in drawn}
    north = by_region["Nord"]
    assert [one["value"] for one in north["target"]] == [18]
    assert [one["value"] for one in north["outcomes"]] == [20, 20, 19]
    path = {one["period"]: one["value"] for one in north["path"]}
    assert path["2024K4"] == 20 and path["2026K4"] == 18
    gone = (Quarter(2026, 3).last - date(2024, 12, 31)).days / 730
    assert path["2026K3"] == pytest.approx(20 - 2 * gone)
    assert by_region["Syd"] == {"outcomes": [], "path": [], "target": []}
    assert any("Nord: efter: utfall 19 2026 K3" in one for one in alts(page))


@pytest.mark.usefixtures("released")
def test_words_of_a_region_are_text_and_its_own_judgement_stands_beside():
    table = opened().dataframe[0].value
    own = table[(table["Mål"] == NAMES[SCHOOL]) & (table["Polisregion"] == "Nord")].iloc[0]
    assert own["Regionens bedömning"] == "nått" and own["Bedömning"] == "efter"
    assert own["Regionens text"] == "<b>Ord</b> [x](y)"


@pytest.mark.usefixtures("released")
def test_an_area_is_shown_by_its_region_and_that_is_told():
    page = opened(omrade="lpo-umea")
    assert "Umeå ligger i polisregion Nord, som visas." in said(page)
    assert {region for _goal, region in statuses(page)} == {"Nord"}


@pytest.mark.usefixtures("released")
def test_on_an_earlier_day_only_what_was_over_is_known():
    found = statuses(opened(dag="2025-02-01"))
    assert found[NAMES[COUNCILS], "Nord"] == (
        "kan inte bedömas",
        "inget utfall efter utgångsläget",
    )


@pytest.mark.usefixtures("released")
def test_a_reader_of_a_region_is_told_of_it_alone(monkeypatch):
    north = Viewer(Role.LASARE, frozenset({"pr-nord"}), subject="n", example=True)
    monkeypatch.setitem(DEMONSTRATIONS, Role.LASARE, north)
    page = opened()
    assert {region for _goal, region in statuses(page)} == {"Nord"}
    assert "Mitt" not in said(page)


def test_a_reader_without_a_whole_region_has_no_goals(example_data_of_own, monkeypatch):
    add_work(report("pr-nord", FULL), counts={})
    one = Viewer(Role.LASARE, frozenset({"lpo-umea"}), subject="n", example=True)
    monkeypatch.setitem(DEMONSTRATIONS, Role.LASARE, one)
    page = opened()
    assert "inga gemensamma mål att bedöma" in said(page)
    assert page.metric[1].value == "–"


def test_where_no_region_has_reported_every_reason_says_so(filled):
    filled(add_work)
    page = opened()
    assert set(statuses(page).values()) == {("kan inte bedömas", "inget utfall är rapporterat")}
    assert len(charts(page)) == 8  # the path can't be drawn, but the quarters can


@pytest.mark.parametrize("value", [0, 100])
def test_all_equal_at_the_ends_of_a_share(example_data_of_own, value):
    own = dict.fromkeys((COUNCILS, PLANS, SCHOOL, CARE), value)
    add_work(
        [one for region in REGIONS for one in report(region, dict.fromkeys(BASE, own))], counts={}
    )
    found = {status for (goal, _), (status, _why) in statuses(opened()).items()
             if goal != NAMES[FEWER]}  # fmt: skip
    assert found == ({"efter"} if value == 0 else {"nått"})


def test_an_outcome_that_is_a_gap_is_no_outcome(example_data_of_own):
    gap = {"mal": COUNCILS, "utfall": {"gap": "saknas"}, "bedomning": "kan-inte-bedomas"}
    add_work([("mal", "pr-nord", "2026K3", [gap])], counts={})
    viewer = DEMONSTRATIONS[Role.LASARE]
    assert fetch_reports("mal", release=1, viewer=viewer)["utfall_gap"].to_list() == ["saknas"]
    assert statuses(opened())[NAMES[COUNCILS], "Nord"][1] == "inget utfall är rapporterat"
