"""Cells and totals: what is asked for, and the parts against the whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.kinds import CELLS, MEN, TOTAL, TOTALS, WOMEN
from reporting.values import Gap
from tests.reporting.checked import ERROR, cells, check_rows, codes

ALONE = {"indikator": "indikator-4", "preliminar": "nej"}  # an entry that has no split
COUNTS = st.integers(0, 10_000)
SIX = st.tuples(*[COUNTS] * 6)
FIELDS = {WOMEN: CELLS[:3], MEN: CELLS[3:], TOTAL: CELLS}


def errors(row):
    kind = "atgarder" if "atgard" in row else "indikatorer"
    return [(one.code, one.field) for one in check_rows(kind, row) if one.severity is ERROR]


def whole(*counts):
    row = cells(*counts)
    return row | {name: sum(row[part] for part in parts) for name, parts in FIELDS.items()}


def test_the_six_cells_are_enough():
    assert errors(cells(1, 2, 3, 4, 5, 6)) == []


def test_totals_that_are_right_may_stand_beside():
    assert errors(whole(1, 2, 3, 4, 5, 6)) == []


@pytest.mark.parametrize("off", [-1, 1])
@pytest.mark.parametrize("name", TOTALS)
def test_a_total_that_is_one_off_is_an_error(name, off):
    row = whole(1, 2, 3, 4, 5, 6)
    found = errors(row | {name: row[name] + off})
    assert ("part-whole", name) in found


def test_a_wrong_sum_says_what_is_stated_and_what_the_parts_make():
    (remark,) = check_rows("atgarder", cells(1, 2, 3, 4, 5, 6, kvinnor=7))
    assert "Kvinnor totalt är 7" in remark.wrong
    assert "blir 6" in remark.wrong
    assert "Kvinnor 12–14 1 + Kvinnor 15–17 2 + Kvinnor 18–20 3" in remark.wrong


def test_the_total_is_held_against_the_cells_when_women_and_men_are_not_stated():
    assert errors(cells(1, 2, 3, 4, 5, 6, totalt=21)) == []
    assert errors(cells(1, 2, 3, 4, 5, 6, totalt=20)) == [("part-whole", TOTAL)]


def test_the_total_is_held_against_women_and_men_when_their_ages_are_unknown():
    unknown = [Gap.MISSING] * 6
    assert errors(cells(*unknown, kvinnor=6, man=15, totalt=21)) == []
    assert errors(cells(*unknown, kvinnor=6, man=15, totalt=22)) == [("part-whole", TOTAL)]


@pytest.mark.parametrize("gap", Gap)
def test_a_gap_in_a_part_makes_the_sum_unknown(gap):
    assert errors(cells(gap, 2, 3, 4, 5, 6, kvinnor=60, totalt=75)) == []


def test_known_parts_that_are_more_than_the_whole_are_an_error():
    known = cells(Gap.MISSING, 2, 3, 4, 5, 6)
    assert errors(known | {"kvinnor": 5}) == []
    assert errors(known | {"kvinnor": 4}) == [("parts-above-whole", WOMEN)]


def test_a_gap_in_the_total_is_no_error_beside_known_cells():
    assert errors(cells(1, 2, 3, 4, 5, 6, totalt=Gap.MISSING)) == []


def test_an_entry_that_is_split_needs_more_than_a_sum():
    (remark,) = check_rows("atgarder", {"atgard": "atgard-1", "totalt": 12})
    assert (remark.severity, remark.code, remark.field) == (ERROR, "cells-missing", CELLS[0])
    assert "summa" in remark.wrong
    assert ".." in remark.right


def test_a_cell_that_is_left_out_is_an_error_that_names_it():
    row = cells(1, 2, 3, 4, 5, 6)
    del row["m_15_17"]
    (remark,) = check_rows("atgarder", row)
    assert (remark.code, remark.field) == ("cells-missing", "m_15_17")
    assert "Män 15–17" in remark.wrong


def test_cells_marked_as_missing_are_answered():
    assert errors(cells(*[Gap.MISSING] * 6)) == []


def test_an_entry_without_split_is_its_total():
    assert errors(ALONE | {"totalt": 12}) == []
    assert errors(ALONE | {"totalt": Gap.MISSING}) == []


@pytest.mark.parametrize("name", [*CELLS, WOMEN, MEN])
def test_an_entry_without_split_takes_no_parts(name):
    assert ("cells-not-asked", name) in errors(ALONE | {"totalt": 12, name: 0})


def test_an_entry_without_split_has_no_use_for_gaps_in_its_cells():
    gaps = dict.fromkeys(CELLS, Gap.NOT_APPLICABLE)
    assert errors(ALONE | gaps | {"totalt": 12}) == []


def test_an_entry_without_split_and_without_total_is_an_error():
    assert errors(ALONE) == [("required", TOTAL)]


@settings(deadline=None)
@given(SIX)
def test_consistent_splits_are_never_remarked_on(counts):
    assert codes(check_rows("atgarder", whole(*counts))) == []


@settings(deadline=None)
@given(SIX, st.sampled_from(CELLS), COUNTS)
def test_any_single_changed_cell_is_seen_when_totals_are_given(counts, name, other):
    row = whole(*counts)
    changed = errors(row | {name: other})
    sex = WOMEN if name in CELLS[:3] else MEN
    assert changed == ([] if other == row[name] else [("part-whole", sex)])


@settings(deadline=None)
@given(SIX, st.sampled_from(CELLS), COUNTS)
def test_any_single_changed_cell_is_seen_when_only_the_total_is_given(counts, name, other):
    row = cells(*counts, totalt=sum(counts))
    changed = errors(row | {name: other})
    assert changed == ([] if other == row[name] else [("part-whole", TOTAL)])


@settings(deadline=None)
@given(SIX, st.sets(st.sampled_from(CELLS), min_size=1))
def test_forgotten_cells_never_make_right_totals_wrong(counts, gone):
    found = errors(whole(*counts) | dict.fromkeys(gone, Gap.MISSING))
    assert found == []
