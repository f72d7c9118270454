import pytest

from ui.trend_choice import ALLOWED, TrendChoice, age_name, sex_name, to_trend_choice, view_name


def choose(split=True, **parameters):
    return to_trend_choice(parameters, "ran", split=split)


def test_an_empty_address_is_rates_of_all_by_quarter_against_the_country():
    assert choose() == (TrendChoice("ran"), {})
    assert choose()[0].is_rate


def test_a_full_address_is_taken_as_it_is():
    asked = {
        "kon": "kvinna", "alder": "15-17", "tid": "ar", "matt": "antal", "mot": "region",
        "bild": "kon",
    }  # fmt: skip
    expected = TrendChoice("ran", "kvinna", "15-17", "ar", "antal", "region", "kon")
    assert choose(**asked) == (expected, {})
    assert set(asked) == set(ALLOWED)


@pytest.mark.parametrize("name", list(ALLOWED))
def test_an_unknown_value_is_told_with_those_that_may_be(name):
    chosen, problems = choose(**{name: "finns-inte"})
    assert chosen == TrendChoice("ran")
    assert set(problems) == {name}
    assert all(value in problems[name] for value in ("finns-inte", *ALLOWED[name]))


@pytest.mark.parametrize("asked", [{"kon": "man"}, {"alder": "18-20"}])
def test_of_what_is_not_split_there_is_only_the_total(asked):
    chosen, problems = choose(split=False, **asked)
    assert chosen == TrendChoice("ran") and "inte uppdelad" in next(iter(problems.values()))


def test_every_value_has_a_word():
    assert [sex_name(one) for one in ALLOWED["kon"]] == ["Alla", "Flickor", "Pojkar"]
    assert [age_name(one) for one in ALLOWED["alder"]][:2] == ["12–20 år", "12–14 år"]
    assert all(view_name(one) for one in ALLOWED["bild"])
