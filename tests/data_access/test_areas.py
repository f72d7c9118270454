from datetime import date

import pytest

from data_access.areas import UnknownArea, fetch_area, fetch_areas
from data_access.population import fetch_population
from data_access.viewer import DEMONSTRATION as ALL
from data_access.viewer import Role, Viewer
from geodata.division import LEVELS, UnknownLevel
from tests.geodata.area_population import to_area_population

DAY = date(2026, 11, 1)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"


@pytest.mark.parametrize(
    "level,number",
    [
        ("riket", 1),
        ("polisregion", 7),
        ("polisomrade", 27),
        ("lpo", 95),
        ("lan", 21),
        ("kommun", 290),
    ],
)
def test_the_country_has_its_areas(engine, level, number):
    frame = fetch_areas(DAY, level, viewer=ALL)
    assert len(frame) == number
    assert set(frame["level"]) == {level}


def test_names_sort_as_in_swedish(sqlite_engine):
    names = list(fetch_areas(DAY, "kommun", viewer=ALL)["name"])
    assert names[0] == "Ale"
    assert [name[0] for name in names] == sorted((name[0] for name in names), key=ALPHABET.index)
    assert names.index("Åmål") < names.index("Älmhult") < names.index("Öckerö")


def test_lan_and_police_regions_cross(engine):
    areas = fetch_areas(DAY, viewer=ALL).set_index("code")
    assert areas.loc["lpo-karlshamn", "lan"] == "10 12"
    assert areas.loc["1272", "polisregion"] == "pr-syd"
    assert areas.loc["0180", "polisomrade"] is None  # three of them share the kommun
    assert areas.loc["se", "parent"] is None


def test_an_area_says_what_it_lies_in_and_what_lies_in_it(engine):
    area = fetch_area("lpo-lulea-boden", DAY, viewer=ALL)
    assert [code for code, *_ in area.path] == ["se", "pr-nord", "po-norrbotten"]
    assert area.kommuner == (("2582", "Boden", ""), ("2580", "Luleå", ""))
    assert area.lan == (("25", "Norrbottens län"),)
    kommun = fetch_area("0180", DAY, viewer=ALL)
    assert [code for code, *_ in kommun.path] == ["se", "01"]
    assert len(kommun.lpos) == 8
    assert len(fetch_area("se", DAY, viewer=ALL).kommuner) == 290


def test_a_split_area_knows_what_came_before_and_after(engine):
    new = ("lpo-lidingo-kungsholmen", "lpo-norra-innerstaden")
    assert fetch_area("lpo-norrmalm", date(2024, 12, 31), viewer=ALL).successors == new
    for code in new:
        assert fetch_area(code, DAY, viewer=ALL).predecessors == ("lpo-norrmalm",)
    assert fetch_area("lpo-jarva", DAY, viewer=ALL).predecessors == ()


def test_an_area_of_another_day_says_which(engine):
    with pytest.raises(UnknownArea) as caught:
        fetch_area("lpo-norrmalm", DAY, viewer=ALL)
    assert caught.value.other_day == date(2024, 12, 31)
    with pytest.raises(UnknownArea) as caught:
        fetch_area("lpo-norra-innerstaden", date(2024, 6, 1), viewer=ALL)
    assert caught.value.other_day == date(2025, 1, 1)
    with pytest.raises(UnknownArea) as caught:
        fetch_area("lpo-atlantis", DAY, viewer=ALL)
    assert caught.value.other_day is None


def test_an_area_out_of_scope_does_not_exist(engine):
    viewer = Viewer(Role.REGIONAL, frozenset({"pr-syd"}))
    with pytest.raises(UnknownArea) as caught:
        fetch_area("lpo-norrmalm", DAY, viewer=viewer)
    assert caught.value.other_day is None


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("on", [date(2024, 12, 31), DAY])
def test_population_is_that_of_the_files(sqlite_engine, level, on):
    found = fetch_population(level, on, viewer=ALL)
    expected = to_area_population(level, on).sort_values("code", ignore_index=True)
    for column in ("code", "persons", "young", "status", "young_status"):
        assert list(found[column]) == list(expected[column]), column


def test_population_is_the_same_on_every_engine(engine):
    found = fetch_population("riket", DAY, viewer=ALL)
    assert found.loc[0, "persons"] == 10_587_710
    assert found.loc[0, "status"] == "officiell"
    assert found.loc[0, "young_status"] == "skattad"


def test_an_unknown_level_is_refused(sqlite_engine):
    for ask in (fetch_areas, lambda on, level, viewer: fetch_population(level, on, viewer=viewer)):
        with pytest.raises(UnknownLevel):
            ask(DAY, "stad", viewer=ALL)
