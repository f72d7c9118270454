"""Insatser och mål, its measures: every figure counted again by plain loops, and every gap told."""

from datetime import date

import pandas as pd
import pytest

import clock
from data_access.released_rates import fetch_rates
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from data_access.young import fetch_young
from geodata.division import load_areas, to_pieces
from indicators.periods import Quarter
from tests.data_access.exact import NORTH, hide, publish, spread
from tests.data_access.released_work import (
    COUNTS,
    GAP,
    HIGH,
    NEVER,
    NEWEST,
    OFTEN,
    QUARTERS,
    SELDOM,
    add_work,
    to_count,
)
from tests.pages.conftest import show
from tests.pages.test_trends_page import alts, charts, said

READER = DEMONSTRATIONS[Role.LASARE]
NAMES = {OFTEN: "Orossamtal", SELDOM: "Mentor eller kontaktperson", NEVER: "Insats genom SSPF"}
DAY = Quarter.parse(NEWEST).last


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


@pytest.fixture
def released(filled):
    """A release of three measures in every area."""
    filled(add_work)


def opened(**parameters):
    page = show("insatser", **{"dag": "2026-11-25", **parameters})
    assert not page.exception
    return page


def tables(page):
    return [one.value for one in page.dataframe]


def to_lpos(level="riket", code="se", sent=True):
    pieces = to_pieces(DAY).assign(riket="se")
    found = set(pieces.loc[pieces[level] == code, "lpo"])
    return sorted(found - ({GAP} if sent else set()))


def to_total(code, lpos):
    total = 0
    for lpo in lpos:
        for _cell in range(6):
            total += to_count(lpo, code)
    return total


def to_young(lpos, sex="totalt", age="totalt"):
    rows = fetch_young("lpo", (2026,), viewer=READER)
    total = 0
    for row in rows.itertuples():
        if row.code in lpos and row.sex == sex and row.age_group == age:
            total += row.persons
    return total


def test_before_the_first_release_the_page_says_what_is_to_come(example_data_of_own):
    page = opened()
    assert "Ingen utgåva är publicerad än" in said(page)
    assert not charts(page)


@pytest.mark.usefixtures("released")
def test_the_first_screen_says_what_reaches_most():
    page = opened()
    count = to_total(OFTEN, to_lpos())
    assert page.metric[0].value == f"{count:,} individer".replace(",", "\N{NO-BREAK SPACE}")
    assert page.metric[0].delta == "Orossamtal"
    assert "I Sverige nåddes flest av **Orossamtal** 2026 K3" in said(page)
    assert "Siffror finns för 3 av 3 slag av insatser" in said(page)
    assert "inte läggas ihop till ett antal individer" in said(page)
    assert alts(page)[0] and len(charts(page)) == 5


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    ("chosen", "level", "code"),
    [
        ({}, "riket", "se"),
        ({"region": "pr-nord"}, "polisregion", "pr-nord"),
        ({"lan": "24"}, "lan", "24"),
        ({"omrade": HIGH}, "lpo", HIGH),
    ],
)
def test_counts_and_rates_are_those_of_plain_loops(chosen, level, code):
    table = tables(opened(**chosen))[0].set_index("Insats")
    lpos = to_lpos(level, code)
    for kind, name in NAMES.items():
        total = to_total(kind, lpos)
        assert table.loc[name, "Individer"] == total
        assert table.loc[name, "Flickor"] == table.loc[name, "Pojkar"] == total / 2
        assert table.loc[name, "Per 1 000"] == round(total / to_young(lpos) * 1000, 2)
        assert table.loc[name, "lägst"] <= table.loc[name, "Per 1 000"] <= table.loc[name, "högst"]
    assert list(table.index)[:2] == ["Orossamtal", "Mentor eller kontaktperson"]


