import pytest

from ui.coverage_choice import (
    ALLOWED,
    CoverageChoice,
    measure_name,
    per_name,
    short_name,
    shown_name,
    to_coverage_choice,
)
from ui.filters import KEPT


def test_an_empty_address_is_prioritised_areas_by_region_and_all_without():
    assert to_coverage_choice({}) == (CoverageChoice("polisregion", "prioriterade"), {})


def test_a_full_address_is_taken_as_it_is_and_goes_along():
    asked = {"per": "lan", "av": "unga", "visa": "prioriterade"}
    assert to_coverage_choice(asked) == (CoverageChoice("lan", "unga", only=True), {})
    assert set(asked) == set(ALLOWED) <= set(KEPT)


@pytest.mark.parametrize("name", list(ALLOWED))
def test_an_unknown_value_is_told_with_those_that_may_be(name):
    chosen, problems = to_coverage_choice({name: "finns-inte"})
    assert chosen == CoverageChoice()
    assert set(problems) == {name}
    assert all(value in problems[name] for value in ("finns-inte", *ALLOWED[name]))


def test_every_value_has_a_word():
    assert [per_name(one) for one in ALLOWED["per"]] == ["Polisregion", "Län", "Polisområde"]
    for name in (measure_name, short_name):
        assert len({name(one) for one in ALLOWED["av"]}) == 4
    assert [shown_name(one) for one in ALLOWED["visa"]] == ["Alla", "Bara prioriterade"]
