"""Jumps, sudden zeros, what is left out now, and what is stored."""

import math
import random
from dataclasses import replace
from datetime import date
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.checks.jumps import is_jump, is_leap, rule_text
from reporting.kinds import CELLS
from reporting.ranges import to_quarters_before
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.reporting.checked import (
    AREA,
    CONTEXT,
    INFORMATION,
    NOTE,
    REGION,
    WARNING,
    YEAR_END,
    cells,
    check_rows,
    codes,
    with_history,
)

TEN = cells(*[10] * 6)


def poisson(mean, source):
    """A Poisson number, by counting the arrivals of unit time."""
    arrivals, clock = -1, 0.0
    while clock < mean:
        clock += source.expovariate(1)
        arrivals += 1
    return arrivals


# The rule for counts


ROUNDS = 600


@pytest.mark.parametrize("quarters", [4, 8])
def test_under_half_a_percent_of_what_chance_gives_is_warned_of(quarters):
    source = random.Random(20260930)
    warned = total = 0
    for mean in (2, 3, 5, 8, 12, 20, 40, 80, 200):
        here = 0
        for _round in range(ROUNDS):
            *earlier, now = (poisson(mean, source) for _quarter in range(quarters + 1))
            zero = now == 0 and min(earlier[-4:]) >= 5
            here += is_jump(now, earlier) or zero
        assert here / ROUNDS < 0.005, f"mean {mean}"
        warned, total = warned + here, total + ROUNDS
    assert warned / total < 0.002


def test_a_tenfold_jump_from_ten_is_always_warned_of():
    source = random.Random(1)
    for _round in range(500):
        earlier = [poisson(10, source) for _quarter in range(4)]
        assert is_jump(100, earlier)


@pytest.mark.parametrize(
    ("count", "earlier", "expected"),
    [
        (26, [10, 10, 10, 10], False),
        (27, [10, 10, 10, 10], True),
        (2, [10, 10, 10, 10], False),
        (1, [10, 10, 10, 10], True),
        (6, [0, 0, 0, 0], False),
        (7, [0, 0, 0, 0], True),
        (90, [10, 10, 10], False),  # too few to say
        (27, [2, 18, 4, 16], False),  # a series that goes up and down
        (1100, [1000, 1000, 1000, 1000], False),
        (1150, [1000, 1000, 1000, 1000], True),
    ],
)
def test_the_border_of_a_jump(count, earlier, expected):
    assert is_jump(count, earlier) is expected


@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=8), st.integers(0, 10**6))
def test_what_lies_within_the_earlier_values_spread_is_no_jump(earlier, at):
    mean = sum(earlier) / len(earlier)
    assert not is_jump(round(mean), earlier)
    assert is_jump(at, earlier) == is_jump(at, earlier[::-1])


# The rule for amounts


@pytest.mark.parametrize(
    ("amount", "earlier", "expected"),
    [
        (29.9, [10, 10], False),
        (30.1, [10, 10], True),
        (3.4, [10, 10], False),
        (3.3, [10, 10], True),
        (99, [10], False),
        (101, [10], True),
        (1000, [], False),
        (0, [10, 10], False),
        (5, [0, 0], False),
        (10_000, [0, 10, 10], True),
        (300, [1, 10, 100, 10], False),  # a wide spread of its own
    ],
)
def test_the_border_of_a_leap(amount, earlier, expected):
    assert is_leap(amount, earlier) is expected


@given(st.lists(st.floats(0.01, 1e9), min_size=2, max_size=8), st.floats(1, 2.9))
def test_less_than_a_factor_of_three_is_never_a_leap(earlier, factor):
    middle = math.exp(median([math.log(value) for value in earlier]))
    assert not is_leap(middle * factor, earlier)
    assert not is_leap(middle / factor, earlier)


def test_the_rule_is_told_in_swedish_with_its_numbers():
    assert all(part in rule_text() for part in ("3,5", "fyra", "åtta", "medianen", "tio"))


# The rules in a unit


def test_a_jump_says_what_was_usual_and_where_it_is():
    context = with_history("atgarder", TEN, TEN, TEN, TEN)
    (remark,) = check_rows("atgarder", TEN | {"k_15_17": 100}, context=context)
    assert (remark.severity, remark.code, remark.field) == (WARNING, "jump", "k_15_17")
    assert "10–10 under 2025 K3–2026 K2" in remark.wrong
    assert remark.identity == ("atgard-1",)


def test_three_quarters_are_too_few_to_judge_by():
    context = with_history("atgarder", TEN, TEN, TEN)
    assert check_rows("atgarder", TEN | {"k_15_17": 100}, context=context) == []


