"""What is counted of young people, on Karta and on an area's page."""

from datetime import date

import pytest

import clock
from data_access.released_rates import fetch_rates
from data_access.viewer import DEMONSTRATIONS, Role
from tests.data_access.released_years import GAP, HIGH, SPLIT, add_years
from tests.pages.conftest import show
from tests.pages.test_map_page import to_maps, to_payload
from tests.pages.test_trends_page import said, swedish

READER = DEMONSTRATIONS[Role.LASARE]


@pytest.fixture
def released(filled, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))
    filled(add_years)


def opened(page="karta", **parameters):
    shown = show(page, **{"indikator": SPLIT, "dag": "2026-11-01"} | parameters)
    assert not shown.exception
    return shown


def rates(level="lpo", quarter="2026K3"):
    found = fetch_rates("indikator", SPLIT, level, ("quarter",), release=1, viewer=READER)
    return found[found["quarter"] == quarter].set_index("code")["per_10_000"]


def test_before_the_first_release_only_the_map_s_own_can_be_chosen(example_data_of_own):
    payload = to_payload(to_maps(show("karta"))[0])
    assert [key for key, _label in payload["choices"]] == ["steg", "dagar", "prioritet"]


@pytest.mark.usefixtures("released")
def test_the_map_gets_the_chosen_indicator_and_of_the_others_the_names():
    payload = to_payload(to_maps(opened())[0])
    assert SPLIT in dict(payload["choices"]) and "misstankta-ran" in dict(payload["choices"])
    assert {one["key"] for one in payload["others"]} == {"dagar", "prioritet"}
    assert payload["indicator"] == payload["counted"]["key"] == SPLIT
    assert set(payload["counted"]["signs"]) == set(payload["areas"])
    assert payload["counted"]["values"][HIGH].startswith(
        f"{swedish(rates()[HIGH])} per 10 000 unga"
    )


@pytest.mark.usefixtures("released")
def test_each_area_is_in_the_class_of_its_rate_in_every_step():
    payload = to_payload(to_maps(opened())[0])
    figure = payload["counted"]
    labels = [one["label"] for one in figure["classes"]]
    assert labels[-1] == "uppgift saknas"
    signs = figure["signs"]
    assert int(signs[HIGH][-1]) == len(labels) - 4  # the highest, before the three gaps
    assert int(signs[GAP][-1]) == len(labels) - 1
    assert len(set(signs[HIGH][-8:])) == 1  # the same count in every quarter: the same class


@pytest.mark.usefixtures("released")
def test_the_table_and_the_sentence_say_what_the_map_does():
    page = opened()
    table = page.dataframe[0].value.set_index("Lokalpolisområde")
    assert table.loc["Umeå", "Per 10 000"] == round(rates()[HIGH], 1)
    assert table.loc["Kalmar", "Att veta"] == "uppgift saknas"
    assert "2026 K3: högst i **" in said(page) and "94 av 95 områden" in said(page)
    assert "utgåva 1" in said(page) and "Streckade gränser" in said(page)


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("level", ["polisomrade", "polisregion", "lan"])
def test_every_level_that_has_figures_shows_them(level):
    page = opened(niva=level)
    known = rates(level).dropna()
    assert page.dataframe[0].value["Per 10 000"].notna().sum() == len(known) > 0


@pytest.mark.usefixtures("released")
def test_kommuner_have_no_counts_and_the_page_says_so():
    page = opened(niva="kommun")
    assert any("inget känt värde för indikator" in one.value for one in page.warning)


@pytest.mark.usefixtures("released")
def test_smoothed_rates_lie_nearer_the_mean_and_say_what_they_are():
    plain, smooth = opened(), opened(utjamnad="ja")
    of = [page.dataframe[0].value.set_index("Lokalpolisområde") for page in (plain, smooth)]
    assert of[1].loc["Umeå", "Per 10 000"] == of[0].loc["Umeå", "Per 10 000"]
    assert of[1].loc["Umeå", "Utjämnat"] < of[0].loc["Umeå", "Per 10 000"]
    assert "utjämnat" in said(smooth) and "utjämnat" not in said(plain)
    assert [one.label for one in smooth.toggle] == ["Jämför två dagar", "Utjämna små områden"]


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("parameters", [{"niva": "polisregion"}, {"indikator": "steg"}])
def test_what_can_t_be_smoothed_is_shown_as_it_is(parameters):
    page = opened(utjamnad="ja", **parameters)
    assert "Utjämna små områden" not in [one.label for one in page.toggle]
    assert "utjämnat" not in said(page)


@pytest.mark.usefixtures("released")
def test_two_days_side_by_side_show_the_same_classes():
    page = opened(jamfor="2025-06-30")
    payloads = [to_payload(one) for one in to_maps(page)]
    classes = [one["counted"]["classes"] for one in payloads]
    assert len(payloads) == 2 and classes[0] == classes[1]


def counted(page):
    """The table of what is counted in the area."""
    return next(one.value for one in page.dataframe if "Indikator" in one.value.columns)


@pytest.mark.usefixtures("released")
def test_an_area_s_page_has_what_is_counted_with_the_way_on():
    page = opened("omrade", omrade=HIGH)
    table = counted(page).set_index("Indikator")
    row = table.loc["Misstänkta för grova brott"]
    assert row["Per 10 000"] == round(rates()[HIGH], 1)
    assert row["Skillnad"] == "kan vara slump" and row["Period"] == "2026 K3"
    assert "preliminärt" in row["Att veta"]
    assert "Utgåva 1" in said(page)


@pytest.mark.usefixtures("released")
def test_an_area_s_page_on_an_earlier_day_knows_nothing_later():
    table = counted(opened("omrade", omrade=HIGH, dag="2025-07-10"))
    assert set(table["Period"]) == {"2025 K2"}
