"""Rates of a release: over those who live where a figure was sent, for whom they are."""

import pandas as pd
import pytest

from data_access.released_rates import fetch_rates
from data_access.releases import keep_cells
from data_access.viewer import Role, Viewer
from data_access.young import fetch_young
from indicators.protection.margins import to_margin
from tests.data_access.reports import FAR, NEAR, OWN, READER
from tests.data_access.test_releases import MEASURE, publish_one, publish_various

NORTH = Viewer(Role.LASARE, frozenset({"pr-nord"}))
COUNTED = (OWN, NEAR, FAR, "lpo-karlshamn")


@pytest.fixture
def one(filled_sqlite):
    filled_sqlite(publish_one)


@pytest.fixture
def various(filled_sqlite):
    filled_sqlite(publish_various)


def rates(level, viewer=READER, split=("quarter",)):
    found = fetch_rates(*MEASURE, level, split, release=1, viewer=viewer)
    return found.set_index("code")


def persons(area, sex="totalt", age="totalt"):
    young = fetch_young("lpo", (2026,), viewer=READER).set_index(["code", "sex", "age_group"])
    return young.loc[(area, sex, age), "persons"]


def test_the_figures_are_those_of_the_release(one):
    cells = keep_cells(1, *MEASURE, viewer=READER).cells
    plain = to_margin(cells, "lpo", ("quarter",))
    rated = fetch_rates(*MEASURE, "lpo", ("quarter",), release=1, viewer=READER)
    pd.testing.assert_frame_equal(rated[list(plain.columns)], plain)


def test_a_rate_of_the_country_is_over_those_who_live_where_it_was_sent(various):
    country = rates("riket").loc["se"]
    assert country["persons"] == sum(map(persons, COUNTED))
    assert country["per_10_000"] == pytest.approx(216 / country["persons"] * 10_000)
    assert country["estimated"]
    assert country["low"] < country["per_10_000"] < country["high"]


def test_a_cell_is_over_its_own_sex_and_age(one):
    cells = rates("lpo", split=("quarter", "sex", "age_group")).loc[[OWN]]
    girls = cells[(cells["sex"] == "kvinna") & (cells["age_group"] == "15-17")].iloc[0]
    assert girls["persons"] == persons(OWN, "kvinna", "15-17")


def test_a_year_of_one_quarter_says_so_and_is_over_a_quarter_of_the_people(one):
    year = rates("lpo", split=()).loc[OWN]
    assert (year["quarters"], year["persons"]) == (1, persons(OWN) / 4)


def test_what_was_not_sent_has_no_rate(one):
    near = rates("lpo").loc[NEAR]
    assert (near["reason"], near["rate_reason"]) == ("saknas", "saknas")
    assert pd.isna(near["per_10_000"])


def test_a_reader_of_a_region_gets_rates_of_it_alone(one):
    assert set(rates("polisregion", NORTH).index) == {"pr-nord"}
    assert rates("riket", NORTH).empty
    north, all_of_it = (rates("polisregion", one).loc["pr-nord"] for one in (NORTH, READER))
    pd.testing.assert_series_equal(north, all_of_it)


@pytest.mark.parametrize("number", [1, 99])
def test_of_what_there_is_not_nothing_is_told(sqlite_engine, number):
    found = fetch_rates(*MEASURE, "lpo", release=number, viewer=READER)
    assert found.empty and "per_10_000" in found.columns
