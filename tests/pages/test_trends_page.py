"""Trender: what each view says and draws, for whom, and what is told of a bad address."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest
from sqlalchemy import insert

import clock
from data_access.connect import writing
from data_access.register import fetch_register
from data_access.register_rows import to_row
from data_access.released_rates import fetch_rates
from data_access.schema_register import REGISTER_ENTRY
from data_access.version import forget_version
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from tests.data_access.released_years import GAP, HIGH, QUARTERS, SPLIT, WHOLE, add_years
from tests.pages.conftest import show

READER = DEMONSTRATIONS[Role.LASARE]
LEAD = DEMONSTRATIONS[Role.NATIONELL]


@pytest.fixture
def released(filled, monkeypatch):
    """Example data with a release, on a day that stays."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))
    filled(add_years)


@pytest.fixture
def released_to_write_in(filled_of_own, monkeypatch):
    """The same, for who writes in it."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))
    filled_of_own(add_years)


def opened(**parameters):
    page = show("trender", **parameters)
    assert not page.exception
    return page


def said(page):
    """What is said, without the tables that are printed."""
    told = [str(one.value) for one in [*page.markdown, *page.info, *page.caption]]
    return "\n".join(one for one in told if not one.startswith("| "))


def charts(page):
    """The charts as the browser gets them."""
    return [to_whole(one.proto) for one in page.get("vega_lite_chart")]


def to_whole(proto):
    """The chart with its data, which comes beside it."""
    data = {one.name: pa.ipc.open_stream(one.data.data).read_pandas() for one in proto.datasets}
    return json.loads(proto.spec) | {
        "datasets": {name: frame.to_dict("records") for name, frame in data.items()}
    }


def points_of(page, having="series"):
    return [row for data in charts(page)[0]["datasets"].values() for row in data if having in row]


def alts(page):
    return [one.proto.alt for one in page.get("vega_lite_chart")]


def fields(page):
    return [one.label for one in page.selectbox]


def rate(code, level, quarter="2026K3", split=("quarter",)):
    found = fetch_rates("indikator", SPLIT, level, split, release=1, viewer=READER)
    row = found[(found["code"] == code) & (found["quarter"] == quarter)].iloc[0]
    return row["per_10_000"]


def swedish(number):
    return f"{number:.1f}".replace(".", ",")


def test_before_the_first_release_the_page_says_what_is_to_come(example_data_of_own):
    page = opened()
    assert "Ingen utgåva är publicerad än" in said(page)
    assert not charts(page)


@pytest.mark.usefixtures("released")
def test_the_first_screen_says_how_it_is_and_whether_it_has_changed():
    page = opened()
    words = said(page)
    assert f"**{swedish(rate('se', 'riket'))} per 10 000 unga** i Sverige 2026 K3" in words
    assert "preliminärt" in words and "skattad befolkning" in words
    assert "Lika som 2025 K3" in words and "Inget i serien" in words
    assert "Lägre är bättre." in words
    assert len(charts(page)) == 1


@pytest.mark.usefixtures("released")
def test_the_chart_is_told_to_who_does_not_see_it_and_has_a_table_twin():
    page = opened(omrade=HIGH)
    assert swedish(rate(HIGH, "lpo")) in alts(page)[0]
    table = page.dataframe[0].value
    assert len(table) == len(QUARTERS)
    assert table.iloc[0]["Umeå"] == round(rate(HIGH, "lpo"), 1)
    assert table.iloc[0]["Sverige"] == round(rate("se", "riket"), 1)


@pytest.mark.usefixtures("released")
def test_where_nothing_was_sent_the_word_is_missing_and_the_one_before_is_the_newest():
    page = opened(omrade=GAP)
    assert "i Kalmar 2026 K2" in said(page)
    assert page.dataframe[0].value.iloc[0]["Att veta"] == "uppgift saknas"


@pytest.mark.usefixtures("released")
def test_a_kommun_is_shown_by_the_area_that_counts_it():
    words = said(opened(omrade="2480", niva="kommun"))
    assert "Antal räknas per lokalpolisområde. Umeå ligger i Umeå, som visas." in words


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("view", ["utveckling", "kon"])
def test_a_kommun_that_several_areas_share_says_which_to_choose_from(view):
    words = said(opened(omrade="0180", niva="kommun", bild=view))
    assert "Stockholm ligger i flera" in words and "Södermalm" in words


@pytest.mark.usefixtures("released")
def test_a_lan_that_police_areas_cross_says_why_it_has_no_sum():
    assert "delar ett lokalpolisområde med ett annat län" in said(opened(lan="12"))


@pytest.mark.usefixtures("released")
def test_within_a_region_the_funnel_lists_its_areas_against_all():
    page = opened(bild="omraden", region="pr-nord")
    table = page.dataframe[0].value
    assert "Umeå" in set(table["Område"]) and "Kalmar" not in set(table["Område"])
    assert "Bleka punkter" in said(page)
    assert len({row["name"] for row in points_of(page, "named")}) == 94


@pytest.mark.usefixtures("released")
def test_an_area_of_a_new_division_is_cut_from_what_it_was_and_says_why():
    page = opened(omrade="lpo-norra-innerstaden")
    chart = json.dumps(charts(page)[0], ensure_ascii=False)
    assert "ny indelning, före: Norrmalm" in chart and "Norrmalm (före)" in chart
    table = page.dataframe[0].value.set_index("Period")
    assert table.loc["2025 K1"].isna()["Norrmalm (före)"]
    assert table.loc["2024 K4"].isna()["Norra innerstaden"]
    assert "2024 K" not in said(page)


def change_rule(at):
    """The indicator is counted in another way from the moment on."""
    entry = fetch_register(viewer=LEAD).find("indikator", SPLIT)
    changed = replace(entry, counting_rule="Räknas på ett nytt sätt.", version=2)
    recorded = {"recorded_at": at, "recorded_by": "prov", "source": "prov", "is_example": True}
    with writing() as connection:
        connection.execute(insert(REGISTER_ENTRY).values(to_row(changed) | recorded))
    forget_version()


@pytest.mark.usefixtures("released_to_write_in")
def test_a_new_counting_rule_cuts_the_line_and_says_so():
    change_rule(datetime(2025, 5, 20, tzinfo=UTC))
    page = opened()
    assert "ny räkneregel (version 2)" in json.dumps(charts(page)[0], ensure_ascii=False)
    points = [row for row in points_of(page) if row["series"] == "Sverige"]
    before, after = (
        {p["segment"] for p in points if (p["period"] < "2025K2") is is_before}
        for is_before in (True, False)
    )
    assert len(before) == len(after) == 1 and before != after
    assert "för kort" in said(page)  # six quarters of the new, though eleven in all


@pytest.mark.usefixtures("released_to_write_in")
def test_a_rule_that_is_newer_than_every_figure_cuts_nothing():
    change_rule(datetime(2026, 11, 20, tzinfo=UTC))
    page = opened()
    assert "ny räkneregel" not in json.dumps(charts(page)[0], ensure_ascii=False)
    assert "Lika som 2025 K3" in said(page) and "Inget i serien" in said(page)


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(("view", "count"), [("omraden", 1), ("regioner", 7), ("kon", 6)])
def test_each_view_has_its_charts_a_table_and_a_file(view, count):
    page = opened(bild=view)
    assert len(charts(page)) == count
    assert all(alts(page))
    assert len(page.dataframe) == 1
    files = [one.proto.popover.label for one in page.get("popover")]
    assert files.count("Bild") == count and files.count("Ladda ner tabellen") == 1


@pytest.mark.usefixtures("released")
def test_the_funnel_names_the_area_that_is_more_than_chance():
    page = opened(bild="omraden")
    assert "**Över snittet, mer än slumpen:** Umeå" in said(page)
    table = page.dataframe[0].value.set_index("Område")
    assert table.loc["Umeå", "Mot snittet"] == "över, mer än slumpen"
    assert table.loc["Kalmar", "Mot snittet"] == "uppgift saknas"
    assert "94 av 95 områden har en siffra." in said(page)


@pytest.mark.usefixtures("released")
def test_the_polisomraden_of_a_chosen_region_stand_side_by_side():
    page = opened(bild="regioner", region="pr-vast")
    assert {chart["title"]["text"][0] for chart in charts(page)} >= {"Halland", "Fyrbodal"}


@pytest.mark.usefixtures("released")
def test_girls_and_boys_stand_side_by_side_age_by_age():
    titles = [chart["title"]["text"][0] for chart in charts(opened(bild="kon"))]
    assert titles[:2] == ["Flickor 12–14 år", "Pojkar 12–14 år"] and len(titles) == 6


@pytest.mark.usefixtures("released")
def test_what_is_not_split_has_no_fields_of_sex_and_age_and_says_so():
    page = opened(indikator=WHOLE)
    assert "Kön" not in fields(page) and "Ålder" not in fields(page)
    assert "inte uppdelad" in said(opened(indikator=WHOLE, bild="kon"))


@pytest.mark.usefixtures("released")
def test_a_year_says_that_it_is_a_sum_of_quarters_and_how_many():
    words = said(opened(tid="ar"))
    assert "delår, 3 av 4 kvartal" in words and "summan av dess kvartal" in words


@pytest.mark.usefixtures("released")
def test_counts_are_whole_and_stand_alone():
    page = opened(matt="antal", omrade=HIGH)
    assert "Jämför med" not in fields(page)
    assert "**270** i Umeå 2026 K3" in said(page)


@pytest.mark.usefixtures("released")
def test_on_an_earlier_day_nothing_later_is_shown():
    page = opened(dag="2025-06-30")
    assert page.dataframe[0].value.iloc[0]["Period"] == "2025 K2"
    years = opened(dag="2026-01-20", tid="ar").dataframe[0].value
    assert years["Period"].tolist() == ["2025", "2024"]


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("name", ["kon", "alder", "tid", "matt", "mot", "bild", "indikator"])
def test_an_unknown_value_is_told_and_the_page_is_shown(name):
    page = opened(**{name: "finns-inte"})
    assert any("finns\\-inte" in one.value for one in page.warning)
    assert charts(page)
    assert name not in page.query_params
    assert not page.run().warning


@pytest.mark.usefixtures("released")
def test_a_reader_of_a_region_sees_it_and_neither_the_country_nor_others(monkeypatch):
    north = Viewer(Role.LASARE, frozenset({"pr-nord"}), subject="n", example=True)
    monkeypatch.setitem(DEMONSTRATIONS, Role.LASARE, north)
    for view in ("utveckling", "omraden", "regioner", "kon"):
        page = opened(bild=view)
        told = [one.value for one in [*page.markdown, *page.info]]
        text = "\n".join(told) + json.dumps(charts(page), ensure_ascii=False)
        for foreign in ("Sverige", "Stockholm", "Malmö"):
            at = text.find(foreign)
            assert at < 0, (view, text[max(at - 200, 0) : at + 80])
    assert "polisregion Nord" in said(opened())


@pytest.mark.usefixtures("released")
def test_the_definition_the_release_and_the_rounding_stand_below():
    words = said(opened())
    assert "utgåva 1 (2026-10-20)" in words and "1–4 visas som 0 eller 5" in words
    assert "minst ett brott med lägst fyra års fängelse" in words


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("view", ["utveckling", "omraden", "regioner", "kon"])
def test_a_picture_of_a_chart_says_its_release_and_that_it_is_example_data(view):
    for chart in charts(opened(bild=view)):
        assert chart["title"]["subtitle"] == ["Utgåva 1, 2026-10-20", "EXEMPELDATA"]
