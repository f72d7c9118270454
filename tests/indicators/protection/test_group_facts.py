import pandas as pd
import pytest

from indicators.protection.group_facts import find_shared_traits, find_whole_populations

GROUP = ["code", "quarter"]


def table(*rows):
    frame = pd.DataFrame(rows, columns=["code", "trait", "value"]).astype({"value": "Int64"})
    return frame.assign(level="lpo", quarter="2026K1")


def test_all_of_a_group_in_one_category_is_a_fact_of_each():
    found = find_shared_traits(
        table(("a", "x", 7), ("a", "y", 0), ("b", "x", 7), ("b", "y", 1)), GROUP, None
    )
    assert found[["code", "trait", "value", "coarsen_to"]].to_numpy().tolist() == [
        ["a", "x", 7, "polisomrade"]
    ]
    assert found["share"].tolist() == [1.0]


def test_a_rounded_zero_may_hide_somebody_so_nothing_is_sure():
    rows = table(("a", "x", 60), ("a", "y", 0))
    assert find_shared_traits(rows, GROUP, 5).empty
    near = find_shared_traits(rows, GROUP, 5, least=0.9)
    assert near["share"].tolist() == [60 / 64]


def test_a_rounded_base_may_be_one_person():
    found = find_shared_traits(table(("a", "x", 5), ("a", "y", 0)), GROUP, 5, least=0.2)
    assert found["share"].tolist() == [1 / 5]


def test_a_group_with_a_missing_figure_or_with_nobody_is_no_fact():
    rows = table(("a", "x", 7), ("a", "y", None), ("b", "x", 0), ("b", "y", 0))
    assert find_shared_traits(rows, GROUP, None).empty


def test_a_group_of_one_category_alone_is_a_fact():
    assert len(find_shared_traits(table(("a", "x", 7)), GROUP, None)) == 1


@pytest.mark.parametrize(("persons", "found"), [(7, 1), (8, 0), (0, 0), (6, 1), (None, 0)])
def test_a_figure_as_large_as_its_population_is_a_fact(persons, found):
    population = pd.DataFrame({"code": ["a"], "persons": [persons]})
    assert len(find_whole_populations(table(("a", "x", 7)), population, ["code"], None)) == found


def test_a_rounded_figure_is_compared_by_what_it_surely_is():
    population = pd.DataFrame({"code": ["a", "b"], "persons": [5, 9]})
    rows = table(("a", "x", 5), ("b", "x", 9))
    assert find_whole_populations(rows, population, ["code"], 5)["code"].tolist() == ["b"]


def test_the_country_can_not_be_made_coarser():
    rows = table(("a", "x", 7)).assign(level="riket")
    assert find_shared_traits(rows, GROUP, None)["coarsen_to"].isna().all()
