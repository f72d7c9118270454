"""The figures of a lägesbild: value, gap, note and difference, and that zero is not missing."""

import json
from datetime import date

import pandas as pd
import pytest

from indicators.area_counts import AreaCounts
from reporting.picture_text import Marker, to_blocks
from ui.picture_figures import (
    COUNT,
    RATE,
    SHARE,
    figures,
    to_council_part,
    to_difference,
    to_rate_part,
)

DAY = date(2026, 9, 30)
COUNTS = AreaCounts(3, 2, 12, 1, 2, 5, 6, 14, 300.4, 1000.0)
NOTHING = AreaCounts(0, 0, 12, 0, 0, 5, 0, 14, 0.0, 1000.0)
UNKNOWN = AreaCounts(0, 0, 12, 12, 0, 5, 0, 14, 0.0, 1000.0)
NONE_PRIORITISED = AreaCounts(3, 0, 12, 0, 0, 0, 6, 14, 300.0, 1000.0)
EMPTY = AreaCounts(0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0)


def part(name, counts=COUNTS):
    return to_council_part(name, counts, DAY, "Antalet är skattat.", "Rådens händelser")


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "value", "number", "unit"),
    [
        ("etablerade", "3 av 12", 3, COUNT),
        ("tackning-prioriterade", "2 av 5 (40 %)", 0.4, SHARE),
        ("tackning-kommuner", "6 av 14 (43 %)", 6 / 14, SHARE),
        ("tackning-unga", "30 %", 0.3004, SHARE),
        ("unga-utan-rad", "700", 700, COUNT),
    ],
)
def test_each_figure_is_told_with_what_it_is_counted_over(name, value, number, unit):
    found = part(name)
    assert (plain(found["value"]), found["unit"], found["gap"]) == (value, unit, "")
    assert found["number"] == pytest.approx(number)
    assert found["day"] == "2026-09-30"
    assert found["definition"] and found["source"]


@pytest.mark.parametrize("name", figures())
def test_nothing_known_is_no_zero_and_nothing_there_is_no_figure(name):
    assert part(name, UNKNOWN)["number"] is None
    assert part(name, UNKNOWN)["value"] == "uppgift saknas"
    assert part(name, EMPTY)["number"] is None
    zero = part(name, NOTHING)
    assert zero["gap"] == ""
    assert zero["number"] == (1000 if name == "unga-utan-rad" else 0)


def test_no_prioritised_areas_is_not_missing():
    found = part("tackning-prioriterade", NONE_PRIORITISED)
    assert (found["value"], found["gap"]) == ("inga prioriterade områden", "ej-tillampligt")


def test_what_is_not_known_of_some_areas_is_said_beside():
    assert "Uppgift saknas för 1 område." in part("etablerade")["note"]
    assert "I 2 områden till täcker" in part("etablerade")["note"]
    assert part("etablerade", NONE_PRIORITISED)["note"] == ""
    assert "skattat" in part("tackning-unga")["note"]
    assert "skattat" not in part("etablerade")["note"]


@pytest.mark.parametrize("name", figures())
def test_a_part_is_plain_values_that_can_be_kept(name):
    found = part(name)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert to_blocks(found["marker"]) == [Marker("siffra", name)]


def points(**columns):
    rows = {
        "period": ["2026K2", "2026K3"],
        "value": pd.array([18.0, 20.24], dtype="Float64"),
        "low": pd.array([14.0, 15.0], dtype="Float64"),
        "high": pd.array([22.0, 25.0], dtype="Float64"),
        "reason": ["ok", "ok"],
        "preliminary": [False, True],
        "incomplete": [False, False],
        "rounded": [False, False],
        "estimated": [False, False],
        "missing": [0.0, 0.0],
        "quarters": [1, 1],
    }
    return pd.DataFrame(rows | columns)


def rate(frame):
    return to_rate_part("kod", "Misstänkta", "Definition", frame, DAY, 3, "Källa")


def test_a_rate_is_the_newest_with_its_interval():
    found = rate(points())
    assert plain(found["value"]) == "20,2 per 10 000 unga"
    assert (found["short"], found["period"], found["release"]) == ("20,2", "2026K3", 3)
    assert found["note"] == "2026 K3: 20,2 (15,0–25,0), preliminärt."


def test_beside_an_older_rate_is_said_why_there_is_no_newer():
    frame = points(value=pd.array([18.0, None], dtype="Float64"), reason=["ok", "skyddat"])
    found = rate(frame)
    assert found["period"] == "2026K2"
    assert found["note"].endswith("2026 K3: skyddat.")


@pytest.mark.parametrize(
    ("reason", "told"),
    [("skyddat", "skyddat"), ("saknas", "uppgift saknas"), ("ej-tillampligt", "ej tillämpligt")],
)
def test_no_rate_has_its_reason(reason, told):
    found = rate(points(value=pd.array([None, None], dtype="Float64"), reason=[reason, reason]))
    assert (found["value"], found["gap"], found["number"]) == (told, reason, None)


def test_a_rate_of_nothing_reported_is_missing():
    assert rate(points().head(0))["gap"] == "saknas"


def test_a_rate_of_zero_is_a_rate():
    found = rate(points(value=pd.array([1.0, 0.0], dtype="Float64")))
    assert (found["short"], found["gap"], found["number"]) == ("0,0", "", 0.0)


@pytest.mark.parametrize(
    ("unit", "then", "now", "told"),
    [
        (COUNT, ("3 av 12", 3), ("5 av 12", 5), "+2"),
        (COUNT, ("5 av 12", 5), ("3 av 12", 3), "−2"),
        (COUNT, ("5 av 12", 5), ("5 av 12", 5), "oförändrat"),
        (COUNT, ("5 av 12", 5), ("5 av 13", 5), "annat underlag"),
        (SHARE, ("40 %", 0.4), ("41 %", 0.41), "+1 procentenhet"),
        (SHARE, ("40 %", 0.4), ("30 %", 0.3), "−10 procentenheter"),
        (SHARE, ("40 %", 0.4), ("2 av 5", 0.402), "mindre än en procentenhet"),
        (RATE, ("18,0", 18.0), ("20,2", 20.24), "+2,2"),
        (RATE, ("20,2", 20.24), ("18,0", 18.0), "−2,2"),
        (COUNT, ("uppgift saknas", None), ("5 av 12", 5), "kan inte jämföras"),
        (COUNT, ("5 av 12", 5), ("skyddat", None), "kan inte jämföras"),
    ],
)
def test_a_difference_has_its_sign_and_unit(unit, then, now, told):
    old, new = ({"value": value, "number": n, "unit": unit} for value, n in (then, now))
    assert to_difference(old, new) == told


def test_two_units_are_not_compared():
    old, new = {"value": "1", "number": 1, "unit": COUNT}, {"value": "2", "number": 2, "unit": RATE}
    assert to_difference(old, new) == "kan inte jämföras"