def test_a_quarter_with_a_gap_is_no_quarter_with_a_number():
    gone = TEN | {"k_15_17": Gap.MISSING}
    context = with_history("atgarder", TEN, TEN, gone, TEN)
    assert check_rows("atgarder", TEN | {"k_15_17": 100}, context=context) == []


def test_the_ninth_quarter_back_does_not_count():
    context = with_history("atgarder", TEN, TEN, TEN, *[None] * 5, TEN)
    assert check_rows("atgarder", TEN | {"k_15_17": 100}, context=context) == []


def test_another_entrys_history_is_not_this_ones():
    other = TEN | {"atgard": "atgard-2"}
    context = with_history("atgarder", *[other] * 4)
    found = check_rows("atgarder", TEN | {"k_15_17": 100}, other, context=context)
    assert found == []


def test_a_change_that_is_spread_over_the_cells_is_seen_in_the_total():
    context = with_history("atgarder", *[TEN] * 4)
    (remark,) = check_rows("atgarder", cells(*[18] * 6), context=context)
    assert (remark.code, remark.field) == ("jump", "totalt")
    assert "108" in remark.wrong and "60–60" in remark.wrong


def test_a_total_without_cells_has_its_own_history():
    row = {"indikator": "indikator-4", "preliminar": "nej", "totalt": 10}
    context = with_history("indikatorer", *[row] * 4)
    assert check_rows("indikatorer", row, context=context) == []
    assert codes(check_rows("indikatorer", row | {"totalt": 100}, context=context)) == ["jump"]


def test_a_note_answers_a_jump():
    context = with_history("atgarder", *[TEN] * 4)
    found = check_rows("atgarder", TEN | {"k_15_17": 100} | NOTE, context=context)
    assert [(one.code, one.severity) for one in found] == [("jump", INFORMATION)]


def test_no_rule_looks_at_meetings():
    row = {"aktor": "aktor-1", "form": "medlem", "hallna": 3, "deltagit": 3}
    context = with_history("deltagande", *[row] * 4)
    more = row | {"hallna": 90, "deltagit": 0}
    assert check_rows("deltagande", more, context=context) == []


def test_an_amount_in_thousands_instead_of_kronor_is_warned_of():
    row = {"myndighet": "myndighet-1", "arsarbetskrafter": 2.0, "kronor": 1_500_000}
    context = with_history("resurser", *[None] * 3, row, area=REGION.code, context=YEAR_END)
    slip = row | {"kronor": 1500}
    (remark,) = check_rows("resurser", slip, context=context, area=REGION.code)
    assert (remark.code, remark.field) == ("jump", "kronor")
    assert "värden" not in remark.wrong  # there is but one
    assert check_rows("resurser", row, context=context, area=REGION.code) == []


# Zero against missing


@pytest.mark.parametrize(("usual", "found"), [(4, []), (5, ["zero-after-numbers"])])
def test_zero_after_four_quarters_of_at_least_five_is_asked_about(usual, found):
    row = TEN | {"k_12_14": usual}
    context = with_history("atgarder", *[row] * 4)
    assert codes(check_rows("atgarder", row | {"k_12_14": 0}, context=context)) == found


def test_a_sudden_zero_asks_whether_the_value_is_missing():
    context = with_history("atgarder", *[TEN] * 4)
    (remark,) = check_rows("atgarder", TEN | {"k_12_14": 0}, context=context)
    assert remark.severity is WARNING
    assert ".." in remark.right


def test_missing_is_not_zero_and_not_asked_about():
    context = with_history("atgarder", *[TEN] * 4)
    found = check_rows("atgarder", TEN | {"k_12_14": Gap.MISSING}, context=context)
    assert codes(found) == ["gaps"]


def test_an_amount_of_zero_after_others_is_asked_about():
    row = {"mal": "mal-1", "utfall": 12.0, "bedomning": "natt"}
    context = with_history("mal", row, row, area=REGION.code)
    found = check_rows("mal", row | {"utfall": 0.0}, context=context, area=REGION.code)
    assert codes(found) == ["zero-after-numbers"]


# What is left out now


def test_what_was_reported_last_quarter_and_is_not_answered_now_is_asked_about():
    context = with_history("atgarder", TEN)
    found = check_rows("atgarder", TEN | {"atgard": "atgard-2"}, context=context)
    assert [(one.code, one.severity, one.identity) for one in found] == [
        ("left-out", WARNING, ("atgard-1",))
    ]
    assert "SSPF" in found[0].wrong


def test_what_was_reported_two_quarters_ago_is_not_asked_about():
    context = with_history("atgarder", None, TEN)
    assert check_rows("atgarder", TEN | {"atgard": "atgard-2"}, context=context) == []


