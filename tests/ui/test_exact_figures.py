"""Exact figures in words and tables: what is hidden, how much, and lines without gaps."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pandas as pd
import pytest

from indicators.protection.method import Method
from ui import release_notices, release_tables, release_view
from ui.area_trends import to_newest_run
from ui.map_figures import to_kinds
from ui.release_words import protection_words


def release(method, number=1):
    made = datetime(2026, 10, 20, tzinfo=UTC)
    return SimpleNamespace(
        number=number, made_at=made, method=method, base=5, cells=9, quality=[], note=""
    )


def test_the_rule_is_said_by_method():
    assert "1–4 visas inte" in protection_words(5, Method.HIDING)
    assert protection_words(3, Method.ROUNDING).endswith("1–2 visas som 0 eller 3.")


def test_a_release_is_listed_with_what_it_does_not_show():
    exact = release_view.to_table([release(Method.HIDING)])
    assert exact["Visas inte"].to_list() == ["1–4"]
    rounded = release_view.to_table([release(Method.ROUNDING)])
    assert rounded["Avrundas till"].to_list() == [5]


def test_what_hiding_costs_is_told_from_the_country_down():
    rows = [
        {"level": "lpo", "sums": 95, "hidden": 19},
        {"level": "riket", "sums": 12, "hidden": 0},
    ]
    table = release_view.to_hidden(pd.DataFrame(rows))
    assert table["Visas inte"].to_list() == [0, 19]
    assert table["Andel"].str.replace("\xa0", " ").to_list() == ["0 %", "20 %"]


def test_a_trial_tells_it_by_what_is_split():
    rows = [("lpo", False, False, 95, 19), ("polisregion", True, True, 42, 21)]
    columns = ["level", "sex", "age_group", "sums", "hidden"]
    table = release_tables.to_hidden(pd.DataFrame(rows, columns=columns))
    assert table["Delad på"].to_list() == ["alla unga", "kön, ålder"]


@pytest.mark.parametrize("reason", ["method-changed", "not-protected"])
def test_why_nothing_is_published_has_words(reason):
    assert len(release_notices.to_words(reason)) > 40


@pytest.mark.parametrize(
    ("rates", "run"),
    [
        ((1.0, 2.0, 3.0), [1.0, 2.0, 3.0]),
        ((1.0, None, 2.0, 3.0, None, None), [2.0, 3.0]),
        ((1.0, 2.0, None, 3.0), []),
        ((None, None), []),
        ((), []),
    ],
)
def test_a_line_in_a_table_is_the_newest_without_gaps(rates, run):
    assert to_newest_run(rates) == run


def test_a_zero_on_the_map_may_be_rounded_or_not():
    assert to_kinds(())[0].label == "0 (kan vara avrundat)"
    assert to_kinds((), exact=True)[0].label == "0"
