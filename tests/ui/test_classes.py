"""The class of an area: every class is reached, and kinds of gap stay apart."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.stages import ALL_STAGES
from ui.choice import MAP_LEVELS
from ui.map_indicators import LEVELS_ABOVE, all_indicators, indicators_at
from ui.palette import stage_label

INDICATORS = all_indicators()
BELOW, ABOVE = ("steg", "dagar", "prioritet"), ("prioriterade", "kommuner", "unga")


def row(stage=None, **other) -> dict:
    """One area's status as the pages give it."""
    given = {
        "stage": stage,
        "since": date(2025, 1, 1) if stage else None,
        "days": None,
        "prioritised": None,
        "partly": False,
    }
    return given | other


def share(value, of: int = 9) -> dict:
    """One area's share as the pages give it."""
    known = not pd.isna(value)
    return {"share": value, "covered": value * of if known else 0, "counted_over": of * known}


def label(key: str, status: dict) -> str:
    """Label of the class that the indicator gives the area."""
    indicator = INDICATORS[key]
    return indicator.kinds[indicator.classify(status)].label


STAGES = [
    (row("ej-paborjat"), "ej påbörjat"),
    (row("kartlaggning"), "kartläggning"),
    (row("planerat"), "planerat"),
    (row("uppstartat"), "uppstartat"),
    (row("etablerat"), "etablerat"),
    (row("vilande"), "vilande"),
    (row("ej-aktuellt"), "ej aktuellt"),
    (row(), "uppgift saknas"),
    (row(float("nan")), "uppgift saknas"),
]
DAYS = [
    (row("etablerat", days=0), "högst 90 dagar"),
    (row("etablerat", days=90), "högst 90 dagar"),
    (row("etablerat", days=91), "91–180 dagar"),
    (row("etablerat", days=180), "91–180 dagar"),
    (row("etablerat", days=181), "181–365 dagar"),
    (row("etablerat", days=365), "181–365 dagar"),
    (row("etablerat", days=366), "1–2 år"),
    (row("etablerat", days=730), "1–2 år"),
    (row("etablerat", days=731.0), "över 2 år"),
    (row("uppstartat"), "ej etablerat"),
    (row("ej-paborjat"), "ej etablerat"),
    (row("vilande"), "ej etablerat"),
    (row("ej-aktuellt"), "ej aktuellt"),
    (row(), "uppgift saknas"),
]
_PLACES = [kind.label for kind in INDICATORS["prioritet"].kinds]
PRIORITY = [
    (row("etablerat", prioritised=True), _PLACES[0]),
    (row("etablerat", prioritised=True, partly=True), _PLACES[1]),
    (row("planerat", prioritised=True), _PLACES[2]),
    (row("planerat", prioritised=True, partly=True), _PLACES[2]),
    (row("ej-aktuellt", prioritised=True), "ej aktuellt"),
    (row("etablerat", prioritised=False), _PLACES[3]),
    (row("etablerat", prioritised=False, partly=True), _PLACES[4]),
    (row("planerat", prioritised=False), _PLACES[5]),
    (row("ej-aktuellt", prioritised=False), "ej aktuellt"),
    (row("ej-aktuellt"), "ej aktuellt"),
    (row(), "uppgift saknas"),
]
SHARES = [
    (share(0.0), "0 %"),
    (share(0.001), "under en tredjedel"),
    (share(0.33), "under en tredjedel"),
    (share(1 / 3), "en till två tredjedelar"),
    (share(0.66), "en till två tredjedelar"),
    (share(0.67), "över två tredjedelar"),
    (share(0.9999), "över två tredjedelar"),
    (share(1.0), "100 %"),
    (share(pd.NA), "inget att räkna på"),
]
ALL = [
    *(("steg", *case) for case in STAGES),
    *(("dagar", *case) for case in DAYS),
    *(("prioritet", *case) for case in PRIORITY),
    *((key, *case) for key in ABOVE for case in SHARES),
]


@pytest.mark.parametrize(("key", "status", "expected"), ALL)
def test_an_area_gets_the_class_that_its_status_says(key, status, expected):
    assert label(key, status) == expected


@pytest.mark.parametrize("key", INDICATORS)
def test_every_class_of_the_legend_can_be_reached(key):
    reached = {label(key, status) for name, status, _expected in ALL if name == key}
    assert reached | {"ej bedömt"} >= {kind.label for kind in INDICATORS[key].kinds}


