"""Young people by sex and age group, year by year."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import text

import clock
from data_access import cache
from data_access.areas import fetch_areas
from data_access.connect import reading, writing
from data_access.population import fetch_population
from data_access.population_editions import read_ages, read_ages_on_each
from data_access.viewer import DEMONSTRATION as ALL
from data_access.viewer import Role, Viewer
from data_access.young import BadYear, fetch_young
from geodata.division import LEVELS, UnknownLevel
from tests.statements import listening

YEARS = (2023, 2024, 2025)
TOTAL = {"sex": "totalt", "age_group": "totalt"}


def whole(frame, **told):
    """The persons of each area in the rows that are as told, by code."""
    for column, value in (TOTAL | told).items():
        frame = frame[frame[column] == value]
    return dict(zip(frame["code"], frame["persons"], strict=True))


@pytest.fixture
def without_cache():
    yield
    cache.forget_answers()


def test_columns_and_kinds(engine):
    frame = fetch_young("kommun", (2024,), viewer=ALL)
    assert frame.dtypes.astype(str).to_dict() == {
        "level": "str", "code": "str", "year": "int64", "sex": "str", "age_group": "str",
        "persons": "Int64", "status": "str",
    }  # fmt: skip
    assert len(frame) == 290 * 3 * 4
    assert not frame.duplicated(["code", "year", "sex", "age_group"]).any()
    assert set(frame["sex"]) == {"kvinna", "man", "totalt"}
    assert set(frame["age_group"]) == {"12-14", "15-17", "18-20", "totalt"}


def test_nothing_known_is_no_rows(engine):
    assert fetch_young("lpo", (), viewer=ALL).empty
    assert fetch_young("lpo", (2017,), viewer=ALL).empty  # before the first division


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_adds_up_to_the_country_in_every_cell(sqlite_engine, level):
    frame = fetch_young(level, YEARS, viewer=ALL)
    cells = ["year", "sex", "age_group"]
    country = fetch_young("riket", YEARS, viewer=ALL).set_index(cells)["persons"]
    assert frame.groupby(cells)["persons"].sum().to_dict() == country.to_dict()
    for year in YEARS:
        areas = fetch_areas(date(year, 12, 31), level, viewer=ALL)
        assert set(frame.loc[frame["year"] == year, "code"]) == set(areas["code"])


@pytest.mark.parametrize("level", LEVELS)
def test_totals_are_the_sums_of_their_cells_and_those_shown_elsewhere(sqlite_engine, level):
    frame = fetch_young(level, (2025,), viewer=ALL)
    cells = frame[(frame["sex"] != "totalt") & (frame["age_group"] != "totalt")]
    assert cells.groupby("code")["persons"].sum().to_dict() == whole(frame)
    shown = fetch_population(level, date(2025, 12, 31), viewer=ALL)
    assert dict(zip(shown["code"], shown["young"], strict=True)) == whole(frame)


def test_the_division_is_that_of_the_years_last_day(sqlite_engine):
    frame = fetch_young("lpo", YEARS, viewer=ALL)
    of = {year: set(frame.loc[frame["year"] == year, "code"]) for year in YEARS}
    assert "lpo-norrmalm" in of[2023] & of[2024]
    assert of[2025] - of[2024] == {"lpo-norra-innerstaden", "lpo-lidingo-kungsholmen"}


def test_a_year_to_come_has_the_division_of_today(sqlite_engine):
    year = clock.today().year
    frame = fetch_young("lpo", (year, 2100), viewer=ALL)
    this, last = (frame[frame["year"] == one] for one in (year, 2100))
    assert set(this["code"]) == set(fetch_areas(clock.today(), "lpo", viewer=ALL)["code"])
    assert whole(this) == whole(last)
    assert set(last["status"]) == {"skattad"}


@pytest.fixture
def official(engine, without_cache):
    """Official ages of 2024, and of 2022 a hundred fewer in a kommun of one LPO."""
    with writing(engine) as connection:
        connection.execute(text("UPDATE population SET status = 'officiell'"))
        columns = "area, sex, age_group, persons, status, source"
        connection.execute(
            text(
                f"INSERT INTO population ({columns}, as_of) SELECT area, sex, age_group,"
                " CASE WHEN area = '2480' AND sex = 'man' AND age_group = '12-14'"
                " THEN persons - 100 ELSE persons END, status, source, '2022-12-31'"
                " FROM population"
            )
        )


@pytest.mark.usefixtures("official")
def test_each_year_has_the_newest_count_by_then():
    frame = fetch_young("kommun", (2021, 2022, 2023, 2024), viewer=ALL)
    of = {year: whole(frame[frame["year"] == year])["2480"] for year in (2021, 2022, 2023, 2024)}
    assert of[2021] == of[2022] == of[2023] == of[2024] - 100


@pytest.mark.usefixtures("official")
def test_a_count_of_another_year_is_an_estimate():
    frame = fetch_young("kommun", (2021, 2022, 2023, 2024), viewer=ALL)
    assert frame.groupby("year")["status"].agg(set).to_dict() == {
        2021: {"skattad"}, 2022: {"officiell"}, 2023: {"skattad"}, 2024: {"officiell"},
    }  # fmt: skip


@pytest.mark.usefixtures("official")
def test_a_part_of_a_city_is_an_estimate_and_a_whole_one_is_not():
    lpos = fetch_young("lpo", (2024,), viewer=ALL).groupby("code")["status"].agg(set)
    assert lpos["lpo-sodermalm"] == {"skattad"}
    assert lpos["lpo-umea"] == {"officiell"}
    omraden = fetch_young("polisomrade", (2024,), viewer=ALL).groupby("code")["status"].agg(set)
    assert omraden["po-storgoteborg"] == {"officiell"}
    assert set(fetch_young("riket", (2024,), viewer=ALL)["status"]) == {"officiell"}


def test_what_the_viewer_sees_a_part_of_is_not_hers(sqlite_engine):
    one = Viewer(Role.LASARE, frozenset({"lpo-sodermalm"}))
    assert set(fetch_young("lpo", (2025,), viewer=one)["code"]) == {"lpo-sodermalm"}
    assert fetch_young("kommun", (2025,), viewer=one).empty
    assert fetch_young("riket", (2025,), viewer=one).empty


@pytest.mark.parametrize("year", [0, 1899, 2101, 99999])
def test_a_year_that_is_none_is_refused(sqlite_engine, year):
    with pytest.raises(BadYear, match=str(year)):
        fetch_young("lpo", (2024, year), viewer=ALL)


def test_an_unknown_level_is_refused(sqlite_engine):
    with pytest.raises(UnknownLevel):
        fetch_young("stad", (2024,), viewer=ALL)


@pytest.mark.usefixtures("official")
def test_ages_on_each_day_are_those_of_the_day(engine):
    days = [date(2021, 6, 1), date(2022, 12, 31), date(2023, 12, 31), date(2024, 12, 31)]
    with reading(engine) as connection:
        found = read_ages_on_each(connection, days)
        expected = [read_ages(connection, day) for day in days]
    assert [(day, sorted(held)) for day, held in found] == [
        (day, sorted(held)) for day, held in expected
    ]


def test_twenty_years_are_read_by_as_many_questions_as_one(engine):
    def count(years):
        with listening(engine) as asked:
            fetch_young.__wrapped__("lpo", years, viewer=ALL)
        return len(asked)

    assert count(tuple(range(2006, 2027))) == count((2025,)) == 4


def test_years_at_once_are_each_year_by_itself(engine):
    years = (2022, 2023, 2024, 2025, 2026)
    alone = [fetch_young("lpo", (year,), viewer=ALL) for year in years]
    pd.testing.assert_frame_equal(
        fetch_young("lpo", years, viewer=ALL), pd.concat(alone, ignore_index=True)
    )
