"""Which areas lie in the chosen polisregion and län, where the two cross."""

from datetime import date

import pytest

from data_access.areas import fetch_areas
from data_access.viewer import DEMONSTRATION
from geodata.division import to_pieces
from ui.choice import MAP_LEVELS
from ui.filters import to_within

DAY = date(2025, 6, 30)


@pytest.fixture
def areas(example_data):
    """All areas on the day."""
    return fetch_areas(DAY, viewer=DEMONSTRATION)


def inside(areas, level: str, **chosen: str) -> set[str]:
    of_level = areas[areas["level"] == level]
    return set(to_within(of_level, level, chosen.get("region"), chosen.get("lan"))["code"])


@pytest.mark.parametrize("level", MAP_LEVELS)
def test_without_a_choice_every_area_of_the_level_is_in(areas, level):
    assert inside(areas, level) == set(areas.loc[areas["level"] == level, "code"])


def test_a_region_holds_its_own_police_areas_and_kommuner(areas):
    pieces = to_pieces(DAY)
    for region in areas.loc[areas["level"] == "polisregion", "code"]:
        own = pieces[pieces["polisregion"] == region]
        assert inside(areas, "lpo", region=region) == set(own["lpo"])
        assert inside(areas, "polisomrade", region=region) == set(own["polisomrade"])
        assert inside(areas, "kommun", region=region) == set(own["kommun"])
        assert inside(areas, "polisregion", region=region) == {region}


def test_a_lan_holds_every_area_with_at_least_one_kommun_in_it(areas):
    pieces = to_pieces(DAY)
    for lan in areas.loc[areas["level"] == "lan", "code"]:
        own = pieces[pieces["lan"] == lan]
        assert inside(areas, "lpo", lan=lan) == set(own["lpo"])
        assert inside(areas, "polisomrade", lan=lan) == set(own["polisomrade"])
        assert inside(areas, "polisregion", lan=lan) == set(own["polisregion"])
        assert inside(areas, "kommun", lan=lan) == set(own["kommun"])
        assert inside(areas, "lan", lan=lan) == {lan}


def test_karlshamn_is_in_both_its_lan(areas):
    """Bromölla lies in Skåne and belongs to the local police area Karlshamn in Blekinge."""
    assert "lpo-karlshamn" in inside(areas, "lpo", lan="10")
    assert "lpo-karlshamn" in inside(areas, "lpo", lan="12")
    assert "1272" in inside(areas, "kommun", lan="12")
    assert "1272" not in inside(areas, "kommun", lan="10")


def test_kalmar_and_kronoberg_share_a_police_area(areas):
    kalmar, kronoberg = (inside(areas, "polisomrade", lan=lan) for lan in ("08", "07"))
    assert kalmar & kronoberg


def test_region_and_lan_together_hold_what_is_in_both(areas):
    regions = areas.loc[areas["level"] == "polisregion", "code"]
    lans = areas.loc[areas["level"] == "lan", "code"]
    for level in ("lpo", "polisomrade"):
        of_lan = {lan: inside(areas, level, lan=lan) for lan in lans}
        for region in regions:
            of_region = inside(areas, level, region=region)
            for lan in lans:
                assert inside(areas, level, region=region, lan=lan) == of_region & of_lan[lan]


def test_a_lan_of_another_region_leaves_nothing_and_breaks_nothing(areas):
    for level in MAP_LEVELS:
        assert inside(areas, level, region="pr-nord", lan="12") == set()
