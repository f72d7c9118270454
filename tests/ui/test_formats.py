"""Numbers, shares and days as Swedish text."""

import math
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import words
from ui import formats

NOTHING = [None, float("nan"), pd.NA, pd.NaT]
HARD_SPACE = "\u00a0"


@pytest.mark.parametrize("value", NOTHING, ids=repr)
@pytest.mark.parametrize("to_text", [formats.number, formats.share, formats.day, formats.short_day])
def test_no_value_is_a_dash_and_never_zero(to_text, value):
    assert to_text(value) == "–"


def test_numbers_are_grouped_by_hard_spaces():
    assert formats.number(10_587_710) == f"10{HARD_SPACE}587{HARD_SPACE}710"
    assert formats.number(999) == "999"
    assert formats.number(0) == "0"
    assert formats.number(1233.6) == f"1{HARD_SPACE}234"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1, "100"), (0.62, "62"), (0.001, "1"), (0.004, "1"), (0.999, "99"), (0.995, "99")],
)
def test_a_share_is_in_whole_per_cent(value, text):
    assert formats.share(value) == f"{text}{HARD_SPACE}%"


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_share_between_nothing_and_all_is_never_shown_as_either(value):
    assert 1 <= int(formats.share(value).split(HARD_SPACE)[0]) <= 99


@given(st.floats(0, 1))
def test_a_share_is_off_by_at_most_one_per_cent(value):
    shown = int(formats.share(value).split(HARD_SPACE)[0])
    assert abs(shown - value * 100) <= 1


def test_days_are_written_in_swedish():
    assert formats.day(date(2026, 11, 1)) == "1 november 2026"
    assert formats.day(date(2024, 5, 31)) == "31 maj 2024"
    assert formats.short_day(date(2026, 11, 1)) == "2026-11-01"


def test_a_change_has_a_sign_and_no_change_has_no_text():
    assert formats.change(3) == "+3"
    assert formats.change(-2, " procentenheter") == "−2 procentenheter"
    assert formats.change(1200) == f"+1{HARD_SPACE}200"
    assert formats.change(0) is None


def test_exact_numbers_have_their_decimals_and_a_true_minus_but_none_before_zero():
    assert formats.exact(-1234.5, 2) == f"−1{HARD_SPACE}234,50"
    assert formats.exact(1234.5, 0) == f"1{HARD_SPACE}234"
    assert formats.exact(-0.04, 1) == "0,0"
    assert formats.exact(0, 0) == "0"


def test_decimals_for_files_have_a_comma_and_no_grouping():
    assert formats.decimal(200 / 3) == "66,7"
    assert formats.decimal(100.0) == "100"
    assert formats.decimal(0.0) == "0"
    assert formats.decimal(1_234_567.0) == "1234567"


def test_points_are_whole_percentage_points():
    assert formats.points(0.5, 0.25) == 25
    assert formats.points(0.25, 0.5) == -25


@pytest.mark.parametrize("value", [math.nan, pd.NA, None], ids=repr)
def test_points_of_an_unknown_share_are_unknown(value):
    for pair in ((value, 0.5), (0.5, value)):
        assert formats.points(*pair) is None
        assert formats.points_change(*pair) is None


def test_a_change_in_points_is_said_with_its_unit():
    assert formats.points_change(0.51, 0.5) == "+1 procentenhet"
    assert formats.points_change(0.25, 0.5) == "−25 procentenheter"
    assert formats.points_change(0.5, 0.5) is None


def test_a_moment_has_the_day_and_the_time_of_sweden():
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert formats.day_of(late) == date(2026, 7, 1)
    assert formats.moment(late) == "2026-07-01 00:30"
    assert formats.day_of(None) is None and formats.day_of(pd.NaT) is None


def test_english_numbers_and_days_are_as_english_has_them():
    with words.spoken("en"):
        assert formats.number(10_587_710) == "10,587,710"
        assert formats.share(0.62) == "62%"
        assert formats.day(date(2026, 11, 1)) == "1 November 2026"
        assert formats.rate(18.0) == "18.0"
        assert formats.exact(-1234.5, 2) == "−1,234.50"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Placerade hos SiS", "placerade hos SiS"),
        ("Omedelbart omhändertagna enligt LVU", "omedelbart omhändertagna enligt LVU"),
        ("SSPF-insats", "SSPF-insats"), ("SiS", "SiS"), ("Rån", "rån"), ("Å", "å"), ("", ""),
    ],
)  # fmt: skip
def test_a_name_within_a_sentence_keeps_its_own_capitals(name, told):
    assert formats.in_sentence(name) == told


@pytest.mark.parametrize(
    ("column", "needed"),
    [
        ([18.0, 17.1, None], 1),
        ([3.05, 0.8], 2),
        ([1, 2], 0),
        ([0.125, 1], 3),
        ([0.1 + 0.2, 0.3], None),
        ([1 / 3], None),
        (["skyddat", 1.5], 1),
        (["a", "b"], 0),
        ([None, None], 0),
        ([], 0),
    ],
)
def test_a_column_has_the_decimals_that_its_numbers_need(column, needed):
    assert formats.decimals(pd.Series(column)) == needed


def test_a_number_in_a_table_keeps_its_last_zero():
    assert formats.cell_number(18.0, 1) == "18,0"
    assert formats.cell_number(2 / 3, None) == "0,667"
    assert formats.cell_number(1632, 0) == "1\u00a0632"
