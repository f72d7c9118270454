"""Insatser och mål, its resources: summed again, with how many have told, and use beside need."""

from datetime import date

import pandas as pd
import pytest

import clock
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from tests.data_access.released_work import REGIONS, add_work
from tests.pages.conftest import show
from tests.pages.test_trends_page import alts, charts, said

POLICE, SCHOOLS, OTHER = "polismyndigheten", "skolverket", "bra"
NAMES = {POLICE: "Polismyndigheten", SCHOOLS: "Skolverket", OTHER: "Brottsförebyggande rådet"}
MISSING, NOT_APPLICABLE = {"gap": "saknas"}, {"gap": "ej-tillampligt"}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


def row(authority, staff, money, need=None, hours=None):
    of = {"myndighet": authority, "arsarbetskrafter": staff, "kronor": money}
    more = {"behov_arsarbetskrafter": need, "timmar": hours}
    return of | {name: value for name, value in more.items() if value is not None}


REPORTS = {
    ("pr-nord", "2024K4"): [row(POLICE, 2.0, 1_500_000, need=4.0), row(SCHOOLS, 1.0, 800_000)],
    ("pr-syd", "2024K4"): [row(POLICE, 3.0, 2_000_000, need=5.5)],
    ("pr-nord", "2025K4"): [row(POLICE, 3.5, 3_000_000, need=5.0), row(SCHOOLS, 0, 0)],
    ("pr-mitt", "2025K4"): [row(POLICE, 6.0, MISSING), row(SCHOOLS, NOT_APPLICABLE, 400_000)],
    ("pr-vast", "2025K4"): [],
}


def add_reports():
    """Two years, of which the last has three regions."""
    add_work([("resurser", area, period, rows) for (area, period), rows in REPORTS.items()])


@pytest.fixture
def released(filled):
    filled(add_reports)


def opened(**parameters):
    page = show("insatser", **{"del": "resurser", "dag": "2026-11-25", **parameters})
    assert not page.exception
    return page


def tables(page):
    return [one.value for one in page.dataframe]


@pytest.mark.usefixtures("released")
def test_the_answer_says_what_it_took_of_whom_and_how_many_have_told():
    page = opened()
    words = said(page)
    assert "2025 tog arbetet **9,5 årsarbetskrafter**" in words
    assert "(3 av 7 polisregioner); mest **Polismyndigheten** (9,5)" in words
    assert "Har inte rapporterat: Bergslagen, Stockholm, Syd, Öst." in words
    assert page.metric[3].value == "9,5"
    assert page.metric[3].delta == "3,4 mnkr, 3 av 7 polisregioner"
    assert len(charts(page)) == 3 and all(alts(page))


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(("amount", "year"), [
    ("arsarbetskrafter", "2025"), ("kronor", "2025"), ("timmar", "2025"),
    ("arsarbetskrafter", "2024"), ("kronor", "2024"),
])  # fmt: skip
def test_the_table_is_that_of_plain_loops(amount, year):
    table = tables(opened(resurs=amount, ar=year))[0].set_index("Myndighet")
    names = {"pr-nord": "Nord", "pr-mitt": "Mitt", "pr-syd": "Syd", "pr-vast": "Väst"}
    for authority, name in NAMES.items():
        total, told = 0, 0
        for region, region_name in names.items():
            value = None
            for one in REPORTS.get((region, f"{year}K4"), []):
                if one["myndighet"] == authority and not isinstance(one.get(amount), dict):
                    value = one.get(amount)
            if value is not None:
                total, told = total + value, told + 1
                assert table.loc[name, region_name] == value
            else:
                assert pd.isna(table.loc[name, region_name])
        assert table.loc[name, "Polisregioner med uppgift"] == told
        assert pd.isna(table.loc[name, "Summa"]) if not told else table.loc[name, "Summa"] == total


@pytest.mark.usefixtures("released")
def test_zero_missing_and_not_applicable_are_three_things():
    cells = charts(opened())[1]["datasets"]["cells"]
    found = {one["column"]: one["told"] for one in cells if one["row"] == "Skolverket"}
    assert (found["Nord"], found["Mitt"], found["Syd"]) == ("0,0", "ej tillämpl.", "saknas")
    assert (
        "Mitt: ej tillämpl." in tables(opened())[0].set_index("Myndighet")["Att veta"]["Skolverket"]
    )


@pytest.mark.usefixtures("released")
def test_use_is_set_beside_the_need_of_the_year_before_where_both_are():
    page = opened()
    assert "Använt 2025: **3,5 årsarbetskrafter**" in said(page)
    assert "Behovet som angavs 2024: **4,0 årsarbetskrafter**; 88\N{NO-BREAK SPACE}%" in said(page)
    table = tables(page)[1].set_index("Myndighet")
    own = table.loc["Polismyndigheten"]
    assert (own["Behov enligt 2024"], own["Använt 2025"], own["Polisregioner"]) == (4.0, 3.5, 1)
    assert own["Skillnad"] == -0.5
    assert table.loc["Skolverket", "Polisregioner"] == 0


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("chosen", [{"ar": "2024"}, {"resurs": "kronor"}])
def test_where_no_need_was_stated_it_is_told(chosen):
    page = opened(**chosen)
    assert "Inget behov för" in said(page)
    assert len(charts(page)) == 2


@pytest.mark.usefixtures("released")
def test_hours_have_no_need_and_may_be_told_by_nobody():
    page = opened(resurs="timmar")
    assert "Timmar är inte angivna för 2025 (3 av 7 polisregioner har rapporterat)" in said(page)
    assert not any("Använt mot behov" in one.value for one in page.header)


@pytest.mark.usefixtures("released")
def test_on_an_earlier_day_the_year_that_was_not_over_is_not_known():
    assert "2024 tog arbetet **6,0 årsarbetskrafter**" in said(opened(dag="2025-12-30"))
    assert "Inga resurser är rapporterade i det här urvalet" in said(opened(dag="2024-12-30"))
    assert "2024 tog arbetet" in said(opened(dag="2025-12-30", ar="2025"))


@pytest.mark.usefixtures("released")
def test_an_area_is_shown_by_its_region():
    page = opened(omrade="lpo-umea")
    assert "Umeå ligger i polisregion Nord, som visas." in said(page)
    assert "**3,5 årsarbetskrafter** i det som är rapporterat (1 av 1 polisregion)" in said(page)


@pytest.mark.usefixtures("released")
def test_a_reader_of_a_region_is_told_of_it_alone_and_of_an_area_of_none(monkeypatch):
    for code, words in (("pr-nord", "1 av 1 polisregion"), ("lpo-umea", "Inga resurser")):
        one = Viewer(Role.LASARE, frozenset({code}), subject="n", example=True)
        monkeypatch.setitem(DEMONSTRATIONS, Role.LASARE, one)
        page = opened()
        assert words in said(page)
        assert "Mitt" not in said(page)


def test_where_nobody_has_reported_it_is_told(filled):
    filled(add_work)
    page = opened()
    assert "Inga resurser är rapporterade" in said(page)
    assert page.metric[3].value == "–"


@pytest.mark.parametrize("value", [0, 2.5])
def test_all_equal_and_all_zero_are_right_and_readable(example_data_of_own, value):
    rows = [row(POLICE, value, value, need=value)]
    add_work(
        [("resurser", one, f"{year}K4", rows) for one in REGIONS for year in (2024, 2025)],
        counts={},
    )
    page = opened()
    told = f"{value * 7:.1f}".replace(".", ",")
    assert f"**{told} årsarbetskrafter**" in said(page)
    assert ("av behovet." in said(page)) is bool(value)
    assert len(charts(page)) == 3