@pytest.mark.usefixtures("released")
def test_a_year_is_the_sum_of_its_quarters_over_their_people():
    page = opened(tid="ar")
    table = tables(page)[0].set_index("Insats")
    total = persons = 0
    for quarter in QUARTERS:
        if quarter.year == 2026:
            lpos = to_lpos(sent=str(quarter) == NEWEST)
            total += to_total(OFTEN, lpos)
            persons += to_young(lpos)
    assert table.loc["Orossamtal", "Individer"] == total
    assert table.loc["Orossamtal", "Per 1 000"] == round(total / (persons / 4) * 1000, 2)
    assert "2026, K1–K3" in said(page) and "kvartalens summa" in said(page)
    assert "per 1 000 och år. Siffror" in said(page)


@pytest.mark.usefixtures("released")
def test_the_cells_are_the_regions_own_and_who_lies_apart_is_told():
    page = opened()
    grid = tables(page)[1].set_index("Insats")
    areas = load_areas().set_index("code")["name"]
    for region in sorted(set(to_pieces(DAY)["polisregion"])):
        lpos = to_lpos("polisregion", region)
        rate = round(to_total(OFTEN, lpos) / to_young(lpos) * 1000, 2)
        assert grid.loc["Orossamtal", areas[region]] == f"{rate:.2f}".replace(".", ",")
    assert set(grid.loc[NAMES[NEVER]]) == {"≈ 0,00"}  # zeros that were reported, and may be rounded
    cells = charts(page)[1]["datasets"]["cells"]
    kinds = {one["column"]: one["kind"] for one in cells if one["row"] == "Orossamtal"}
    by_rate = grid.loc["Orossamtal"].str.replace(",", ".").astype(float)
    assert kinds[by_rate.idxmax()] == "högre än alla" and kinds[by_rate.idxmin()] == "lägre än alla"
    told = sum(one["kind"] == "högre än alla" for one in cells)
    assert f"Av {len(cells)} siffror är {told} högre" in said(page)


@pytest.mark.usefixtures("released")
def test_the_polisomraden_of_a_chosen_region_are_the_columns():
    grid = tables(opened(region="pr-vast"))[1]
    assert {"Halland", "Fyrbodal"} <= set(grid.columns)


@pytest.mark.usefixtures("released")
def test_a_kind_can_be_looked_at_closer_over_time_and_by_sex_and_age():
    page = opened(atgard=SELDOM, omrade=HIGH)
    assert page.header[-1].value == "Mentor eller kontaktperson"
    course, people = tables(page)[2], tables(page)[3]
    assert course["Period"].to_list() == [str(one).replace("K", " K") for one in QUARTERS[::-1]]
    assert set(course["Individer"]) == {360}
    own = people[(people["Kön"] == "Pojkar") & (people["Ålder"] == "15–17 år")].iloc[0]
    assert own["Individer"] == 60
    assert own["Per 1 000"] == round(60 / to_young([HIGH], "man", "15-17") * 1000, 2)
    assert "50\N{NO-BREAK SPACE}% av individerna är flickor" in said(page)
    titles = [one["title"]["text"][:2] for one in charts(page)]
    assert titles[-2:] == [[f"{sex}, 2026 K3", NAMES[SELDOM]] for sex in ("Flickor", "Pojkar")]


@pytest.mark.usefixtures("released")
def test_what_was_not_sent_is_missing_and_never_zero():
    page = opened(omrade=GAP)
    assert "Inga insatser är rapporterade för Kalmar 2026 K3" in said(page)
    assert page.metric[0].value == "–" and page.metric[0].delta == "uppgift saknas"
    assert "95 lokalpolisområden" not in said(page)
    assert "av uppgifterna finns" in tables(opened())[0]["Att veta"][0]


@pytest.mark.usefixtures("released")
def test_every_police_area_owes_measures_with_a_council_or_without():
    assert "94 av 95 lokalpolisområden har rapporterat insatser" in said(opened())


@pytest.mark.usefixtures("released")
def test_a_zero_may_be_rounded_and_says_so():
    table = tables(opened(omrade=HIGH))[0].set_index("Insats")
    assert table.loc[NAMES[NEVER], "Individer"] == 0
    assert "kan vara avrundat" in table.loc[NAMES[NEVER], "Att veta"]


