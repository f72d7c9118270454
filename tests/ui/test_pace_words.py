"""What Etablering says in words."""

from datetime import date

import pytest

from indicators.courses import Course, Heard
from indicators.forecast import Forecast, Lead, Unsaid
from indicators.pace import Stalled, Wait
from indicators.periods import Quarter
from ui import pace_words
from ui.pace_choice import ALLOWED, PaceChoice, to_pace_choice

ON = date(2026, 3, 31)
PAST = [Quarter(2025, 2), Quarter(2026, 1)]
AHEAD = Forecast(date(2026, 12, 10), 3, 8, 19, 24, *PAST)


def test_without_parameters_all_areas_and_half_a_year_are_meant():
    assert to_pace_choice({}) == (PaceChoice("alla", 180), {})
    assert to_pace_choice({"bas": "prioriterade", "stilla": "90"})[0] == PaceChoice(
        "prioriterade", 90
    )


@pytest.mark.parametrize("name", list(ALLOWED))
def test_an_unknown_value_is_named_with_what_is_possible(name):
    asked, problems = to_pace_choice({name: "finns-inte"})
    assert asked == PaceChoice()
    assert all(value in problems[name] for value in ("finns-inte", *ALLOWED[name]))


def test_how_far_counts_areas_in_words():
    said = pace_words.how_far(1, 1, ON, prioritised=False)
    assert said == "**1 av 1 lokalpolisområde** har ett etablerat råd 31 mars 2026."
    partly = pace_words.how_far(68, 95, ON, prioritised=False, part=2)
    assert partly.endswith("31 mars 2026, 2 av dem bara i delar av området.")
    assert "0 av 12 prioriterade lokalpolisområden" in pace_words.how_far(
        0, 12, ON, prioritised=True
    )


def test_where_it_leads_is_a_range_beside_that_of_the_prioritised():
    said = pace_words.where_to(Lead(95, 60, AHEAD), Lead(50, 40, AHEAD))
    assert said == (
        "Om takten håller är **mellan 63 och 68** av 95 områden etablerade den 10 december 2026, "
        "och **mellan 43 och 48** av 50 prioriterade."
    )
    alone = pace_words.where_to(Lead(95, 60, AHEAD), Lead(50, 40, Unsaid.FEW_NEW))
    assert alone.endswith("den 10 december 2026.") and "prioriterade" not in alone


def test_a_range_of_one_number_is_that_number():
    one = Lead(66, 60, AHEAD._replace(low=6, high=6))
    assert "**66** av 66 områden" in pace_words.where_to(one, None)


@pytest.mark.parametrize("why", list(Unsaid))
def test_each_reason_for_saying_nothing_is_told(why):
    said = pace_words.where_to(Lead(95, 60, why), Lead(50, 40, AHEAD))
    assert said.endswith(".") and "mellan" not in said and "{" not in said


def test_the_median_says_over_whom_it_is():
    waits = [Wait(100, True), Wait(300, True), Wait(50, False)]
    assert pace_words.wait(waits) == ("100 dagar", "2 som nått dit och 1 på väg")
    assert pace_words.wait([]) == ("–", "0 som nått dit och 0 på väg")
    assert pace_words.wait([Wait(1, True)])[0] == "1 dag"


def stalled(days):
    area = Course("a", "po", "pr", "l", "k", ON, None, (), ())
    return Stalled(area, days, Heard(date(2025, 1, 1), "planerat", "Råd"))


def test_what_has_stalled_and_what_is_unknown_are_two_things():
    said = pace_words.stalled([stalled(200)], 180, ["A*", "B"])
    assert said == (
        "**1 område** på väg har inte hörts av på 180 dagar eller mer. "
        "Uppgift saknas för A\\* och B."
    )
    none = pace_words.stalled([], 90, [])
    assert none == "Inget område på väg har varit tyst i 90 dagar eller mer."
    assert "Uppgift saknas för 6 områden." in pace_words.stalled([], 90, list("abcdef"))


def test_a_name_is_text_wherever_it_stands():
    said = pace_words.stalled_one(stalled(1), "[x](y)")
    assert said == "**\\[x\\](y)** 1 dag · planerat 2025\\-01\\-01".replace("\\-", "-")
    one = pace_words.one_area("[x](y)", "planerat", ON, 200)
    assert "\\[x\\]" in one and one.endswith("Inget har hörts på 200 dagar.")


def test_who_is_fastest_and_who_has_none():
    said = pace_words.fastest([("A", 3), ("B", 0)], PAST)
    assert said == "Flest nya 2025 K2–2026 K1: **A**, 3. Inga nya: B."
    tied = pace_words.fastest([("Nord", 2), ("Väst", 1), ("Syd", 2)], PAST)
    assert tied == "Flest nya 2025 K2–2026 K1: **Nord och Syd**, 2 var."
    assert pace_words.fastest([("A", 0)], PAST) == "Inget område etablerades 2025 K2–2026 K1."
    assert "inget helt kvartal" in pace_words.fastest([("A", 3)], [])


def test_a_group_says_how_many_and_what_has_stalled():
    assert pace_words.group("Nord", 5, 12, 0) == "Nord: 5 av 12 etablerade"
    assert pace_words.group("Nord", 5, 12, 3) == "Nord: 5 av 12 etablerade, 3 har stannat av"
