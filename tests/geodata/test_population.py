from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.division import LEVELS, load_areas, to_areas_on
from geodata.population import (
    load_population,
    to_part_cells,
    to_parts,
)
from tests.geodata.area_population import to_area_population

ON = date(2025, 1, 1)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("on", [date(2024, 12, 31), ON])
def test_every_level_adds_up_to_the_country(level, on):
    table = to_area_population(level, on)
    assert set(table["code"]) == set(to_areas_on(load_areas(), on, level)["code"])
    assert table["persons"].sum() == 10_587_710
    assert table["young"].sum() == to_area_population("riket", on)["young"].sum()


def test_a_city_part_is_estimated_and_its_whole_city_official():
    lpos = to_area_population("lpo", ON).set_index("code")["status"]
    omraden = to_area_population("polisomrade", ON).set_index("code")["status"]
    assert lpos["lpo-storgoteborg-syd"] == "skattad"
    assert lpos["lpo-umea"] == "officiell"
    assert omraden["po-storgoteborg"] == "officiell"
    assert omraden["po-stockholm-city"] == "skattad"


def test_young_people_are_always_estimated():
    assert set(to_area_population("kommun", ON)["young_status"]) == {"skattad"}


def test_only_totals_are_official():
    table = load_population()
    assert set(table.loc[table["status"] == "officiell", "age_group"]) == {"totalt"}
    assert (table["persons"] >= 0).all()


@given(st.integers(0, 10**7), st.lists(st.floats(0.01, 1), min_size=1, max_size=9))
def test_parts_add_up_to_the_total(total, shares):
    parts = to_parts(total, shares)
    assert sum(parts) == total
    exact = [total * share / sum(shares) for share in shares]
    assert all(abs(part - value) <= 1 for part, value in zip(parts, exact, strict=True))


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=6),
    st.lists(st.integers(1, 999).map(lambda n: n / 1000), min_size=1, max_size=9),
)
def test_cells_of_parts_add_up_both_ways(totals, shares):
    cells = to_part_cells(totals, shares)
    assert [sum(row) for row in cells] == totals
    assert [sum(column) for column in zip(*cells, strict=True)] == to_parts(sum(totals), shares)
    assert min(n for row in cells for n in row) >= 0


def test_a_cell_is_near_its_share():
    shares = [0.228, 0.155, 0.073, 0.134, 0.2, 0.11, 0.1]
    for row, total in zip(to_part_cells([944, 15_001, 7], shares), [944, 15_001, 7], strict=True):
        assert all(abs(n - total * share) < 2 for n, share in zip(row, shares, strict=True))