@pytest.mark.usefixtures("released")
def test_a_lan_that_police_areas_cross_says_why_it_has_no_sum():
    page = opened(lan="12")
    assert "delar ett lokalpolisområde med ett annat län" in said(page)


@pytest.mark.usefixtures("released")
def test_a_kommun_is_shown_by_the_area_that_counts_it():
    assert "Umeå ligger i Umeå, som visas" in said(opened(omrade="2480", niva="kommun"))
    assert "Stockholm ligger i flera" in said(opened(omrade="0180", niva="kommun"))


@pytest.mark.usefixtures("released")
def test_on_an_earlier_day_nothing_later_is_shown():
    page = opened(dag="2025-06-30", atgard=OFTEN)
    assert "2025 K2" in said(page) and "2026" not in said(page)
    assert tables(page)[2]["Period"].to_list() == ["2025 K2", "2025 K1"]


@pytest.mark.usefixtures("released")
def test_before_the_first_quarter_there_is_nothing_and_it_is_told():
    page = opened(dag="2024-12-31")
    assert "Inga insatser är rapporterade i det här urvalet" in said(page)
    assert not charts(page)


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    "name", ["del", "tid", "atgard", "mal", "hinder", "hindersniva", "ar", "resurs"]
)
def test_an_unknown_value_is_told_and_the_page_is_shown(name):
    page = opened(**{name: "finns-inte"})
    assert any("finns\\-inte" in one.value for one in page.warning)
    assert page.metric and name not in page.query_params
    assert not page.run().warning


@pytest.mark.usefixtures("released")
def test_a_reader_of_a_region_sees_it_and_neither_the_country_nor_others(monkeypatch):
    north = Viewer(Role.LASARE, frozenset({"pr-nord"}), subject="n", example=True)
    monkeypatch.setitem(DEMONSTRATIONS, Role.LASARE, north)
    page = opened()
    text = said(page) + "".join(table.to_csv() for table in tables(page))
    assert "polisregion Nord" in text
    assert not any(foreign in text for foreign in ("Sverige", "Stockholm", "Malmö", "Kalmar"))


@pytest.mark.parametrize(
    "counts", [{OFTEN: 30}, dict.fromkeys(COUNTS, 12), dict.fromkeys(COUNTS, 0)]
)
def test_one_kind_all_equal_and_all_zero_are_right_and_readable(example_data_of_own, counts):
    add_work(counts=counts)
    page = opened()
    table = tables(page)[0].set_index("Insats")
    for kind in counts:
        total = sum(6 * to_count(lpo, kind, counts) for lpo in to_lpos())
        assert table.loc[NAMES[kind], "Individer"] == total
    assert len(charts(page)) == 5


def test_exact_figures_are_shown_or_protected_and_a_year_is_always_protected(
    example_data_of_own, monkeypatch
):
    hide(monkeypatch)
    totals = {area: 1801 + 61 * place for place, area in enumerate(NORTH)}
    publish(totals | {"lpo-lulea-boden": spread(0) | {"m_15_17": 3}})
    figures = fetch_rates("atgard", NEVER, "lpo", ("quarter",), release=1, viewer=READER)
    told = figures.loc[figures["reason"] == "ok", "code"].iloc[0]
    words = said(opened(omrade="lpo-lulea-boden"))
    assert "Antalen för Luleå-Boden 2026 K3 är skyddade" in words.replace("\\", "")
    assert opened(omrade="lpo-lulea-boden").metric[0].delta == "skyddat"
    assert "skyddade" in said(opened(omrade=told, tid="ar"))
    table = tables(opened(omrade=told))[0].set_index("Insats")
    assert table.loc[NAMES[NEVER], "Individer"] == totals[told]
    assert pd.isna(table.loc[NAMES[NEVER], "Flickor"])
