"""Insatser och mål, its obstacles: counted again, told as text, and none told from silence."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

import clock
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from tests.data_access.released_work import REGIONS, add_work
from tests.pages.conftest import show
from tests.pages.test_trends_page import alts, charts, said
from ui.headings import as_text

MARKUP = "<script>alert(1)</script> **fet** [länk](https://exempel.se)"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


def row(category, level, text="Ord"):
    return {"kategori": category, "niva": level, "beskrivning": text}


REPORTS = [
    ("hinder", "pr-nord", "2026K3", [row("sekretess", "mellan", MARKUP), row("resurser", "inom")]),
    ("hinder", "lpo-umea", "2026K3", [row("sekretess", "mellan", "Från Umeå")]),
    ("hinder", "pr-mitt", "2026K3", []),
    ("hinder", "pr-syd", "2026K2", [row("mandat", "inom"), row("sekretess", "inom")]),
    ("hinder", "pr-nord", "2026K1", [row("sekretess", "mellan")]),
    ("hinder", "pr-nord", "2025K3", [row("annat", "mellan")]),
]


def add_reports():
    """Two regions and an area have reported in the newest quarter, one that there is nothing."""
    add_work(REPORTS)


@pytest.fixture
def released(filled):
    filled(add_reports)


def opened(**parameters):
    page = show("insatser", **{"del": "hinder", "dag": "2026-11-25", **parameters})
    assert not page.exception
    return page


def tables(page):
    return [one.value for one in page.dataframe]


def texts(page):
    """Each with what stands above it."""
    told = [str(one.value) for one in page.markdown]
    return [f"{head}\n{words}" for head, words in pairwise(told) if " · " in head]


@pytest.mark.usefixtures("released")
def test_the_answer_says_how_many_which_and_who_has_reported():
    page = opened()
    words = said(page)
    assert "2026 K3 rapporterades **3 hinder**, vanligast **Sekretess** (2)" in words
    assert "2 av 3 är mellan nivåer. 2 av 7 polisregioner har rapporterat." in words
    assert "Inget att rapportera: Mitt." in words
    assert "Har inte rapporterat: Bergslagen, Stockholm, Syd, Väst, Öst." in words
    assert page.metric[2].value == "3" and page.metric[2].delta == "vanligast: Sekretess (2)"
    assert alts(page)[0] and len(charts(page)) == 3


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    ("by", "periods"), [("kvartal", ["2026K3"]), ("ar", ["2026K1", "2026K2", "2026K3"])]
)
def test_the_table_is_that_of_plain_loops(by, periods):
    table = tables(opened(tid=by))[0].set_index("Kategori")
    kept = [report for report in REPORTS if report[2] in periods]
    names = {"Sekretess": "sekretess", "Resurser": "resurser", "Oklara mandat": "mandat"}
    for name, category in names.items():
        for column, level in (("inom nivån", "inom"), ("mellan nivåer", "mellan")):
            number = 0
            for _kind, _area, _period, rows in kept:
                for one in rows:
                    number += (one["kategori"], one["niva"]) == (category, level)
            assert table.loc[name, column] == number
    north = [one for report in kept if report[1] in ("pr-nord", "lpo-umea") for one in report[3]]
    assert table["Nord"].sum() == len(north)
    assert set(table["Mitt"]) == {0}
    assert table["Öst"].isna().all()


@pytest.mark.usefixtures("released")
def test_cells_of_who_has_not_reported_say_so_and_are_no_zero():
    cells = charts(opened())[1]["datasets"]["cells"]
    found = {one["column"]: one for one in cells if one["row"] == "Sekretess"}
    assert (found["Nord"]["told"], found["Mitt"]["told"], found["Öst"]["told"]) == (
        "2", "0", "saknas",
    )  # fmt: skip
    assert found["Öst"]["kind"] == "inte rapporterat" and found["Mitt"]["kind"] == "inga"


@pytest.mark.usefixtures("released")
def test_texts_are_text_and_never_markup():
    page = opened()
    (one,) = [text for text in texts(page) if "script" in text]
    assert one.endswith(as_text(MARKUP))
    assert "https://" not in one and "\\[länk" in one
    assert MARKUP in set(tables(page)[2]["Beskrivning"])


@pytest.mark.usefixtures("released")
def test_texts_can_be_filtered_by_category_level_and_place():
    assert len(texts(opened())) == 3
    assert len(texts(opened(hinder="sekretess"))) == 2
    assert len(texts(opened(hinder="sekretess", hindersniva="inom"))) == 0
    assert "Inget hinder är rapporterat i det här urvalet" in said(opened(hinder="mandat"))
    assert len(texts(opened(hindersniva="inom"))) == 1
    assert len(texts(opened(tid="ar", region="pr-syd"))) == 2


@pytest.mark.usefixtures("released")
def test_an_area_shows_its_own_reports_and_those_of_its_region():
    page = opened(omrade="lpo-umea")
    assert len(texts(page)) == 3
    assert "Umeå ligger i polisregion Nord, som visas." in said(page)
    assert len(texts(opened(omrade="lpo-lulea-boden"))) == 2


@pytest.mark.usefixtures("released")
def test_over_time_a_quarter_without_reports_is_missing_and_one_with_none_is_zero():
    page = opened(region="pr-nord")
    drawn = charts(page)[2]["datasets"]
    assert [one["period"] for one in drawn["missing"]] == ["2025K4", "2026K2"]
    assert {one["period"]: one["count"] for one in drawn["whole"]} == {
        "2025K3": 1, "2026K1": 1, "2026K3": 3,
    }  # fmt: skip
    table = tables(page)[1].set_index("Kvartal")
    assert table.loc["2026 K3", "Rapporter"] == 2
    middle = charts(opened(region="pr-mitt"))[2]["datasets"]["whole"]
    assert [one["count"] for one in middle] == [0]


@pytest.mark.usefixtures("released")
def test_a_chosen_category_is_the_one_that_is_followed():
    page = opened(hinder="sekretess")
    drawn = charts(page)[2]["datasets"]["whole"]
    assert [one["count"] for one in drawn] == [0, 1, 1, 2]


@pytest.mark.usefixtures("released")
def test_the_headline_figure_is_not_narrowed_by_the_parts_own_fields():
    assert opened(hindersniva="inom", hinder="mandat").metric[2].value == "3"


@pytest.mark.usefixtures("released")
def test_on_an_earlier_day_only_what_was_over_is_known():
    page = opened(dag="2026-06-30")
    assert "2026 K2 rapporterades **2 hinder**" in said(page)
    assert "2026 K3" not in said(page)


def test_where_nobody_has_reported_it_is_told_and_not_taken_for_none(filled):
    filled(add_work)
    page = opened()
    assert "det är inte samma som inga" in said(page)
    assert page.metric[2].value == "–"
    assert not charts(page)


def test_where_all_say_that_there_is_nothing_the_count_is_zero(example_data_of_own):
    add_work([("hinder", region, "2026K3", []) for region in REGIONS], counts={})
    page = opened()
    assert "**0 hinder**. 7 av 7 polisregioner har rapporterat." in said(page)
    assert page.metric[2].value == "0"
    assert set(tables(page)[0]["Nord"]) == {0}


def test_who_has_told_of_an_obstacle_is_not_told_as_one_without(example_data_of_own):
    three = [row("mandat", "inom")] * 3
    told = [("pr-nord", "2026K1", []), ("pr-nord", "2026K2", three), ("lpo-umea", "2026K2", [])]
    add_work([("hinder", area, period, rows) for area, period, rows in told], counts={})
    assert "Inget att rapportera: Umeå. Har inte" in said(opened(tid="ar"))


def test_a_region_whose_areas_alone_have_reported_has_no_zero(example_data_of_own):
    add_work([("hinder", "lpo-umea", "2026K3", [row("mandat", "inom")])], counts={})
    page = opened()
    assert "Har inte rapporterat: Bergslagen, Mitt, Nord," in said(page)
    table = tables(page)[0].set_index("Kategori")["Nord"]
    assert table["Oklara mandat"] == 1 and table.drop("Oklara mandat").isna().all()


def test_a_description_that_is_missing_is_a_dash(example_data_of_own):
    gap = row("mandat", "inom") | {"beskrivning": {"gap": "saknas"}}
    add_work([("hinder", "pr-nord", "2026K3", [gap])], counts={})
    assert texts(opened())[0].endswith("\n–")
    assert pd.isna(tables(opened())[2]["Beskrivning"][0])


@pytest.mark.usefixtures("released")
def test_a_reader_of_a_region_or_an_area_is_told_of_it_alone(monkeypatch):
    for code, number in (("pr-nord", 3), ("lpo-umea", 1)):
        one = Viewer(Role.LASARE, frozenset({code}), subject="n", example=True)
        monkeypatch.setitem(DEMONSTRATIONS, Role.LASARE, one)
        page = opened()
        assert len(texts(page)) == number
        assert "Mitt" not in said(page) and "Syd" not in said(page)