def test_what_had_no_number_last_quarter_is_not_asked_about():
    context = with_history("atgarder", cells(*[Gap.MISSING] * 6))
    assert check_rows("atgarder", TEN | {"atgard": "atgard-2"}, context=context) == []


def test_what_no_longer_is_in_the_list_is_not_asked_about():
    old = {"aktor": "aktor-gammal", "form": "medlem", "hallna": 3, "deltagit": 3}
    context = with_history("deltagande", old)
    assert check_rows("deltagande", old | {"aktor": "aktor-1"}, context=context) == []


def test_nothing_to_report_after_a_quarter_with_figures_is_asked_about_once():
    rows = tuple(Row(TEN | {"atgard": f"atgard-{number}"}) for number in (1, 2))
    then = to_quarters_before(CONTEXT.period, 1)[0]
    context = replace(CONTEXT, earlier={(AREA.code, "atgarder"): {then: rows}})
    (remark,) = check_rows("atgarder", context=context)
    assert (remark.code, remark.severity) == ("left-out", WARNING)
    assert "SSPF" in remark.wrong and "Sociala insatsgrupper" in remark.wrong


def test_what_is_yearly_is_held_against_the_year_before():
    row = {"myndighet": "myndighet-1", "arsarbetskrafter": 2.0, "kronor": 1_500_000}
    context = with_history("resurser", *[None] * 3, row, area=REGION.code, context=YEAR_END)
    found = check_rows("resurser", context=context, area=REGION.code)
    assert codes(found) == ["left-out"]


def test_free_rows_are_not_expected_again():
    row = {"kategori": "hinder-1", "niva": "inom", "beskrivning": "Olika syn."}
    assert check_rows("hinder", context=with_history("hinder", row)) == []


# Against what is stored


def stored(*rows, kind="atgarder"):
    unit = Unit(AREA.code, kind, CONTEXT.period)
    return replace(CONTEXT, stored={unit: tuple(Row(row) for row in rows)})


def test_the_same_as_is_stored_is_nothing_new():
    totals = TEN | {"totalt": 60}
    (remark,) = check_rows("atgarder", totals, context=stored(TEN))
    assert (remark.code, remark.severity) == ("same-as-stored", INFORMATION)


def test_nothing_to_report_once_more_is_nothing_new():
    assert codes(check_rows("atgarder", context=stored())) == ["same-as-stored"]


def test_a_first_report_of_nothing_is_something_new():
    assert check_rows("atgarder") == []


@pytest.mark.parametrize("cell", CELLS)
def test_a_changed_value_is_no_remark(cell):
    assert check_rows("atgarder", TEN | {cell: 11}, context=stored(TEN)) == []


def test_a_duplicate_in_the_file_is_told_from_one_of_what_is_stored():
    found = check_rows("atgarder", TEN, TEN, context=stored(TEN))
    assert codes(found) == ["duplicate"]


def test_fewer_rows_than_are_stored_is_a_removal_that_names_them():
    second = TEN | {"atgard": "atgard-2"}
    (remark,) = check_rows("atgarder", TEN, context=stored(TEN, second))
    assert (remark.code, remark.severity) == ("removal", WARNING)
    assert remark.wrong.startswith("1 rad färre")
    assert "Sociala insatsgrupper" in remark.wrong


def test_a_row_that_is_gone_is_a_removal_although_another_has_come():
    first, second, third = (TEN | {"atgard": f"atgard-{number}"} for number in (1, 2, 3))
    (remark,) = check_rows("atgarder", second, third, context=stored(first, second))
    assert (remark.code, remark.severity) == ("removal", WARNING)
    assert remark.wrong == "1 rad som redan är inlämnad finns inte med. Det som tas bort: SSPF."


def test_a_removal_names_what_is_chosen_from_fixed_lists_in_words():
    days = date(2026, 5, 1), date(2026, 7, 1)
    gone, kept = (
        {"stadium": stage, "dag": day}
        for stage, day in zip(("ej-paborjat", "planerat"), days, strict=True)
    )
    remarks = check_rows("handelser", kept, context=stored(gone, kept, kind="handelser"))
    told = next(one.wrong for one in remarks if one.code == "removal")
    assert "ej påbörjat" in told and "ej-paborjat" not in told


def test_a_removal_names_at_most_three():
    rows = [TEN | {"atgard": f"atgard-{number}"} for number in (1, 2, 3, 4, 5)]
    (remark,) = check_rows("atgarder", rows[0], context=stored(*rows))
    assert remark.wrong.endswith("Sociala insatsgrupper, Orossamtal, Mentor och 1 till.")


def test_all_that_is_stored_and_a_row_more_is_no_removal():
    second = TEN | {"atgard": "atgard-2"}
    assert check_rows("atgarder", TEN, second, context=stored(TEN)) == []