def test_exactly_two_thirds_is_not_more_than_two_thirds():
    assert label("prioriterade", share(2 / 3)) == "en till två tredjedelar"


def test_missing_not_needed_and_not_begun_are_three_classes_on_the_map_of_stages():
    found = [label("steg", row(stage)) for stage in (None, "ej-aktuellt", "ej-paborjat")]
    assert found == ["uppgift saknas", "ej aktuellt", "ej påbörjat"]


def test_missing_not_needed_and_no_days_are_three_classes_on_the_map_of_days():
    statuses = (row(), row("ej-aktuellt"), row("etablerat", days=0), row("planerat"))
    assert len({label("dagar", status) for status in statuses}) == 4


def test_an_area_not_assessed_is_not_an_area_without_data():
    """Its stage is known: 'uppgift saknas' would say that nobody has reported."""
    assert label("prioritet", row("planerat")) != label("prioritet", row())


@pytest.mark.parametrize("prioritised", [True, False])
def test_an_assessed_area_without_data_is_not_said_to_lack_a_council(prioritised):
    """Missing is not 'ej påbörjat' and not 'utan råd', anywhere."""
    missing = label("prioritet", row(None, prioritised=prioritised))
    assert missing != label("prioritet", row("ej-paborjat", prioritised=prioritised))


@pytest.mark.parametrize("key", ABOVE)
def test_zero_and_nothing_to_count_over_are_two_classes(key):
    assert label(key, share(0.0)) != label(key, share(pd.NA))


def test_one_day_is_said_in_the_singular():
    assert INDICATORS["dagar"].value(row("etablerat", days=1)) == "1 dag sedan etableringen"


def test_values_beside_the_class_say_when_and_how_much():
    assert INDICATORS["steg"].value(row("planerat")) == "sedan 2025-01-01"
    partly = INDICATORS["steg"].value(row("planerat", partly=True))
    assert partly == "sedan 2025-01-01, delar av området"
    assert INDICATORS["steg"].value(row()) == ""
    assert INDICATORS["dagar"].value(row("etablerat", days=400)) == "400 dagar sedan etableringen"
    assert INDICATORS["dagar"].value(row("planerat")) == ""
    text = INDICATORS["kommuner"].value({"share": 0.5, "covered": 3, "counted_over": 6})
    assert text == "50\u00a0% (3 av 6)"
    assert INDICATORS["kommuner"].value(share(pd.NA)) == ""


def test_every_stage_has_a_name_of_its_own():
    names = {stage_label(stage) for stage in (*ALL_STAGES, None)}
    assert len(names) == len(ALL_STAGES) + 1
    assert stage_label("okänt-steg") == stage_label(None) == "uppgift saknas"


@pytest.mark.parametrize("level", MAP_LEVELS)
def test_shares_are_shown_above_and_stages_below(level):
    assert tuple(indicators_at(level)) == (ABOVE if level in LEVELS_ABOVE else BELOW)


@pytest.mark.parametrize("key", INDICATORS)
def test_classes_look_different_and_those_without_a_value_have_a_pattern(key):
    kinds = INDICATORS[key].kinds
    looks = [kind.colour or kind.pattern for kind in kinds]
    assert all(looks)
    assert len(set(looks)) == len(looks)
    assert kinds[-1].pattern
    assert len(kinds) <= 36  # one sign a class in the payload


empty = st.sampled_from([None, float("nan"), pd.NA, pd.NaT])
statuses = st.fixed_dictionaries(
    {
        "stage": st.one_of(st.sampled_from([*ALL_STAGES, None]), st.just(float("nan"))),
        "since": st.one_of(st.dates(), empty),
        "days": st.one_of(st.integers(0, 4000), st.floats(0, 4000), empty),
        "prioritised": st.one_of(st.booleans(), st.sampled_from([None, float("nan")])),
        "partly": st.booleans(),
        "share": st.one_of(st.floats(0, 1), st.sampled_from([0, 1]), empty),
        "covered": st.integers(0, 10**6),
        "counted_over": st.integers(0, 10**6),
    }
)


@given(st.sampled_from(sorted(INDICATORS)), statuses)
def test_any_status_gets_a_class_and_a_text(key, status):
    indicator = INDICATORS[key]
    assert 0 <= indicator.classify(status) < len(indicator.kinds)
    text = indicator.value(status)
    assert not {"None", "nan", "NaT", "<NA>"} & set(text.split())
    assert not text.startswith(",") or status["partly"]
