"""The sentence on top of Översikt, and its figures in words."""

import math
from dataclasses import replace
from datetime import date

from ui.choice import Choice
from ui.overview_words import Headline, to_answer, to_explained

CHOICE = Choice(day=date(2026, 11, 1), since=date(2026, 8, 1))
NOW = Headline(
    areas=95,
    established=67,
    partly=1,
    missing=0,
    prioritised=23,
    prioritised_established=18,
    share_young=0.7,
    young_basis="",
    regions=7,
    regions_with=7,
)


def said(now, then):
    of_then = replace(NOW, prioritised_established=then)
    return to_answer(replace(NOW, prioritised_established=now), of_then, CHOICE)


def test_how_far_is_said_with_what_has_changed():
    assert said(18, 15) == (
        "**18 av 23 prioriterade lokalpolisområden** täcks av ett etablerat råd "
        "1 november 2026, 3 fler än 1 augusti 2026."
    )
    assert said(18, 19).endswith("1 färre än 1 augusti 2026.")
    assert said(18, 18).endswith("lika många som 1 augusti 2026.")
    assert said(0, 0).startswith("**0 av 23 ")


def test_one_and_none_are_said_as_they_are():
    one = replace(NOW, prioritised=1, prioritised_established=1)
    assert to_answer(one, one, CHOICE).startswith("**1 av 1 prioriterat lokalpolisområde** täcks")
    none = replace(NOW, prioritised=0, prioritised_established=0)
    told = "Inget område i urvalet är bedömt som prioriterat 1 november 2026."
    assert to_answer(none, none, CHOICE) == told


def test_a_share_that_is_not_known_is_not_one_that_does_not_apply():
    def told(headline):
        return to_explained(headline)["Unga 12–20 år där råd finns"][0]

    assert told(replace(NOW, share_young=math.nan)) == "–"
    assert told(replace(NOW, share_young=math.nan, areas=0)) == "ej tillämpligt"
